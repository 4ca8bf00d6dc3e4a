'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, startTransition, useOptimistic, useState } from 'react';
import { Menu } from '@/ui/menu.client';
import { useShortcuts } from '@/ui/use-shortcuts';
import type { ShownRow } from '../settle';
import type { LineRow } from '../ticket-rows';
import type { BulkChoices, BulkUser } from './bulk-types';
import { PeopleItems, PriorityItems, StatusItems } from './change-items.client';
import { LineTags } from './line-tags.client';
import { type BulkPatch, useBulkChange } from './use-bulk-change';
import { useChoices } from './use-choices';

/** What of a ticket is changed without opening it. */
type LineField = 'status' | 'priority' | 'assignee' | 'tags';

/** Opens the choices of a field of a ticket at an element of its line. */
export type EditLine = (field: LineField, id: string, at: Element) => void;

type Asked = Readonly<{ field: LineField; id: string; at: DOMRect; back: HTMLElement | null; open: boolean }>;

type Edited = Readonly<{
  /** The rows, with what was chosen a moment ago and has no answer yet. */
  asChosen: (rows: readonly ShownRow[]) => readonly ShownRow[];
  /** Null for those who may change nothing. */
  edit: EditLine | null;
  /** Changes a ticket without a menu. */
  set: (id: string, patch: BulkPatch) => void;
  /** The open menu, to be put somewhere beside the list. */
  menu: ReactNode;
}>;

const keepsNothing = () => undefined;
/** Hears of what was changed, and of what was refused. */
type Told = (id: string, patch: BulkPatch, done: boolean) => void;
const NOTHING_CHOSEN: readonly Chosen[] = [];

/**
 * Status, priority, assignee and tags of a ticket, changed from its line: by the pointer at its cell, or by S, P, A and T on the
 * line with the focus. What was chosen shows at once, and stands as it was where it is refused, with the reason in words.
 */
export function useLineEdit(
  workspace: string,
  given: readonly LineRow[],
  { user, setting, told }: Readonly<{ user: BulkUser | null; setting?: (id: string) => void; told?: Told }>,
): Edited {
  const [chosen, show] = useOptimistic(NOTHING_CHOSEN, (before, one: Chosen) => [...before, one]);
  const [asked, ask] = useState<Asked | null>(null);
  const { change } = useBulkChange(workspace, keepsNothing);
  const choices = useChoices(workspace, asked?.field === 'assignee' || asked?.field === 'tags');
  const edit: EditLine = (field, id, at) => {
    const back = at.closest('[data-ticket]')?.querySelector<HTMLElement>('[data-line]') ?? null;
    // A cell for which there is no room at present has no place; its line has.
    const shown = at.getClientRects().length > 0 ? at : (back ?? at);
    ask({ field, id, at: shown.getBoundingClientRect(), back, open: true });
  };
  const byKey = (field: LineField) => () => {
    const line = document.activeElement?.closest<HTMLElement>('[data-ticket]');
    const id = line?.dataset['ticket'];
    if (line && id) edit(field, id, line.querySelector(`[data-edit="${field}"]`) ?? line);
  };
  useShortcuts(
    user ? { s: byKey('status'), p: byKey('priority'), a: byKey('assignee'), t: byKey('tags') } : {},
  );
  const close = () => {
    ask((now) => now && { ...now, open: false });
    asked?.back?.focus();
  };
  const set = (id: string, patch: BulkPatch) => {
    setting?.(id);
    startTransition(async () => {
      show({ id, patch, choices });
      const refused = await change([id], patch);
      told?.(id, patch, refused.length === 0);
    });
  };
  const row = given.find(({ id }) => id === asked?.id);
  const known = { choices, user, set: (patch: BulkPatch) => asked && set(asked.id, patch), close };
  return {
    asChosen: (rows) => chosen.reduce(withPatch, rows),
    edit: user && edit,
    set,
    menu: asked && row && <LineChoices {...known} asked={asked} row={row} />,
  };
}

type ChoicesProps = Readonly<{
  asked: Asked;
  row: LineRow;
  choices: BulkChoices | null;
  user: BulkUser | null;
  set: (patch: BulkPatch) => void;
  close: () => void;
}>;

function LineChoices({ asked, row, choices, user, set, close }: ChoicesProps) {
  const t = useTranslations('desk.bulk');
  const { field, at, back, open } = asked;
  if (field === 'tags')
    return open && <LineTags row={row} known={choices?.tags ?? []} back={back} set={set} onClose={close} />;
  return (
    <Menu
      open={open}
      onOpenChange={(stays) => stays || close()}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        back?.focus();
      }}
      trigger={
        <span
          aria-hidden
          className="pointer-events-none fixed"
          style={{ top: at.top, left: at.left, height: at.height, width: Math.min(at.width, WIDEST) }}
        >
          <span className="sr-only">{t(field)}</span>
        </span>
      }
    >
      {field === 'status' && <StatusItems set={set} />}
      {field === 'priority' && <PriorityItems set={set} />}
      {field === 'assignee' && <PeopleItems choices={choices} me={user?.id ?? ''} set={set} />}
    </Menu>
  );
}

/** A menu that hangs on a whole line begins at its left. */
const WIDEST = 48;

type Chosen = Readonly<{ id: string; patch: BulkPatch; choices: BulkChoices | null }>;

const withPatch = (rows: readonly ShownRow[], chosen: Chosen): readonly ShownRow[] =>
  rows.map((row) => (row.id === chosen.id ? { ...row, ...shownOf(row, chosen) } : row));

/** What of the line changes by it; a person whose name is not known yet comes with the answer. */
function shownOf(row: LineRow, { patch, choices }: Chosen): Partial<LineRow> {
  const { status, priority, assigneeId, addTags = [], removeTags = [] } = patch;
  const name = choices?.people.find(({ id }) => id === assigneeId)?.name;
  const tags = row.tags.filter((tag) => !removeTags.includes(tag));
  return {
    ...(status && { status }),
    ...(priority && { priority }),
    ...((name !== undefined || assigneeId === null) && { assignee: name ?? null }),
    tags: [...tags, ...addTags.filter((tag) => !tags.includes(tag))],
  };
}
