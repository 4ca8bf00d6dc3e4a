import type { ReactNode } from 'react';

type Props = Readonly<{ title: ReactNode; note?: ReactNode; pager?: ReactNode; children: ReactNode }>;

/** The head of a list, which stays in sight, and the list under it. */
export function ListFrame({ title, note, pager, children }: Props) {
  return (
    <>
      <header className="sticky top-12 z-10 flex min-h-12 items-center gap-3 border-line border-b bg-canvas px-4 lg:top-0">
        <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 py-2">
          <h1 className="min-w-0 truncate font-semibold text-lg">{title}</h1>
          {note && <p className="text-ink-faint text-sm">{note}</p>}
        </div>
        {pager}
      </header>
      {children}
    </>
  );
}
