'use client';

import { ChevronsUpDown, LogOut, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { startTransition } from 'react';
import { signOutAction } from '@/features/account/actions';
import { Avatar } from '@/ui/avatar';
import { Menu, MenuItem, MenuLabel, MenuLink, MenuSeparator } from '@/ui/menu.client';

type Props = Readonly<{ workspace: string; name: string; email: string }>;

/** The signed-in person, with the ways to their settings and out. */
export function AccountMenu({ workspace, name, email }: Props) {
  const t = useTranslations('desk.rail');
  return (
    <Menu
      side="top"
      className="w-60"
      trigger={
        <button
          type="button"
          className="mt-1 flex h-10 w-full items-center gap-2.5 rounded-md px-2 text-left hover:bg-hover"
        >
          <Avatar name={name} />
          <span className="min-w-0 flex-1 truncate text-ink">
            <span className="sr-only">{t('account')} </span>
            {name}
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
        </button>
      }
    >
      <MenuLabel>{email}</MenuLabel>
      <MenuLink href={`/${workspace}/me`}>
        <UserRound aria-hidden />
        {t('me')}
      </MenuLink>
      <MenuSeparator />
      <MenuItem
        onSelect={() =>
          startTransition(async () => {
            await signOutAction({ values: {}, problem: null, done: false }, new FormData());
          })
        }
      >
        <LogOut aria-hidden />
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}
