import { useEffect, useRef } from 'react';

/** What each key does: `j`, `?`, `Enter`, or two in a row, as in `g m`. Capital letters need Shift. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const SEQUENCE_MILLISECONDS = 1_200;
const TYPED_INTO =
  'input:not([type=checkbox],[type=radio],[type=button],[type=submit]), textarea, select, [contenteditable]:not([contenteditable=false])';
const TAKES_KEYS = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=combobox]';

/** All that are on the screen: a pair that one of them knows is no single key for another. */
const onScreen = new Set<Readonly<{ current: Shortcuts }>>();

/**
 * Single-key shortcuts, as long as this island is on the screen. They rest while something is typed, while a dialog or
 * menu is open, and for people who have switched them off (WCAG 2.1.4): `data-shortcuts="off"` on the root element.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    let first: Pressed | null = null;

    function onKey(event: KeyboardEvent): void {
      if (!countsAsShortcut(event)) return;
      const pair = pairOf(first, event);
      first = { key: event.key, at: event.timeStamp };
      const isPair = [...onScreen].some(({ current }) => current[pair]);
      const run = latest.current[isPair ? pair : event.key];
      if (run) {
        first = null;
        event.preventDefault();
        run(event);
      }
    }

    onScreen.add(latest);
    document.addEventListener('keydown', onKey);
    return () => {
      onScreen.delete(latest);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}

type Pressed = Readonly<{ key: string; at: number }>;

const pairOf = (first: Pressed | null, { key, timeStamp }: KeyboardEvent): string =>
  first && timeStamp - first.at < SEQUENCE_MILLISECONDS ? `${first.key} ${key}` : '';

function countsAsShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return false;
  if (event.key === 'Shift' || document.documentElement.dataset['shortcuts'] === 'off') return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(`${TYPED_INTO}, ${TAKES_KEYS}`)) return false;
  return (
    document.querySelector('[role=dialog][data-state=open], [role=alertdialog][data-state=open]') === null
  );
}
