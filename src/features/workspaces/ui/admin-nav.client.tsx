'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { ADMIN_GROUPS, type AdminSection } from '@/features/workspaces/admin-sections';
import { classNames } from '@/ui/class-names';

type Props = Readonly<{ workspace: string; sections: readonly AdminSection[] }>;

/** The sections of the administration: a column beside the page, or a line above it where there is no room. */
export function AdminNav({ workspace, sections }: Props) {
  const t = useTranslations('admin');
  const root = `/${workspace}/admin`;
  return (
    <nav
      aria-label={t('sections')}
      className="flex gap-1 overflow-x-auto border-line border-b px-3 py-2 xl:sticky xl:top-0 xl:h-dvh xl:flex-col xl:gap-0 xl:overflow-y-auto xl:border-r xl:border-b-0 xl:px-3 xl:py-6"
    >
      <Entry href={root}>{t('overview')}</Entry>
      {ADMIN_GROUPS.map((group) => {
        const own = sections.filter((section) => section.group === group);
        if (own.length === 0) return null;
        return (
          <div key={group} className="flex gap-1 xl:mt-5 xl:flex-col xl:gap-0">
            <p className="hidden px-2.5 pb-1.5 font-medium text-ink-faint text-xs xl:block">
              {t(`group.${group}`)}
            </p>
            {own.map(({ key }) => (
              <Entry key={key} href={`${root}/${key}`} below>
                {t(`section.${key}.name`)}
              </Entry>
            ))}
          </div>
        );
      })}
    </nav>
  );
}

type EntryProps = Readonly<{ href: string; below?: boolean; children: string }>;

/** One section; `below` also counts the pages under it as being here. */
function Entry({ href, below = false, children }: EntryProps) {
  const path = usePathname();
  const here = path === href || (below && path.startsWith(`${href}/`));
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (here) link.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [here]);
  return (
    <Link
      ref={link}
      href={href}
      aria-current={here ? 'page' : undefined}
      className={classNames(
        'flex h-8 shrink-0 items-center rounded-md px-2.5 whitespace-nowrap focus-visible:-outline-offset-2',
        here ? 'bg-hover font-medium text-ink' : 'text-ink-soft hover:bg-hover hover:text-ink',
      )}
    >
      {children}
    </Link>
  );
}
