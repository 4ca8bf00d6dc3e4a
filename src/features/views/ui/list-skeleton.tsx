import { classNames } from '@/ui/class-names';
import { Skeleton } from '@/ui/skeleton';

const LINES = [
  'w-3/5',
  'w-4/5',
  'w-1/2',
  'w-2/3',
  'w-3/4',
  'w-2/5',
  'w-4/5',
  'w-3/5',
  'w-1/2',
  'w-2/3',
  'w-3/4',
  'w-3/5',
];

/** The list while it is on its way: its own shape in grey, so that nothing moves when it comes. */
export function ListSkeleton({ label }: Readonly<{ label: string }>) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      <div className="flex h-12 items-center border-line border-b px-4">
        <Skeleton className="h-5 w-36" />
      </div>
      <div className="h-8 border-line border-b max-md:hidden" />
      {LINES.map((width, line) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are always the same
          key={line}
          className="flex h-11 items-center gap-4 border-line border-b px-4 compact:h-9 max-md:h-20"
        >
          <Skeleton className="size-4 rounded-full" />
          <Skeleton className="w-32 max-md:hidden xl:w-44" />
          <Skeleton className={classNames('max-w-full', width)} />
          <Skeleton className="ml-auto w-14" />
        </div>
      ))}
    </div>
  );
}
