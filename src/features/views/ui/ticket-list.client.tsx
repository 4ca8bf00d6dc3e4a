'use client';

import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Fragment, type RefObject, useEffect, useRef, useState } from 'react';
import { USUAL_COLUMNS, type ViewDensity } from '@/domain/view/saved-view';
import type { Aside } from '@/domain/view/view';
import { useShortcuts } from '@/ui/use-shortcuts';
import { settle, staysInPlace } from '../settle';
import type { LineRow } from '../ticket-rows';
import { BulkBar } from './bulk-bar.client';
import type { BulkUser } from './bulk-types';
import { useLineTexts } from './line-texts';
import { inListOrder, type ListColumn } from './list-columns';
import { GroupHead, ListHead } from './list-head.client';
import { PreviewPane } from './preview-pane.client';
import { lineHref, TicketLine } from './ticket-line.client';
import { useLineEdit } from './use-line-edit.client';
import { focusBeside, usePreview } from './use-preview';
import { useSelection } from './use-selection';

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
  const {
    columns: wanted = USUAL,
    heads = {},
    density = null,
    bulk = null,
    rest = null,
    aside = null,
  } = look;
  const list = useRef<HTMLTableElement>(null);
  const texts = useLineTexts();
  const { asChosen, edit, menu } = useLineEdit(workspace, rows, { user: aside === null ? bulk : null });
  const [shown, setShown] = useState(rows);
  const settled = settle(shown, rows);
  const lines = asChosen(settled.rows);
  const preview = usePreview(list);
  const looked = lines.find(({ id }) => id === preview.id);
  const columns = looked ? wanted.filter((column) => BESIDE_PREVIEW.includes(column)) : wanted;
  const isRead = useReading(list, looked !== undefined);
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
    j: () => focusBeside(list, 1),
    k: () => focusBeside(list, -1),
    '.': showAll,
  });
  return (
    <>
      <Arrived count={live ? settled.arrived : 0} onShow={showAll} />
      <div
        className={looked && 'md:grid md:grid-cols-[minmax(0,1fr)_clamp(20rem,38%,28rem)] max-md:pb-[60dvh]'}
      >
        <div className="min-w-0">
          <table
            ref={list}
            className="ticket-list w-full table-fixed border-collapse max-md:block"
            data-density={density ?? undefined}
            data-looking={looked ? '' : undefined}
          >
            <caption className="sr-only">{caption}</caption>
            <ListHead columns={columns} heads={heads} chosen={chosen} all={lines.length} />
            <tbody className="max-md:block">
              {lines.map((row, index) => (
                <Fragment key={row.id}>
                  {row.group !== undefined && row.group !== lines[index - 1]?.group && (
                    <GroupHead columns={columns.length + (chosen ? 1 : 0)}>{row.group}</GroupHead>
                  )}
                  <TicketLine
                    {...{ workspace, row, trail, byDue, words, columns, texts, chosen, edit, preview }}
                  />
                </Fragment>
              ))}
            </tbody>
          </table>
          {menu}
          {bulk && <BulkBar {...{ workspace, selection, rest, aside }} user={bulk} onPage={lines.length} />}
        </div>
        {looked && (
          <PreviewPane
            {...{ workspace, texts }}
            row={looked}
            href={lineHref({ workspace, row: looked, trail, byDue })}
            onClose={preview.close}
          />
        )}
      </div>
    </>
  );
}

/** What there is room for beside a preview, which tells the rest. */
const BESIDE_PREVIEW: readonly ListColumn[] = ['status', 'requester', 'subject'];

type ArrivedProps = Readonly<{ count: number; onShow: () => void }>;

/** What is new and not shown yet. */
function Arrived({ count, onShow }: ArrivedProps) {
  const t = useTranslations('desk.list');
  return (
    <div role="status" className="pointer-events-none sticky top-28 z-20 h-0 text-center lg:top-16">
      {count > 0 && (
        <button
          type="button"
          onClick={onShow}
          title={t('show')}
          className="appear pointer-events-auto inline-flex h-8 items-center gap-1.5 rounded-full bg-accent px-3.5 font-medium text-on-accent shadow-raised hover:bg-accent-hover"
        >
          <ArrowUp aria-hidden className="size-4" />
          {t('arrived', { count })}
        </button>
      )}
    </div>
  );
}

const LOOK_AGAIN_MILLISECONDS = 1_000;

const USUAL = inListOrder(USUAL_COLUMNS);

const READING_MILLISECONDS = 3_000;

/**
 * Whether somebody is reading the list now: it is scrolled, a line has the focus, the pointer moved over it lately, or one of its
 * tickets is looked at.
 */
function useReading(list: RefObject<HTMLTableElement | null>, isLookedAt: boolean): () => boolean {
  const pointedAt = useRef(Number.NEGATIVE_INFINITY);
  const looked = useRef(isLookedAt);
  useEffect(() => {
    looked.current = isLookedAt;
  }, [isLookedAt]);
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
    return (
      looked.current ||
      focused ||
      window.scrollY > 8 ||
      performance.now() - pointedAt.current < READING_MILLISECONDS
    );
  });
  return isRead;
}
