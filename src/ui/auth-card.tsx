import type { ReactNode } from 'react';
import { classNames } from './class-names';

type Props = Readonly<{ title: string; intro?: ReactNode; wide?: boolean; children: ReactNode }>;

/** The one card of a page that needs no sign-in. */
export function AuthCard({ title, intro, wide = false, children }: Props) {
  return (
    <main
      className={classNames(
        'w-full rounded-xl border border-line bg-raised p-6 shadow-raised sm:p-8',
        wide ? 'max-w-2xl' : 'max-w-md',
      )}
    >
      <h1 className="text-balance break-words font-semibold text-ink text-xl tracking-tight">{title}</h1>
      {intro && <div className="mt-1.5 break-words text-ink-soft">{intro}</div>}
      <div className="mt-6">{children}</div>
    </main>
  );
}
