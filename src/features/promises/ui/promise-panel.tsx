import { useFormatter, useTranslations } from 'next-intl';
import { classNames } from '@/ui/class-names';
import { DueCountdown } from '@/ui/due-countdown.client';
import type { TicketPromises } from '../queries';
import type { PromiseStory } from '../story';
import { PromiseForm } from './promise-form.client';
import { LOOK } from './promise-look';
import { pressingOf } from './promise-notice';
import { WithdrawPromise } from './withdraw-promise.client';

type Props = Readonly<{ workspace: string; timeZone: string; shown: TicketPromises | null }>;

/** What the customer was promised here, by whom and on what ground, and what became of it. */
export function PromisePanel({ workspace, timeZone, shown }: Props) {
  const t = useTranslations('promise');
  if (!shown || (shown.open.length + shown.ended.length === 0 && !shown.mayPromise)) return null;
  const { open, ended, mayPromise, ticketId } = shown;
  return (
    <section aria-labelledby="promises" className="border-line border-b p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="promises" className="font-semibold text-ink">
          {t('panel.title')}
        </h2>
        {mayPromise && (
          <PromiseForm
            workspace={workspace}
            ticketId={ticketId}
            timeZone={timeZone}
            about={pressingOf(shown)?.about ?? 'answer'}
            isPressing={false}
          />
        )}
      </div>
      {open.length === 0 && <p className="mt-1 text-ink-faint text-sm">{t('panel.empty')}</p>}
      <ul className="mt-3 flex flex-col gap-3">
        {open.map((promise) => (
          <PromiseLine key={promise.id} promise={promise}>
            {mayPromise && <WithdrawPromise workspace={workspace} promiseId={promise.id} />}
          </PromiseLine>
        ))}
      </ul>
      {ended.length > 0 && (
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer text-ink-soft">
            {t('panel.history', { count: ended.length })}
          </summary>
          <ul className="mt-3 flex flex-col gap-3">
            {ended.map((promise) => (
              <PromiseLine key={promise.id} promise={promise} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

type LineProps = Readonly<{ promise: PromiseStory; children?: React.ReactNode }>;

function PromiseLine({ promise, children }: LineProps) {
  const t = useTranslations('promise');
  const { Icon, colour } = LOOK[promise.look];
  const { open, story } = useStory(promise);
  return (
    <li className="flex gap-2 text-sm" data-promise={promise.look}>
      <Icon aria-hidden className={classNames('mt-0.5 size-4 shrink-0', colour)} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
          <span className="font-medium text-ink">
            {t(`about.${promise.about}`)} <span className={colour}>· {t(`state.${promise.look}`)}</span>
          </span>
          {open && <DueCountdown dueAt={promise.dueAt} what={t(`about.${promise.about}`)} />}
        </p>
        <p className="break-words text-ink-faint">{story.join(' · ')}</p>
        {promise.text && <p className="mt-1 line-clamp-3 break-words text-ink-soft">{promise.text}</p>}
        {children}
      </div>
    </li>
  );
}

/** What is told of a promise in one line, and whether it still runs. */
export function useStory(promise: PromiseStory) {
  const t = useTranslations('promise');
  const format = useFormatter();
  const moment = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
  const { look, dueAt, keptAt, pausedAt, endedAt, reason, source, sample, group, by } = promise;
  const open = endedAt === null && pausedAt === null;
  const story = [
    t(look === 'broken' || look === 'late' ? 'wasDue' : 'due', { at: moment(dueAt) }),
    keptAt && t('keptAt', { at: moment(keptAt) }),
    pausedAt && t('pausedSince', { at: moment(pausedAt) }),
    reason && t(`ended.${reason}`),
    by ? t('by', { name: by }) : t('bySystem'),
    t(`ground.${source}`, {
      sample: sample ?? 0,
      group: group ? t(`group.${group}` as 'group.priority') : '',
    }),
  ].filter((part) => typeof part === 'string');
  return { open, story };
}
