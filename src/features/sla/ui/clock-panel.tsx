import { Ban, CircleCheck, CirclePause, CircleX, Hourglass, MinusCircle } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { SlaState } from '@/domain/sla/clock';
import { classNames } from '@/ui/class-names';
import { DueCountdown } from '@/ui/due-countdown.client';
import type { ClockStory, TicketClocks } from '../clocks-on-ticket';

const MINUTE = 60_000;

const LOOK = {
  running: { Icon: Hourglass, colour: 'text-ink-faint' },
  paused: { Icon: CirclePause, colour: 'text-warning-ink' },
  met: { Icon: CircleCheck, colour: 'text-success-ink' },
  missed: { Icon: CircleX, colour: 'text-danger-ink' },
  uncounted: { Icon: MinusCircle, colour: 'text-ink-faint' },
  cancelled: { Icon: Ban, colour: 'text-ink-faint' },
} as const satisfies Record<SlaState, unknown>;

/** What a policy promises on this ticket, how each promise stands, and why. Nothing where nothing is promised. */
export function ClockPanel({ shown }: Readonly<{ shown: TicketClocks | null }>) {
  const t = useTranslations('sla');
  if (!shown || shown.clocks.length === 0) return null;
  const { policy, status, clocks } = shown;
  return (
    <section aria-labelledby="clocks" className="border-line border-b p-4">
      <h2 id="clocks" className="font-semibold text-ink">
        {t('panel.title')}
      </h2>
      {policy && <p className="text-ink-faint text-sm">{t('panel.policy', { name: policy.name })}</p>}
      <ul className="mt-3 flex flex-col gap-3">
        {clocks.map((clock) => (
          <ClockLine key={`${clock.metric} ${clock.sequence}`} clock={clock} status={status} />
        ))}
      </ul>
    </section>
  );
}

type LineProps = Readonly<{ clock: ClockStory; status: TicketClocks['status'] }>;

function ClockLine({ clock, status }: LineProps) {
  const t = useTranslations('sla');
  const { Icon, colour } = LOOK[clock.state];
  const story = useStory(clock, status);
  const name = t(`metric.${clock.metric}`);
  return (
    <li className="flex gap-2 text-sm">
      <Icon aria-hidden className={classNames('mt-0.5 size-4 shrink-0', colour)} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
          <span className="font-medium text-ink">
            {name}
            {clock.sequence > 1 && ` ${clock.sequence}`}
          </span>
          {clock.dueAt ? (
            <DueCountdown dueAt={clock.dueAt} what={name} />
          ) : (
            <span className={colour}>{t(`state.${clock.state}`)}</span>
          )}
        </p>
        <p className="text-ink-faint">{story.join(' · ')}</p>
      </div>
    </li>
  );
}

function useStory(clock: ClockStory, status: TicketClocks['status']): string[] {
  const t = useTranslations('sla');
  const format = useFormatter();
  const moment = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
  const { dueAt, breachedAt, pausedSince, pausedFor } = clock;
  const values = { duration: useDuration(clock.elapsed), target: useDuration(clock.target) };
  const paused = useDuration(pausedFor);
  return [
    breachedAt && !clock.endedAt && t('story.late', { at: moment(breachedAt) }),
    dueAt && !breachedAt && t('story.due', { at: moment(dueAt) }),
    t(endOf(clock.reason) ?? MEASURES[clock.state], values),
    pausedSince && t('story.paused', { at: moment(pausedSince), status: t(`pause.${status}`) }),
    pausedFor >= MINUTE && t('story.pausedFor', { duration: paused }),
  ].filter((part) => typeof part === 'string');
}

const MEASURES = {
  running: 'story.used',
  paused: 'story.used',
  met: 'story.metIn',
  missed: 'story.missedIn',
  uncounted: 'story.noReply',
  cancelled: 'story.policyChanged',
} as const satisfies Record<SlaState, string>;

const ENDS = {
  no_reply: 'story.noReply',
  silence_kept: 'story.silenceKept',
  before_policy: 'story.beforePolicy',
  spam: 'story.spam',
  trash: 'story.trash',
  merged: 'story.merged',
  split: 'story.split',
} as const;

const endOf = (reason: string | null) =>
  reason !== null && reason in ENDS ? ENDS[reason as keyof typeof ENDS] : null;

/** In hours and minutes: days of open time have no length of their own. */
function useDuration(milliseconds: number): string {
  const t = useTranslations('sla');
  const [hours, minutes] = [Math.floor(milliseconds / 3_600_000), Math.floor(milliseconds / MINUTE) % 60];
  return hours > 0 ? t('duration.hours', { hours, minutes }) : t('duration.minutes', { minutes });
}
