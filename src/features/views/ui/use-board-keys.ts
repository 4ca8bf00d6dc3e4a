import { type RefObject, useEffect, useRef } from 'react';
import { columnBeside, type SettableStatus } from '@/domain/view/board';
import { useShortcuts } from '@/ui/use-shortcuts';

type Card = Readonly<{ id: string; status: string }>;
/** Puts a card into another column; null for a way that leads nowhere. */
type Put = (card: Card, status: SettableStatus | null) => void;

const cardAt = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>('[data-ticket]') ?? null;

const linksIn = (column: Element | null | undefined) => [
  ...(column?.querySelectorAll<HTMLElement>('a[data-line]') ?? []),
];

/**
 * The keys of a board: arrows (and J and K) lead from card to card, Shift with an arrow to the side puts the card with the focus into
 * the column beside its own. A card that goes to another column, and back where that is refused, keeps the focus.
 */
export function useBoardKeys(board: RefObject<HTMLElement | null>, put: Put | null): (id: string) => void {
  const follow = useRef<string | null>(null);
  const latest = useRef(put);
  useEffect(() => {
    latest.current = put;
    const link = board.current?.querySelector<HTMLElement>(`[data-ticket="${follow.current}"] a[data-line]`);
    if (link && document.activeElement !== link && !document.querySelector('[role=menu]')) link.focus();
  });
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const letGo = () => {
      follow.current = null;
    };
    const onKey = (event: KeyboardEvent) => {
      letGo();
      if (actOn(event, board, (card, status) => latest.current?.(card, status))) event.preventDefault();
    };
    document.addEventListener('pointerdown', letGo, { signal });
    board.current?.addEventListener('keydown', onKey, { signal });
    return () => stop.abort();
  }, [board]);
  useShortcuts({ j: () => step(board, 1), k: () => step(board, -1) });
  return (id) => {
    follow.current = id;
  };
}

const SIDES: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };
const LINES: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** True where the key meant a card. */
function actOn(event: KeyboardEvent, board: RefObject<HTMLElement | null>, put: Put): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (!(event.target instanceof HTMLElement && event.target.matches('a[data-line]'))) return false;
  const [side, line] = [SIDES[event.key], LINES[event.key]];
  if (side && event.shiftKey) return putBeside(event.target, side, put);
  if (event.shiftKey) return false;
  if (line) return step(board, line);
  return side !== undefined && aside(board, side);
}

function putBeside(link: HTMLElement, side: 1 | -1, put: Put): boolean {
  const { ticket: id, status } = cardAt(link)?.dataset ?? {};
  if (id && status) put({ id, status }, columnBeside(status, side));
  return true;
}

/** Moves the focus within its column, or to the first card of the board; always true. */
function step({ current }: RefObject<HTMLElement | null>, by: 1 | -1): true {
  const here = cardAt(document.activeElement);
  const links = linksIn(here ? here.closest('[data-column]') : current);
  const at = links.indexOf(document.activeElement as HTMLElement);
  focus(links[at === -1 ? 0 : at + by]);
  return true;
}

/** Moves the focus to the next column that has cards, as far down as it is; always true. */
function aside({ current }: RefObject<HTMLElement | null>, by: 1 | -1): true {
  const columns = [...(current?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
  const own = document.activeElement?.closest<HTMLElement>('[data-column]') ?? null;
  const [at, row] = [
    own ? columns.indexOf(own) : -1,
    linksIn(own).indexOf(document.activeElement as HTMLElement),
  ];
  const further = by === 1 ? columns.slice(at + 1) : columns.slice(0, Math.max(at, 0)).toReversed();
  const links = further.map(linksIn).find((each) => each.length > 0);
  focus(links?.[Math.min(row, links.length - 1)]);
  return true;
}

function focus(link: HTMLElement | undefined): void {
  link?.focus();
  link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
