import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/ui/badge';
import { useDates } from '@/ui/use-dates';
import type { Comment } from '../queries-comments';

const TONES = { good: 'success', middling: 'neutral', bad: 'danger' } as const;

type Props = Readonly<{ workspace: string; comments: readonly Comment[] }>;

/** What customers wrote beside their scores, the newest first. */
export function CommentList({ workspace, comments }: Props) {
  const t = useTranslations('insights.comments');
  if (comments.length === 0) return <p className="py-4 text-ink-faint">{t('none')}</p>;
  return (
    <ul className="grid gap-x-8 rounded-lg border border-line bg-raised px-4 lg:grid-cols-2">
      {comments.map((each) => (
        <li key={each.id} className="flex flex-col gap-1 border-line border-b py-3">
          <Head comment={each} />
          <p lang={each.locale} className="whitespace-pre-line break-words text-ink">
            {each.comment}
          </p>
          <p className="flex flex-wrap gap-x-3 text-ink-soft text-sm">
            {each.ticketNumber !== null && (
              <Link
                href={`/${workspace}/desk/tickets/${each.ticketNumber}`}
                prefetch={false}
                className="text-accent-ink hover:underline"
              >
                #{each.ticketNumber} {each.ticketSubject}
              </Link>
            )}
            {[each.agent, each.team].filter(Boolean).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Head({ comment: { kind, mood, score, survey, at } }: Readonly<{ comment: Comment }>) {
  const feedback = useTranslations('feedback');
  const t = useTranslations('insights.comments');
  const said = kind === 'resolved' ? t(score === 1 ? 'resolved' : 'unresolved') : null;
  const dates = useDates();
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <Badge tone={TONES[mood]}>{said ?? `${score} · ${feedback(`mood.${mood}`)}`}</Badge>
      <span className="min-w-0 break-words text-ink-soft">{survey}</span>
      <time dateTime={at.toISOString()} className="text-ink-faint">
        {dates.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
      </time>
    </p>
  );
}
