'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { classNames } from '@/ui/class-names';
import { NearLink } from '@/ui/near-link.client';

type Props = Readonly<{
  href: string;
  icon: ReactNode;
  children: ReactNode;
  /** What waits there. */
  count?: ReactNode;
}>;

/** A place of the rail; marked while the reader is in it or below it. */
export function RailLink({ href, icon, children, count }: Props) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <NearLink
      href={href}
      aria-current={here ? 'page' : undefined}
      className={classNames(
        'flex h-8 items-center gap-2.5 rounded-md px-2 text-ink-soft hover:bg-hover hover:text-ink [&_svg]:size-4 [&_svg]:shrink-0',
        here && 'bg-accent-soft font-medium text-accent-ink hover:bg-accent-soft hover:text-accent-ink',
      )}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {count}
    </NearLink>
  );
}
