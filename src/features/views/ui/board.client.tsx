'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { BOARD_STATUSES, isSettable, type SettableStatus } from '@/domain/view/board';
import type { View } from '@/domain/view/view';
import { BoardColumn } from './board-column.client';
import type { BulkUser } from './bulk-types';
import { useLineTexts } from './line-texts';
import { type ShownColumn, useBoard } from './use-board';
import { useBoardKeys } from './use-board-keys';
import { useLineEdit } from './use-line-edit.client';

type Props = Readonly<{
  workspace: string;
  view: View;
  /** What the board is called. */
  label: string;
  columns: readonly ShownColumn[];
  /** What a ticket's address carries, so that the way back is known there; without the question mark. */
  trail: string;
  /** Whoever may move cards; null for readers. */
  user: BulkUser | null;
}>;

/**
 * Tickets in columns by status. Cards are moved by the pointer, by Shift with an arrow, or by the menu of each card; one whose move is
 * refused goes back, with the reason in words. While a card is dragged nothing else moves.
 */
export function Board({ workspace, view, label, columns: given, trail, user }: Props) {
  const t = useTranslations('desk.board');
  const common = useTranslations('common');
  const root = useRef<HTMLElement>(null);
  const texts = useLineTexts();
  const [dragged, drag] = useState<string | null>(null);
  const [said, say] = useState('');
  const columns = useStill(given, dragged !== null);
  const board = useBoard(workspace, view, columns);
  const { asChosen, edit, set, menu } = useLineEdit(workspace, board.rows, {
    user,
    setting: (id) => follow(id),
    told: (id, { status }, done) => {
      const row = board.rows.find((each) => each.id === id);
      if (!row || !status || !isSettable(status)) return;
      if (done) board.moved({ ...row, status });
      const where = { number: String(row.number), status: common(`status.${done ? status : row.status}`) };
      say(t(done ? 'moved' : 'stays', where));
    },
  });
  const put = (id: string, status: SettableStatus | null) => {
    if (status === null) return say(t('noFurther'));
    set(id, { status });
  };
  const follow = useBoardKeys(root, user && (({ id }, status) => put(id, status)));
  const rows = asChosen(board.rows);
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      {board.isLost && (
        <p role="alert" className="border-line border-b px-4 py-2 text-warning-ink">
          {t('lost')}
        </p>
      )}
      <section
        ref={root}
        aria-label={label}
        className="relative flex h-[calc(100dvh-6rem)] snap-x gap-3 overflow-x-auto scroll-px-3 p-3 lg:h-[calc(100dvh-3rem)]"
      >
        {BOARD_STATUSES.map((status) => {
          const column = columns.find((each) => each.status === status) ?? { status, rows: [], count: 0 };
          const cards = rows.filter((row) => row.status === status);
          return (
            <BoardColumn
              key={status}
              {...{ workspace, trail, texts, status, cards, edit, dragged, drag }}
              count={column.count}
              onMore={board.more(column)}
              onDrop={(id) => isSettable(status) && put(id, status)}
            />
          );
        })}
      </section>
      {menu}
    </>
  );
}

/** What was there when something that must not be disturbed began, until it ends. */
function useStill<What>(now: What, isHeld: boolean): What {
  const [held, hold] = useState(now);
  if (!isHeld && held !== now) hold(now);
  return isHeld ? held : now;
}
