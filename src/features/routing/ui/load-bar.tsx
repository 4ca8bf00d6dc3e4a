import { classNames } from '@/ui/class-names';

type Props = Readonly<{
  /** The share that is full, in percent; more than 100 shows as full. */
  percent: number;
  className?: string;
}>;

const NEARLY_FULL = 80;

/** How full somebody is, as a bar beside the figure that says the same. */
export function LoadBar({ percent, className }: Props) {
  const tone = percent >= 100 ? 'bg-danger' : percent >= NEARLY_FULL && 'bg-warning-ink';
  return (
    <span
      aria-hidden
      className={classNames('block h-1.5 min-w-12 overflow-hidden rounded-full bg-hover', className)}
    >
      <span
        className={classNames('block h-full rounded-full', tone || 'bg-accent')}
        style={{ width: `${Math.min(percent, 100)}%` }}
      />
    </span>
  );
}
