import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import type { CustomerFeedback as Answer } from '../queries-opinions';
import { Score } from './feedback-list';
import { ResponseRate } from './response-rate';

const TONES: Readonly<Record<string, 'success' | 'neutral' | 'danger'>> = {
  good: 'success',
  middling: 'neutral',
  bad: 'danger',
};

type Props = Readonly<{
  workspace: string;
  /** What the list is, for who cannot see it. */
  label: string;
  answers: readonly Answer[];
}>;

/** What one customer answered to surveys, the newest first, each with the ticket that it is about. */
export function CustomerFeedback({ workspace, label, answers }: Props) {
  const t = useTranslations('feedback');
  const kinds = useTranslations('surveyAdmin.kind');
  const format = useFormatter();
  const [first] = answers;
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label={label} className="flex flex-col divide-y divide-line">
        {answers.map(
          ({ id, survey, terms, score, mood, comment, at, locale, ticketNumber, ticketSubject }) => (
            <li key={id} className="flex flex-col gap-1 py-2 first:pt-0 last:pb-0">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Badge tone={TONES[mood] ?? 'neutral'}>
                  <Score terms={terms} score={score} />
                </Badge>
                <span className="min-w-0 break-words text-ink-soft text-sm">
                  {kinds(terms.kind)} · {survey}
                </span>
                <time dateTime={at.toISOString()} className="text-ink-faint text-sm">
                  {format.dateTime(at, { dateStyle: 'medium' })}
                </time>
              </p>
              {comment && (
                <p lang={locale} className="whitespace-pre-line break-words text-ink">
                  {comment}
                </p>
              )}
              {ticketNumber !== null && (
                <Link
                  href={`/${workspace}/desk/tickets/${ticketNumber}`}
                  prefetch={false}
                  className="self-start text-accent-ink text-sm underline-offset-2 hover:underline"
                >
                  {t('list.ticket', { number: String(ticketNumber), subject: ticketSubject ?? '' })}
                </Link>
              )}
            </li>
          ),
        )}
      </ul>
      {first && <ResponseRate asked={first.asked} answered={first.answered} />}
    </div>
  );
}
