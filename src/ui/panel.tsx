import type { ReactNode } from 'react';
import { classNames } from './class-names';

type Props = Readonly<{
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}>;

/** A framed part of a page with a heading of its own. */
export function Panel({ title, description, actions, className, children }: Props) {
  return (
    <section className={classNames('rounded-lg border border-line bg-raised', className)}>
      {title && (
        <header className="flex flex-wrap items-center justify-between gap-3 border-line border-b px-4 py-3">
          <div className="min-w-0 break-words">
            <h2 className="font-semibold text-ink">{title}</h2>
            {description && <p className="mt-0.5 text-ink-soft text-sm">{description}</p>}
          </div>
          {actions}
        </header>
      )}
      <div className="p-4">{children}</div>
    </section>
  );
}
