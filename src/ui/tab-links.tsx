import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

type Tab = Readonly<{ href: string; label: ReactNode; current: boolean }>;

/** Tabs that are addresses: each is a page of its own, and the browser's back button works. */
export function TabLinks({ label, tabs }: Readonly<{ label: string; tabs: readonly Tab[] }>) {
  return (
    <nav aria-label={label} className="-mx-1 overflow-x-auto border-line border-b">
      <ul className="flex gap-1 sm:flex-wrap">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className={classNames(
                'block whitespace-nowrap border-b-2 px-3 py-2 font-medium focus-visible:-outline-offset-2',
                tab.current
                  ? 'border-accent text-ink'
                  : 'border-transparent text-ink-soft hover:border-line-strong hover:text-ink',
              )}
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
