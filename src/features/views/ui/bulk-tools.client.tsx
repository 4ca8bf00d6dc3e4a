'use client';

import {
  ArchiveRestore,
  CircleDot,
  Flag,
  Moon,
  ShieldAlert,
  ShieldCheck,
  Tags,
  Trash2,
  UserRound,
  Users,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Aside } from '@/domain/view/view';
import { Menu, MenuItem, MenuSeparator } from '@/ui/menu.client';
import { useBulkMornings } from './bulk-mornings';
import { Opener } from './bulk-opener';
import { BulkTags } from './bulk-tags.client';
import type { BulkChoices, BulkUser } from './bulk-types';
import { PeopleItems, PriorityItems, StatusItems } from './change-items.client';
import type { BulkPatch } from './use-bulk-change';

type WorkProps = Set & Readonly<{ choices: BulkChoices | null; user: BulkUser }>;

/** What is done with tickets that are worked on. */
export function WorkTools({ set, choices, user }: WorkProps) {
  return (
    <>
      <StatusMenu set={set} />
      <PeopleMenu choices={choices} me={user.id} set={set} />
      <TeamMenu choices={choices} set={set} />
      <PriorityMenu set={set} />
      <BulkTags known={choices?.tags ?? []} set={set}>
        <Tags aria-hidden />
      </BulkTags>
      <SnoozeMenu timeZone={user.timeZone} set={set} />
    </>
  );
}

type AsideProps = Set & Readonly<{ aside: Aside | null; mayTrash: boolean }>;

/** Into spam and trash, and out of them. */
export function AsideTools({ aside, mayTrash, set }: AsideProps) {
  const t = useTranslations('desk.bulk');
  const [isSpam, isTrash] = [aside === 'spam', aside === 'trash'];
  return (
    <>
      {!isTrash && (
        <Opener label={t(isSpam ? 'notSpam' : 'spam')} onClick={() => set({ spam: !isSpam })}>
          {isSpam ? <ShieldCheck aria-hidden /> : <ShieldAlert aria-hidden />}
        </Opener>
      )}
      {mayTrash && (
        <Opener label={t(isTrash ? 'restore' : 'trash')} onClick={() => set({ trash: !isTrash })}>
          {isTrash ? <ArchiveRestore aria-hidden /> : <Trash2 aria-hidden />}
        </Opener>
      )}
    </>
  );
}

type Set = Readonly<{ set: (patch: BulkPatch) => void }>;

function StatusMenu({ set }: Set) {
  const t = useTranslations('desk.bulk');
  return (
    <Menu
      side="top"
      trigger={
        <Opener label={t('status')}>
          <CircleDot aria-hidden />
        </Opener>
      }
    >
      <StatusItems set={set} />
    </Menu>
  );
}

function PeopleMenu({ choices, me, set }: Set & Readonly<{ choices: BulkChoices | null; me: string }>) {
  const t = useTranslations('desk.bulk');
  return (
    <Menu
      side="top"
      trigger={
        <Opener label={t('assignee')}>
          <UserRound aria-hidden />
        </Opener>
      }
    >
      <PeopleItems {...{ choices, me, set }} />
    </Menu>
  );
}

function TeamMenu({ choices, set }: Set & Readonly<{ choices: BulkChoices | null }>) {
  const t = useTranslations('desk.bulk');
  return (
    <Menu
      side="top"
      trigger={
        <Opener label={t('team')}>
          <Users aria-hidden />
        </Opener>
      }
    >
      <MenuItem onSelect={() => set({ teamId: null })}>{t('noTeam')}</MenuItem>
      <MenuSeparator />
      {(choices?.teams ?? []).map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => set({ teamId: id })}>
          <span className="min-w-0 truncate">{name}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}

function PriorityMenu({ set }: Set) {
  const t = useTranslations('desk.bulk');
  return (
    <Menu
      side="top"
      trigger={
        <Opener label={t('priority')}>
          <Flag aria-hidden />
        </Opener>
      }
    >
      <PriorityItems set={set} />
    </Menu>
  );
}

function SnoozeMenu({ timeZone, set }: Set & Readonly<{ timeZone: string }>) {
  const t = useTranslations('desk.bulk');
  const mornings = useBulkMornings(timeZone);
  return (
    <Menu
      side="top"
      trigger={
        <Opener label={t('snooze')}>
          <Moon aria-hidden />
        </Opener>
      }
    >
      {mornings.map(({ label, at }) => (
        <MenuItem key={label} onSelect={() => set({ snoozedUntil: at })}>
          {label}
        </MenuItem>
      ))}
      <MenuItem onSelect={() => set({ snoozedUntil: null })}>{t('wake')}</MenuItem>
    </Menu>
  );
}
