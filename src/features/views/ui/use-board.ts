import { useEffect, useRef, useState } from 'react';
import { type BoardStatus, isBoardStatus } from '@/domain/view/board';
import { placeToText, type View } from '@/domain/view/view';
import type { LineRow } from '../ticket-rows';

/** A column as it came with the page. */
export type ShownColumn = Readonly<{ status: BoardStatus; rows: readonly LineRow[]; count: number }>;

/** So many cards more with each press, and the most that a column shows beyond those of the page. */
const STEP = 20;
const MOST = 100;

/** The most cards that are kept in sight after they were moved far down a column. */
const MOST_MOVED = 50;

type Further = Readonly<Partial<Record<BoardStatus, number>>>;

type Board = Readonly<{
  /** All cards, of all columns. */
  rows: readonly LineRow[];
  /** Shows more cards of a column; null where it can show no more. */
  more: (column: ShownColumn) => (() => void) | null;
  /** A card was put elsewhere: it stays in sight, however far down it belongs. */
  moved: (row: LineRow) => void;
  /** The further cards could not be fetched. */
  isLost: boolean;
}>;

/**
 * The cards of a board: those of the page, and of each column as many more as were asked for. What came later than the page is
 * asked for again whenever the page is, so that it moves as well when somebody else moves it.
 */
export function useBoard(workspace: string, view: View, columns: readonly ShownColumn[]): Board {
  const [wanted, want] = useState<Further>({});
  const [kept, keep] = useState<readonly string[]>([]);
  const [further, setFurther] = useState<readonly LineRow[]>([]);
  const [isLost, setLost] = useState(false);
  const asked = useRef(0);
  useEffect(() => {
    const urls = urlsOf({ workspace, view, columns, wanted, kept });
    const own = ++asked.current;
    if (urls.length === 0) return;
    Promise.all(urls.map(cardsOf)).then(
      (found) => {
        if (own !== asked.current) return;
        setFurther(found.flat());
        setLost(false);
      },
      () => own === asked.current && setLost(true),
    );
  }, [workspace, view, columns, wanted, kept]);

  const known = new Map<string, LineRow>();
  for (const row of [...further, ...columns.flatMap(({ rows }) => rows)])
    if (isBoardStatus(row.status)) known.set(row.id, row);
  return {
    rows: [...known.values()].sort(byActivity),
    more: ({ status, rows, count }) => {
      const now = wanted[status] ?? 0;
      if (now >= MOST || rows.length + now >= count) return null;
      return () => want({ ...wanted, [status]: now + STEP });
    },
    moved: (row) => {
      setFurther((before) => [...before.filter(({ id }) => id !== row.id), row]);
      keep((before) => [...before.filter((id) => id !== row.id), row.id].slice(-MOST_MOVED));
    },
    isLost,
  };
}

const byActivity = (one: LineRow, other: LineRow): number =>
  other.activityAt.getTime() - one.activityAt.getTime() || (one.id < other.id ? 1 : -1);

type Asked = Readonly<{
  workspace: string;
  view: View;
  columns: readonly ShownColumn[];
  wanted: Further;
  kept: readonly string[];
}>;

function urlsOf({ workspace, view, columns, wanted, kept }: Asked): string[] {
  const base = `/api/desk/${workspace}/views/board`;
  const urls = columns.flatMap(({ status, rows }) => {
    const [limit, last] = [wanted[status] ?? 0, rows.at(-1)];
    if (limit === 0 || !last) return [];
    return [`${base}?view=${view}&status=${status}&after=${placeToText(last)}&limit=${limit}`];
  });
  return kept.length > 0 ? [...urls, `${base}?view=${view}&ids=${kept.join(',')}`] : urls;
}

async function cardsOf(url: string): Promise<LineRow[]> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`no cards: ${answer.status}`);
  const { rows } = (await answer.json()) as { rows: LineRow[] };
  return rows.map(withDates);
}

const dateOf = (text: Date | null) => text && new Date(text);

/** Moments travel as text. */
const withDates = (row: LineRow): LineRow => ({
  ...row,
  activityAt: new Date(row.activityAt),
  nextDueAt: dateOf(row.nextDueAt),
  promiseDueAt: dateOf(row.promiseDueAt),
  snoozedUntil: dateOf(row.snoozedUntil),
});
