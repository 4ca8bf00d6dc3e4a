import type { ReactNode } from 'react';
import { classNames } from './class-names';

type Props = Readonly<{
  title: ReactNode;
  /** One sentence under the title. */
  description?: ReactNode;
  /** Buttons on the right; at most one of them primary. */
  actions?: ReactNode;
  className?: string;
}>;

/** The head of a page: its only h1, what it is for, and what can be done here. */
export function PageHeader({ title, description, actions, className }: Props) {
  return (
    <header className={classNames('flex flex-wrap items-start justify-between gap-x-6 gap-y-3', className)}>
      <div className="min-w-[min(100%,20rem)] flex-1">
        <h1 className="text-balance break-words font-semibold text-ink text-xl tracking-tight">{title}</h1>
        {description && <p className="mt-1 max-w-2xl break-words text-ink-soft">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
