import type { AvailabilityState } from '@/domain/routing/availability';
import { classNames } from '@/ui/class-names';

const LOOKS: Readonly<Record<AvailabilityState, string>> = {
  online: 'bg-success-ink',
  away: 'border-2 border-warning-ink bg-transparent',
  break: 'bg-warning-ink',
  offline: 'border-2 border-ink-faint bg-transparent',
};

/** A dot beside the word for an availability; full for who is at work or on a break, hollow for who is not there. */
export function StateDot({ state, className }: Readonly<{ state: AvailabilityState; className?: string }>) {
  return (
    <span
      aria-hidden
      className={classNames('inline-block size-2.5 shrink-0 rounded-full', LOOKS[state], className)}
    />
  );
}
