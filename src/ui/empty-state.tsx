import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

type Props = Readonly<{
  icon?: LucideIcon;
  title: ReactNode;
  /** What to do now, or why nothing is here. */
  children?: ReactNode;
  /** Buttons or links. */
  actions?: ReactNode;
  /** The heading's level, to fit the page. */
  level?: 1 | 2 | 3;
  className?: string;
}>;

/** What stands where nothing is yet, or where something cannot be shown. */
export function EmptyState({ icon: Icon, title, children, actions, level = 2, className }: Props) {
  const Heading = `h${level}` as const;
  return (
    <div
      className={classNames(
        'mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-16 text-center',
        className,
      )}
    >
      {Icon && (
        <span className="mb-2 inline-flex size-11 items-center justify-center rounded-xl border border-line bg-sunken text-ink-faint">
          <Icon aria-hidden className="size-5" strokeWidth={1.75} />
        </span>
      )}
      <Heading className="font-semibold text-ink text-lg">{title}</Heading>
      {children && <div className="text-balance text-ink-soft">{children}</div>}
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
