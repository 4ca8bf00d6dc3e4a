'use client';

import { CircleDot, Flag, Moon, ShieldAlert, Tags, UserRound, Users, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { toast } from 'sonner';
import { PRIORITIES } from '@/domain/ticket/ticket';
import { Button } from '@/ui/button';
import { Menu, MenuItem, MenuSeparator } from '@/ui/menu.client';
import { PriorityIcon, StatusIcon } from '@/ui/ticket-icons';
import { useBulkMornings } from './bulk-mornings';
import { Opener } from './bulk-opener';
import { BulkTags } from './bulk-tags.client';
import { type BulkPatch, useBulkChange } from './use-bulk-change';
import type { Selection } from './use-selection';

const STATUSES = ['open', 'pending', 'on_hold', 'solved'] as const;

type Choice = Readonly<{ id: string; name: string }>;
export type BulkChoices = Readonly<{
  people: readonly Choice[];
  teams: readonly Choice[];
  tags: readonly string[];
}>;

/** Whoever changes many tickets at once. */
export type BulkUser = Readonly<{ id: string; timeZone: string }>;

type Props = Readonly<{
  workspace: string;
  user: BulkUser;
  selection: Selection;
  /** How many lines this page has, and the view that has more of them. */
  onPage: number;
  rest: string | null;
}>;

/** What is done with all chosen tickets at once; stands at the foot of the list while any is chosen. */
export function BulkBar({ workspace, user, selection, onPage, rest }: Props) {
  const t = useTranslations('desk.bulk');
  const { ids, clear, keep } = selection;
  const { running, change } = useBulkChange(workspace, keep);
  const choices = useChoices(workspace, ids.size > 0);
  const set = (patch: BulkPatch) => void change([...ids], patch);
  if (ids.size === 0 && !running) return null;
  return (
    <section
      aria-label={t('label')}
      className="pointer-events-none sticky bottom-3 z-20 flex justify-center px-2 pt-3"
    >
      <div className="appear pointer-events-auto flex max-w-full flex-wrap items-center rounded-lg sm:gap-1 border border-line bg-raised px-2 py-1.5 shadow-raised">
        <p role="status" className="px-1.5 font-medium tabular-nums">
          {running ? t('running', running) : t('chosen', { count: ids.size })}
        </p>
        {running ? (
          <progress
            value={running.done}
            max={running.total}
            aria-label={t('progress')}
            className="h-1.5 w-32 accent-accent"
          />
        ) : (
          <>
            {rest !== null && ids.size === onPage && (
              <TakeAll workspace={workspace} view={rest} onTaken={keep} />
            )}
            <StatusMenu set={set} />
            <PeopleMenu choices={choices} me={user.id} set={set} />
            <TeamMenu choices={choices} set={set} />
            <PriorityMenu set={set} />
            <BulkTags known={choices?.tags ?? []} set={set}>
              <Tags aria-hidden />
            </BulkTags>
            <SnoozeMenu timeZone={user.timeZone} set={set} />
            <Opener label={t('spam')} onClick={() => set({ spam: true })}>
              <ShieldAlert aria-hidden />
            </Opener>
            <Button variant="ghost" size="icon-sm" aria-label={t('clear')} title={t('clear')} onClick={clear}>
              <X aria-hidden />
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

type TakeAllProps = Readonly<{
  workspace: string;
  view: string;
  onTaken: (ids: readonly string[]) => void;
}>;

/** Chooses the tickets on the other pages as well. */
function TakeAll({ workspace, view, onTaken }: TakeAllProps) {
  const t = useTranslations('desk.bulk');
  const take = async () => {
    const answer = await fetch(`/api/desk/${workspace}/views/tickets?view=${view}`).catch(() => null);
    if (answer?.ok) onTaken((await answer.json()).ids);
    else toast.error(t('notTaken'));
  };
  return (
    <Button variant="link" size="sm" className="px-1.5" onClick={() => void take()}>
      {t('takeAll')}
    </Button>
  );
}

/** The people, teams and tags, asked for once somebody chooses. */
function useChoices(workspace: string, isWanted: boolean): BulkChoices | null {
  const [choices, setChoices] = useState<BulkChoices | null>(null);
  useEffect(() => {
    if (!isWanted || choices) return;
    const asked = new AbortController();
    fetch(`/api/desk/${workspace}/choices`, { signal: asked.signal })
      .then(async (answer) => answer.ok && setChoices(await answer.json()))
      .catch(() => undefined);
    return () => asked.abort();
  }, [workspace, isWanted, choices]);
  return choices;
}

type Set = Readonly<{ set: (patch: BulkPatch) => void }>;

function StatusMenu({ set }: Set) {
  const [t, common] = [useTranslations('desk.bulk'), useTranslations('common')];
  return (
    <Menu
      side="top"
      trigger={
        <Opener label={t('status')}>
          <CircleDot aria-hidden />
        </Opener>
      }
    >
      {STATUSES.map((status) => (
        <MenuItem key={status} onSelect={() => set({ status })}>
          <StatusIcon status={status} />
          {common(`status.${status}`)}
        </MenuItem>
      ))}
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
      <MenuItem onSelect={() => set({ assigneeId: me })}>{t('me')}</MenuItem>
      <MenuItem onSelect={() => set({ assigneeId: null })}>{t('nobody')}</MenuItem>
      <MenuSeparator />
      {(choices?.people ?? []).map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => set({ assigneeId: id })}>
          <span className="min-w-0 truncate">{name}</span>
        </MenuItem>
      ))}
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
  const [t, common] = [useTranslations('desk.bulk'), useTranslations('common')];
  return (
    <Menu
      side="top"
      trigger={
        <Opener label={t('priority')}>
          <Flag aria-hidden />
        </Opener>
      }
    >
      {PRIORITIES.map((priority) => (
        <MenuItem key={priority} onSelect={() => set({ priority })}>
          <PriorityIcon priority={priority} />
          {common(`priority.${priority}`)}
        </MenuItem>
      ))}
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
