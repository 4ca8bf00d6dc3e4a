import { classNames } from './class-names';

/** A grey bar in the place of what is still on its way. Give it the size of the real thing. */
export function Skeleton({ className }: Readonly<{ className?: string }>) {
  return <span aria-hidden className={classNames('shimmer block h-4 rounded-sm', className)} />;
}
