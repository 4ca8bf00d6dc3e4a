'use client';

import { useTranslations } from 'next-intl';
import { type DragEvent, useId, useState } from 'react';
import { type BoardStatus, isSettable } from '@/domain/view/board';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import { StatusIcon } from '@/ui/ticket-icons';
import { COLUMN_COUNT_LIMIT } from '../page-size';
import type { LineRow } from '../ticket-rows';
import { BoardCard } from './board-card.client';
import type { LineTexts } from './ticket-line.client';
import type { EditLine } from './use-line-edit.client';

type Props = Readonly<{
  workspace: string;
  trail: string;
  texts: LineTexts;
  status: BoardStatus;
  cards: readonly LineRow[];
  count: number;
  /** Null for those who may move nothing. */
  edit: EditLine | null;
  /** The card that is dragged at present. */
  dragged: string | null;
  drag: (id: string | null) => void;
  onDrop: (id: string) => void;
  onMore: (() => void) | null;
}>;

/** One status of a board, with its cards. */
export function BoardColumn({ status, cards, count, dragged, drag, onDrop, onMore, ...card }: Props) {
  const t = useTranslations('desk.board');
  const { common } = card.texts;
  const heading = useId();
  const [isOver, setOver] = useState(false);
  const takes = dragged !== null && isSettable(status) && !cards.some(({ id }) => id === dragged);
  const over = (event: DragEvent) => {
    if (!takes) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    setOver(true);
  };
  return (
    <section
      aria-labelledby={heading}
      data-column={status}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!takes) return;
        event.preventDefault();
        drag(null);
        onDrop(dragged);
      }}
      className={classNames(
        'flex min-w-52 flex-1 snap-start flex-col rounded-lg border border-line bg-sunken max-md:min-w-[78vw]',
        dragged !== null && !takes && 'opacity-60',
        isOver && takes && 'border-accent bg-accent-soft',
      )}
    >
      <h2
        id={heading}
        className="flex shrink-0 items-center gap-2 border-line border-b px-3 py-2 font-semibold text-ink"
      >
        <StatusIcon status={status} />
        <span className="min-w-0 truncate">{common(`status.${status}`)}</span>
        <Count count={count} />
      </h2>
      <ul className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto p-2">
        {cards.map((row) => (
          <BoardCard key={row.id} {...card} row={row} isDragged={row.id === dragged} drag={drag} />
        ))}
        {cards.length === 0 && <li className="px-1 py-2 text-ink-faint text-sm">{t('none')}</li>}
        {onMore && (
          <li className="text-center">
            <Button variant="ghost" size="sm" onClick={onMore}>
              {t('more')}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}

function Count({ count }: Readonly<{ count: number }>) {
  const t = useTranslations('desk.views');
  const isCapped = count > COLUMN_COUNT_LIMIT;
  const shown = Math.min(count, COLUMN_COUNT_LIMIT);
  return (
    <span className="font-normal text-ink-faint text-sm tabular-nums">
      <span aria-hidden>{isCapped ? `${shown}+` : shown}</span>
      <span className="sr-only">{t(isCapped ? 'countCapped' : 'count', { count: shown })}</span>
    </span>
  );
}
