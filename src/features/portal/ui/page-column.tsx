import type { ReactNode } from 'react';
import { classNames } from '@/ui/class-names';

type Props = Readonly<{ narrow?: boolean; children: ReactNode }>;

/** The column in which a page of the portal stands; `narrow` for one form. */
export function PageColumn({ narrow = false, children }: Props) {
  return (
    <div
      className={classNames(
        'mx-auto flex w-full flex-col gap-6 px-4 py-8 sm:px-6 sm:py-12',
        narrow ? 'max-w-lg' : 'max-w-3xl',
      )}
    >
      {children}
    </div>
  );
}
