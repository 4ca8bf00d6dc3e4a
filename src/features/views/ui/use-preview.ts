import { type RefObject, useEffect, useState } from 'react';

/** Menus, windows and fields have keys of their own. */
const OWN_KEYS = '[role=menu], [role=dialog], [role=alertdialog], input, textarea, select, [contenteditable]';

const lineAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('a[data-line]') : null;

export type Preview = Readonly<{
  /** The ticket that is looked at; null for none. */
  id: string | null;
  toggle: (id: string) => void;
  close: () => void;
}>;

/**
 * Which ticket of the list is looked at without opening it. Space on its line shows it and puts it away again; while one is shown,
 * whatever line gets the focus is, the arrows lead from line to line, and Escape ends it.
 */
export function usePreview(list: RefObject<HTMLTableElement | null>): Preview {
  const [id, show] = useState<string | null>(null);
  const toggle = (wanted: string) => {
    lineOf(list, wanted)?.focus();
    show(wanted === id ? null : wanted);
  };
  const close = () => {
    if (id !== null) lineOf(list, id)?.focus();
    show(null);
  };
  // A sheet must not lie on the line that it tells of (WCAG 2.4.11).
  useEffect(() => {
    if (id !== null) lineOf(list, id)?.scrollIntoView({ block: 'nearest' });
  }, [list, id]);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const onKey = (event: KeyboardEvent) => {
      const done = event.defaultPrevented || actOn(event, { list, id, show });
      if (done) event.preventDefault();
    };
    const onFocus = ({ target }: FocusEvent) => {
      const line = lineAt(target)?.dataset['line'];
      if (line && id !== null) show(line);
    };
    // Before the keys of the page, of which Escape would let go of the choice as well.
    document.addEventListener('keydown', onKey, { capture: true, signal });
    list.current?.addEventListener('focusin', onFocus, { signal });
    return () => stop.abort();
  }, [list, id]);
  return { id, toggle, close };
}

const lineOf = ({ current }: RefObject<HTMLTableElement | null>, id: string) =>
  current?.querySelector<HTMLElement>(`a[data-line="${id}"]`);

type World = Readonly<{
  list: RefObject<HTMLTableElement | null>;
  id: string | null;
  show: (id: string | null) => void;
}>;

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** True where the key meant the preview. */
function actOn(event: KeyboardEvent, world: World): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  return event.key === 'Escape' ? end(event, world) : actOnLine(event, world);
}

function actOnLine({ key, target }: KeyboardEvent, { list, id, show }: World): boolean {
  const line = lineAt(target);
  if (!line || !list.current?.contains(line)) return false;
  if (key === ' ') {
    const here = line.dataset['line'] ?? null;
    show(here === id ? null : here);
    return true;
  }
  const step = STEPS[key];
  return step !== undefined && id !== null && focusBeside(list, step);
}

function end({ target }: KeyboardEvent, { list, id, show }: World): boolean {
  if (id === null || (target instanceof Element && target.closest(OWN_KEYS))) return false;
  lineOf(list, id)?.focus();
  show(null);
  return true;
}

/** Moves the focus a line on from where it is, or to the first; always true. */
export function focusBeside({ current }: RefObject<HTMLTableElement | null>, step: 1 | -1): true {
  const links = [...(current?.querySelectorAll<HTMLElement>('a[data-line]') ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = links[at === -1 ? 0 : at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return true;
}
