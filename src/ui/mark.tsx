import { classNames } from './class-names';

/** The sign of the product, a signpost within a tile; its name stands beside it. */
export function Mark({ className }: Readonly<{ className?: string }>) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={classNames('size-8 shrink-0', className)}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M10 7v18M10 10h9l4 3.5-4 3.5h-9M10 19.5h6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="text-on-accent"
      />
    </svg>
  );
}
