import { useEffect, useRef } from 'react';

/** What can be done on a page without the mouse, in the order in which it is listed, each with its key if it has one. */
export const ACTS = {
  reply: 'R',
  note: 'N',
  macro: 'X',
  assign: 'A',
  toMe: 'M',
  status: 'S',
  setOpen: null,
  setPending: null,
  setOnHold: null,
  solve: 'E',
  snooze: 'L',
  priority: 'P',
  tags: 'T',
  follow: 'F',
  link: null,
  merge: null,
  split: null,
  spam: null,
  notSpam: null,
  trash: null,
  restore: null,
  copyLink: null,
  print: null,
  undo: 'Z',
  older: 'J',
  newer: 'K',
  back: 'U',
  readAll: 'Shift+E',
  search: '/',
  newTicket: 'C',
  nextTicket: 'Q',
  logCall: 'D',
  shortcuts: '?',
  signOut: null,
} as const satisfies Readonly<Record<string, string | null>>;

export type ActName = keyof typeof ACTS;
type Acts = Readonly<Partial<Record<ActName, (() => void) | null>>>;
type Holder = { current: Acts };

const held = new Set<Holder>();

/** Offers what this island can do to the palette of commands, as long as it is on the screen; null for what is not possible now. */
export function useActs(acts: Acts): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    held.add(latest);
    return () => {
      held.delete(latest);
    };
  }, []);
}

/** What can be done now, in the order of `ACTS`. */
export function actsHere(): readonly Readonly<{ name: ActName; run: () => void }>[] {
  const all: Acts = Object.assign({}, ...[...held].map(({ current }) => current));
  return (Object.keys(ACTS) as ActName[]).flatMap((name) => {
    const run = all[name];
    return run ? [{ name, run }] : [];
  });
}
