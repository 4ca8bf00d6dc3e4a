'use client';

import { ChevronsUpDown, LogOut, UserRound, Zap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { startTransition } from 'react';
import type { AvailabilityState, PhoneWork } from '@/domain/routing/availability';
import { signOutAction } from '@/features/account/actions';
import { AvailabilityMenu, useAvailability } from '@/features/routing/ui/availability-menu.client';
import { StateDot } from '@/features/routing/ui/state-dot';
import { useActs } from '@/ui/acts';
import { Avatar } from '@/ui/avatar';
import { Menu, MenuItem, MenuLabel, MenuLink, MenuSeparator } from '@/ui/menu.client';

type Props = Readonly<{
  workspace: string;
  name: string;
  email: string;
  /** Null for those who take no work. */
  availability: AvailabilityState | null;
  /** What keeps them at the telephone. */
  onPhone: PhoneWork | null;
}>;

/** The signed-in person: whether they take work, and the ways to their settings and out. */
export function AccountMenu({ workspace, name, email, availability, onPhone }: Props) {
  const t = useTranslations('desk.rail');
  const states = useTranslations('routing.state');
  const phone = useTranslations('routing.onPhone');
  const { state, choose } = useAvailability(workspace, availability ?? 'offline');
  const signOut = () =>
    startTransition(async () => {
      await signOutAction({ values: {}, problem: null, done: false }, new FormData());
    });
  useActs({ signOut });
  return (
    <Menu
      side="top"
      className="w-60"
      trigger={
        <button
          type="button"
          className="mt-1 flex h-10 w-full items-center gap-2.5 rounded-md px-2 text-left hover:bg-hover"
        >
          <span className="relative shrink-0">
            <Avatar name={name} />
            {availability && (
              <StateDot
                state={state}
                className="absolute -right-0.5 -bottom-0.5 bg-clip-content ring-2 ring-sunken"
              />
            )}
          </span>
          <span className="min-w-0 flex-1 truncate text-ink">
            <span className="sr-only">{t('account')} </span>
            {name}
            {availability && <span className="sr-only">, {states(state)}</span>}
            {onPhone && <span className="block truncate text-ink-soft text-xs">{phone(onPhone)}</span>}
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
        </button>
      }
    >
      {availability && <AvailabilityMenu state={state} onChoose={choose} />}
      <MenuLabel>{email}</MenuLabel>
      <MenuLink href={`/${workspace}/me`}>
        <UserRound aria-hidden />
        {t('me')}
      </MenuLink>
      <MenuLink href={`/${workspace}/me/macros`}>
        <Zap aria-hidden />
        {t('macros')}
      </MenuLink>
      <MenuSeparator />
      <MenuItem onSelect={signOut}>
        <LogOut aria-hidden />
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}
