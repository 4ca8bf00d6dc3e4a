'use client';

import { ArrowUp } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Fragment, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { USUAL_COLUMNS, type ViewDensity } from '@/domain/view/saved-view';
import type { Aside } from '@/domain/view/view';
import { useCountdown } from '@/ui/due-countdown.client';
import { useShortcuts } from '@/ui/use-shortcuts';
import { settle, staysInPlace } from '../settle';
import type { LineRow } from '../ticket-rows';
import { BulkBar } from './bulk-bar.client';
import type { BulkUser } from './bulk-types';
import { lineTime } from './line-time';
import { inListOrder, type ListColumn } from './list-columns';
import { type LineTexts, TicketLine } from './ticket-line.client';
import { useLineEdit } from './use-line-edit.client';
import { type Selection, useSelection } from './use-selection';

type Props = Readonly<{
  workspace: string;
  caption: string;
  rows: readonly LineRow[];
  /** What a ticket's address carries, so that the way on and back is known there; without the question mark. */
  trail: string;
  /** The list is in the order of what is due next. */
  byDue?: boolean;
  /** Words to mark in subjects and previews. */
  words?: readonly string[];
  /** False where new tickets belong on another page of the list. */
  live: boolean;
  columns?: readonly ListColumn[];
  /** What own fields are called, by their columns. */
  heads?: Readonly<Record<string, string>>;
  density?: ViewDensity | null;
  /** Whoever may change many at once; null for readers. */
  bulk?: BulkUser | null;
  /** The list is of what lies there. */
  aside?: Aside | null;
  /** The view whose tickets stand on other pages too, by its name or id; null where this page is all. */
  rest?: string | null;
}>;

/** The list of tickets. News never moves a line under the reader: it waits behind a button until nobody is reading. */
export function TicketList({
  workspace,
  caption,
  rows,
  trail,
  byDue = false,
  words = [],
  live,
  ...look
}: Props) {
  const { columns = USUAL, heads = {}, density = null, bulk = null, rest = null, aside = null } = look;
  const t = useTranslations('desk.list');
  const list = useRef<HTMLTableElement>(null);
  const texts = useLineTexts();
  const { asChosen, edit, menu } = useLineEdit(workspace, rows, aside === null ? bulk : null);
  const [shown, setShown] = useState(rows);
  const settled = settle(shown, rows);
  const lines = asChosen(settled.rows);
  const isRead = useReading(list);
  const still = staysInPlace(shown, rows);
  useEffect(() => {
    const mayMove = () => still || !isRead();
    if (mayMove()) setShown(rows);
    const timer = still ? undefined : setInterval(() => mayMove() && setShown(rows), LOOK_AGAIN_MILLISECONDS);
    return () => clearInterval(timer);
  }, [rows, still, isRead]);

  const selection = useSelection(
    lines.map(({ id }) => id),
    bulk !== null,
  );
  const chosen = bulk && selection;
  const showAll = () => {
    setShown(rows);
    window.scrollTo({ top: 0 });
  };
  useShortcuts({
    j: () => focusLine(list, 1),
    k: () => focusLine(list, -1),
    '.': showAll,
  });
  return (
    <>
      <div role="status" className="pointer-events-none sticky top-28 z-20 h-0 text-center lg:top-16">
        {live && settled.arrived > 0 && (
          <button
            type="button"
            onClick={showAll}
            title={t('show')}
            className="appear pointer-events-auto inline-flex h-8 items-center gap-1.5 rounded-full bg-accent px-3.5 font-medium text-on-accent shadow-raised hover:bg-accent-hover"
          >
            <ArrowUp aria-hidden className="size-4" />
            {t('arrived', { count: settled.arrived })}
          </button>
        )}
      </div>
      <table
        ref={list}
        className="ticket-list w-full table-fixed border-collapse max-md:block"
        data-density={density ?? undefined}
      >
        <caption className="sr-only">{caption}</caption>
        <ListHead columns={columns} heads={heads} chosen={chosen} all={lines.length} />
        <tbody className="max-md:block">
          {lines.map((row, index) => (
            <Fragment key={row.id}>
              {row.group !== undefined && row.group !== lines[index - 1]?.group && (
                <GroupHead columns={columns.length + (chosen ? 1 : 0)}>{row.group}</GroupHead>
              )}
              <TicketLine {...{ workspace, row, trail, byDue, words, columns, texts, chosen, edit }} />
            </Fragment>
          ))}
        </tbody>
      </table>
      {menu}
      {bulk && <BulkBar {...{ workspace, selection, rest, aside }} user={bulk} onPage={lines.length} />}
    </>
  );
}

const LOOK_AGAIN_MILLISECONDS = 1_000;

function useLineTexts(): LineTexts {
  const common = useTranslations('common');
  const list = useTranslations('desk.list');
  const metric = useTranslations('sla.metric');
  const { relativeTime } = useFormatter();
  const countdown = useCountdown();
  const { now, dates } = countdown;
  return { common, list, metric, countdown, time: lineTime({ ...dates, relativeTime }, now) };
}

const USUAL = inListOrder(USUAL_COLUMNS);

/** How wide each column is; what has none is as wide as words need that are cut off. */
const WIDTHS: Readonly<Partial<Record<ListColumn, string>>> = {
  status: 'w-10',
  requester: 'w-40 xl:w-52',
  subject: '',
  priority: 'w-8',
  channel: 'w-8',
  assignee: 'w-11',
  updated: 'w-28 text-right',
};

/** Columns of signs, whose heads are for those who hear them. */
const SIGNS: readonly ListColumn[] = ['status', 'priority', 'channel', 'assignee'];

type HeadProps = Readonly<{
  columns: readonly ListColumn[];
  heads: Readonly<Record<string, string>>;
  chosen: Selection | null;
  /** How many lines there are. */
  all: number;
}>;

function ListHead({ columns, heads, chosen, all }: HeadProps) {
  const t = useTranslations('desk.list');
  const nameOf = (column: ListColumn) =>
    heads[column] ??
    (column.startsWith('ticket.') ? '' : t(column as Exclude<ListColumn, `ticket.${string}`>));
  return (
    <thead className="max-md:sr-only">
      <tr className="border-line border-b">
        {chosen && (
          <th scope="col" className="w-9 py-1.5 pl-4 text-left leading-0">
            <input
              type="checkbox"
              aria-label={t('selectAll')}
              checked={chosen.ids.size === all && all > 0}
              onChange={chosen.toggleAll}
              className="size-4 cursor-pointer accent-accent"
            />
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            className={`truncate px-2 py-1.5 text-left font-medium text-ink-faint text-xs first:pl-4 last:pr-4 ${WIDTHS[column] ?? 'w-32'}`}
          >
            {SIGNS.includes(column) ? <span className="sr-only">{nameOf(column)}</span> : nameOf(column)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function GroupHead({ columns, children }: Readonly<{ columns: number; children: ReactNode }>) {
  return (
    <tr className="border-line border-b bg-sunken max-md:block">
      <th
        scope="rowgroup"
        colSpan={columns}
        className="px-4 py-1.5 text-left font-semibold text-ink-soft text-sm max-md:block"
      >
        {children}
      </th>
    </tr>
  );
}

function focusLine(list: RefObject<HTMLTableElement | null>, step: 1 | -1): void {
  const links = [...(list.current?.querySelectorAll<HTMLElement>('a[data-line]') ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = links[at === -1 ? 0 : at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

const READING_MILLISECONDS = 3_000;

/** Whether somebody is reading the list now: it is scrolled, a line has the focus, or the pointer moved over it lately. */
function useReading(list: RefObject<HTMLTableElement | null>): () => boolean {
  const pointedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const table = list.current;
    const note = () => {
      pointedAt.current = performance.now();
    };
    table?.addEventListener('pointermove', note, { passive: true });
    return () => table?.removeEventListener('pointermove', note);
  }, [list]);
  const [isRead] = useState(() => () => {
    const focused = list.current?.contains(document.activeElement) ?? false;
    return focused || window.scrollY > 8 || performance.now() - pointedAt.current < READING_MILLISECONDS;
  });
  return isRead;
}
