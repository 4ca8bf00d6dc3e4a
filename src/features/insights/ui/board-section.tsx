import type { ReactNode } from 'react';

type Props = Readonly<{
  id: string;
  title: ReactNode;
  hint?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}>;

/** A part of a board below its numbers: no landmark, since the table or chart in it is one of the same name. */
export function BoardSection({ id, title, hint, actions, children }: Props) {
  return (
    <div className="flex min-w-0 flex-col gap-2 print:break-inside-avoid">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="font-semibold text-lg">
          {title}
        </h2>
        {actions}
      </div>
      {hint && <p className="max-w-3xl text-ink-faint text-sm">{hint}</p>}
      {children}
    </div>
  );
}
