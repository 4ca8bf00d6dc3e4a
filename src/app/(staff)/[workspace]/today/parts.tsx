import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ChatCard } from '@/features/chat/desk-view';
import { type Asked, askedAgain } from '@/features/insights/asked';
import { Nothing } from '@/features/insights/ui/own-day';
import type { CallbackRow } from '@/features/phone/queries';
import { KindLoads } from '@/features/routing/ui/kind-loads';
import { LoadBar } from '@/features/routing/ui/load-bar';
import type { PersonLoad } from '@/features/routing/workload';
import { feedbackFilter, getFeedback } from '@/features/surveys/queries-feedback';
import { FeedbackList } from '@/features/surveys/ui/feedback-list';
import { ResponseRate } from '@/features/surveys/ui/response-rate';
import type { StaffPage } from '@/server/auth/require-staff';
import { classNames } from '@/ui/class-names';
import { DueCountdown } from '@/ui/due-countdown.client';
import { Panel } from '@/ui/panel';

/** How much the reader has against what they can take. */
export function OwnLoad({ load }: Readonly<{ load: PersonLoad }>) {
  const t = useTranslations('today');
  const words = useTranslations('workload');
  return (
    <Panel title={t('load')}>
      <p className="flex items-baseline justify-between gap-2">
        <span className="font-semibold text-xl tabular-nums">
          {words('percent', { percent: load.percent })}
        </span>
        <span className="text-ink-faint text-sm">{words('tickets', { count: load.tickets })}</span>
      </p>
      <LoadBar percent={load.percent} className="mt-1 mb-4" />
      <KindLoads load={load.load} capacities={load.capacities} narrow />
    </Panel>
  );
}

type TalksProps = Readonly<{
  workspace: string;
  callbacks: readonly CallbackRow[];
  chats: readonly ChatCard[];
}>;

const MOST_SHOWN = 6;

/** Calls that the reader owes, and the chats that they are in. */
export function OwnTalks({ workspace, callbacks, chats }: TalksProps) {
  const t = useTranslations('today');
  return (
    <Panel
      title={t('talks')}
      actions={
        <Link href={`/${workspace}/callbacks?show=mine`} className="text-accent-ink text-sm hover:underline">
          {t('allCallbacks')}
        </Link>
      }
    >
      {callbacks.length + chats.length === 0 && <Nothing>{t('noTalks')}</Nothing>}
      <ul className="-my-2 divide-y divide-line">
        {chats.slice(0, MOST_SHOWN).map(({ id, name, ticketNumber, unread }) => (
          <li key={id} className="flex items-center justify-between gap-3 py-2">
            <Link
              href={`/${workspace}/desk/tickets/${ticketNumber}`}
              className="min-w-0 truncate text-ink hover:underline"
            >
              {t('chatWith', { name })}
            </Link>
            {unread > 0 && <span className="text-ink-soft text-sm">{t('unread', { count: unread })}</span>}
          </li>
        ))}
        {callbacks.slice(0, MOST_SHOWN).map(({ id, customer, ticket, dueAt }) => (
          <li key={id} className="flex items-center justify-between gap-3 py-2">
            <Link
              href={`/${workspace}/desk/tickets/${ticket.number}`}
              className="min-w-0 truncate text-ink hover:underline"
            >
              {t('call', { name: customer.name })}
            </Link>
            <DueCountdown dueAt={dueAt} what={t('callDue')} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const SPANS = ['last_7_days', 'last_30_days', 'last_90_days'] as const;

/** Over which days the numbers are counted. */
export function SpanLinks({ asked }: Readonly<{ asked: Asked }>) {
  const t = useTranslations('insights.filter');
  return (
    <nav aria-label={t('period')} className="flex flex-wrap gap-1">
      {SPANS.map((span) => (
        <Link
          key={span}
          href={askedAgain(asked, { span, from: null, to: null }) || '?'}
          scroll={false}
          aria-current={span === asked.span ? 'true' : undefined}
          className={classNames(
            'rounded-md px-2 py-1 text-sm',
            span === asked.span
              ? 'bg-accent-soft font-medium text-accent-ink'
              : 'text-ink-soft hover:bg-hover',
          )}
        >
          {t(`span.${span}`)}
        </Link>
      ))}
    </nav>
  );
}

const FEEDBACK_SHOWN = 5;

/** The newest that customers said about the reader. */
export async function OwnFeedback({ page: { ctx, workspace, user } }: Readonly<{ page: StaffPage }>) {
  const filter = feedbackFilter.parse({ agent: user.id, days: '90' });
  const [t, { survey, rows, rate }] = await Promise.all([getTranslations('today'), getFeedback(ctx, filter)]);
  return (
    <section aria-labelledby="feedback" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="feedback" className="font-semibold text-lg">
          {t('feedback')}
        </h2>
        <Link
          href={`/${workspace.slug}/feedback?agent=${user.id}`}
          className="text-accent-ink text-sm hover:underline"
        >
          {t('allFeedback')}
        </Link>
      </div>
      {survey === null || rows.length === 0 ? (
        <p className="text-ink-faint">{t('noFeedback')}</p>
      ) : (
        <>
          <FeedbackList
            workspace={workspace.slug}
            terms={survey.terms}
            rows={rows.slice(0, FEEDBACK_SHOWN)}
            now={ctx.now()}
          />
          <ResponseRate answered={rate.hits} asked={rate.count} />
        </>
      )}
    </section>
  );
}
