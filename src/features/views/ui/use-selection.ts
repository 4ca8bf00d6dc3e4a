import { useState } from 'react';
import { useShortcuts } from '@/ui/use-shortcuts';

export type Selection = Readonly<{
  ids: ReadonlySet<string>;
  /** Takes a line in or out; with `range`, all lines from the one that was touched last. */
  toggle: (id: string, range?: boolean) => void;
  /** All lines, or none when all are in. */
  toggleAll: () => void;
  /** These and no others; they may stand on other pages of the list. */
  keep: (ids: readonly string[]) => void;
  clear: () => void;
}>;

const NONE: ReadonlySet<string> = new Set();

/** The line of the list in which the focus is; its link carries the ticket's id. */
const focusedId = () =>
  (document.activeElement?.closest('tr')?.querySelector('[data-line]') as HTMLElement | null)?.dataset[
    'line'
  ];

/**
 * Which lines of a list are chosen. By key: X takes the line with the focus in or out, Shift+X all from the last one, * all,
 * and Escape lets go. Lines that go from the list go from the choice as well.
 */
export function useSelection(shown: readonly string[], isOn: boolean): Selection {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [beyond, chooseBeyond] = useState<ReadonlySet<string>>(NONE);
  const [last, setLast] = useState<string | null>(null);
  const here = shown.filter((id) => chosen.has(id));
  const ids = new Set([...here, ...beyond]);
  const toggle: Selection['toggle'] = (id, range = false) => {
    const between = range ? stretch(shown, last, id) : [id];
    const next = new Set(ids);
    const takesIn = !ids.has(id);
    for (const each of between) {
      if (takesIn) next.add(each);
      else next.delete(each);
    }
    setLast(id);
    choose(next);
    chooseBeyond(new Set([...beyond].filter((each) => next.has(each))));
  };
  const keep: Selection['keep'] = (kept) => {
    choose(new Set(kept));
    chooseBeyond(new Set(kept.filter((each) => !shown.includes(each))));
  };
  const toggleAll = () => keep(here.length === shown.length ? [] : shown);
  const clear = () => keep([]);
  const atFocus = (range: boolean) => () => {
    const id = focusedId();
    if (id) toggle(id, range);
  };
  const keys = { x: atFocus(false), X: atFocus(true), '*': toggleAll };
  useShortcuts(isOn ? { ...keys, ...(ids.size > 0 && { Escape: clear }) } : {});
  return { ids, toggle, toggleAll, keep, clear };
}

/** All lines between two of them. */
function stretch(shown: readonly string[], from: string | null, to: string): readonly string[] {
  const ends = [from === null ? -1 : shown.indexOf(from), shown.indexOf(to)].sort((a, b) => a - b);
  const [start = -1, end = -1] = ends;
  return start === -1 ? [to] : shown.slice(start, end + 1);
}
