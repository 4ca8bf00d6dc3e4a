import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { type SurveyTerms, scaleOf, textIn } from '@/domain/survey/survey';
import { isLocale, LOCALES, type Locale } from '@/i18n/locales';
import { Badge } from '@/ui/badge';
import type { FeedbackRow } from '../queries-feedback';

const TONES = { good: 'success', middling: 'neutral', bad: 'danger' } as const;

type Props = Readonly<{ workspace: string; terms: SurveyTerms; rows: readonly FeedbackRow[]; now: Date }>;

/** What customers answered, the newest first, each with what became of it. */
export function FeedbackList({ workspace, terms, rows, now }: Props) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
      {rows.map((row) => (
        <FeedbackItem key={row.id} workspace={workspace} terms={terms} row={row} now={now} />
      ))}
    </ul>
  );
}

type ItemProps = Omit<Props, 'rows'> & Readonly<{ row: FeedbackRow }>;

function FeedbackItem({ workspace, terms, row, now }: ItemProps) {
  const t = useTranslations('feedback');
  const format = useFormatter();
  const { mood, comment, locale, customer, ticketNumber, ticketSubject, agent, team } = row;
  return (
    <li className="flex flex-col gap-1.5 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={TONES[mood]}>
          <Score terms={terms} score={row.score} /> · {t(`mood.${mood}`)}
        </Badge>
        <span className="font-medium text-ink">{customer}</span>
        <time dateTime={row.at.toISOString()} className="text-ink-faint text-sm">
          {format.dateTime(row.at, { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
        <FollowUp workspace={workspace} row={row} now={now} />
      </div>
      {comment && (
        <p lang={locale} className="whitespace-pre-line break-words text-ink">
          {comment}
        </p>
      )}
      <MoreAnswers terms={terms} row={row} />
      <p className="flex flex-wrap gap-x-3 text-ink-soft text-sm">
        {ticketNumber !== null && (
          <Link
            href={`/${workspace}/desk/tickets/${ticketNumber}`}
            className="text-accent-ink underline-offset-2 hover:underline"
          >
            {t('list.ticket', { number: String(ticketNumber), subject: ticketSubject ?? '' })}
          </Link>
        )}
        {agent && <span>{agent}</span>}
        {team && <span>{team}</span>}
      </p>
    </li>
  );
}

/** A score with its scale; a yes or no in words. */
export function Score({
  terms,
  score,
}: Readonly<{ terms: Pick<SurveyTerms, 'kind' | 'steps'>; score: number }>) {
  const t = useTranslations('feedback');
  if (terms.kind === 'resolved') return t(score === 1 ? 'list.resolved' : 'list.unresolved');
  return t('list.of', { score, of: scaleOf(terms).to });
}

function FollowUp({ workspace, row, now }: Pick<ItemProps, 'workspace' | 'row' | 'now'>) {
  const t = useTranslations('feedback');
  const format = useFormatter();
  const { followUpNumber, followUpOpen, followUpDueAt } = row;
  if (followUpNumber === null || !followUpDueAt) return null;
  const late = followUpOpen === true && followUpDueAt < now;
  const due = format.dateTime(followUpDueAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Link
      href={`/${workspace}/desk/tickets/${followUpNumber}`}
      className="text-sm underline-offset-2 hover:underline"
    >
      <Badge tone={toneOf(followUpOpen === true, late)}>
        {followUpOpen ? t(late ? 'list.late' : 'list.open', { due }) : t('list.done')}
      </Badge>
    </Link>
  );
}

function toneOf(open: boolean, late: boolean) {
  if (!open) return 'success';
  return late ? 'danger' : 'warning';
}

function MoreAnswers({ terms, row }: Pick<ItemProps, 'terms' | 'row'>) {
  const locale = isLocale(row.locale) ? row.locale : LOCALES[0];
  const given = terms.questions.filter(({ id }) => row.answers[id]);
  if (given.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
      {given.map((question) => (
        <div key={question.id} lang={locale} className="flex gap-1.5">
          <dt className="text-ink-faint">{textIn(question.texts, locale)}</dt>
          <dd className="text-ink">{answerText(question, row.answers[question.id] ?? '', locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

function answerText({ options }: SurveyTerms['questions'][number], answer: string, locale: Locale): string {
  const option = options.find(({ id }) => id === answer);
  return option ? textIn(option.texts, locale) : answer;
}
