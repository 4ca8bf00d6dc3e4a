'use client';

import { Check, ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Mark } from '@/ui/mark';
import { Menu, MenuLabel, MenuLink } from '@/ui/menu.client';

type Workspace = Readonly<{ slug: string; name: string }>;

/** The workspace's name, and a menu of the others where there are any. */
export function WorkspaceSwitcher({
  current,
  workspaces,
}: Readonly<{ current: Workspace; workspaces: readonly Workspace[] }>) {
  const t = useTranslations('desk.rail');
  const name = (
    <>
      <Mark className="size-6" />
      <span className="min-w-0 flex-1 truncate text-left font-semibold text-ink">
        <span className="sr-only">{t('workspace')}: </span>
        {current.name}
      </span>
    </>
  );
  if (workspaces.length < 2) return <div className="flex h-10 items-center gap-2.5 px-2">{name}</div>;
  return (
    <Menu
      className="w-60"
      trigger={
        <button
          type="button"
          className="flex h-10 w-full items-center gap-2.5 rounded-md px-2 hover:bg-hover"
        >
          {name}
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
        </button>
      }
    >
      <MenuLabel>{t('workspace')}</MenuLabel>
      {workspaces.map(({ slug, name }) => (
        <MenuLink key={slug} href={`/${slug}/desk`}>
          <span className="min-w-0 flex-1 truncate">{name}</span>
          {slug === current.slug && <Check aria-hidden className="text-accent-ink" />}
        </MenuLink>
      ))}
    </Menu>
  );
}
