'use client';

import { useTranslations } from 'next-intl';
import { PRIORITIES } from '@/domain/ticket/ticket';
import { MenuItem, MenuSeparator } from '@/ui/menu.client';
import { PriorityIcon, StatusIcon } from '@/ui/ticket-icons';
import type { BulkChoices } from './bulk-types';
import type { BulkPatch } from './use-bulk-change';

const STATUSES = ['open', 'pending', 'on_hold', 'solved'] as const;

type Set = Readonly<{ set: (patch: BulkPatch) => void }>;

/** The statuses that a person may set, within a `Menu`. */
export function StatusItems({ set }: Set) {
  const common = useTranslations('common');
  return STATUSES.map((status) => (
    <MenuItem key={status} onSelect={() => set({ status })}>
      <StatusIcon status={status} />
      {common(`status.${status}`)}
    </MenuItem>
  ));
}

/** The priorities, within a `Menu`. */
export function PriorityItems({ set }: Set) {
  const common = useTranslations('common');
  return PRIORITIES.map((priority) => (
    <MenuItem key={priority} onSelect={() => set({ priority })}>
      <PriorityIcon priority={priority} />
      {common(`priority.${priority}`)}
    </MenuItem>
  ));
}

/** To whom tickets can be given, within a `Menu`: oneself and nobody first. */
export function PeopleItems({
  choices,
  me,
  set,
}: Set & Readonly<{ choices: BulkChoices | null; me: string }>) {
  const t = useTranslations('desk.bulk');
  return (
    <>
      <MenuItem onSelect={() => set({ assigneeId: me })}>{t('me')}</MenuItem>
      <MenuItem onSelect={() => set({ assigneeId: null })}>{t('nobody')}</MenuItem>
      <MenuSeparator />
      {(choices?.people ?? []).map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => set({ assigneeId: id })}>
          <span className="min-w-0 truncate">{name}</span>
        </MenuItem>
      ))}
    </>
  );
}
