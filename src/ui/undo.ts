import { type ExternalToast, toast } from 'sonner';

type Undoable = Readonly<{ key: string | number; run: () => void; until: number }>;

/** How long what was done can be undone by its key. */
const LIFE = 60_000;
/** How long the way back stands on the screen, at least. */
const SHOWN = 10_000;
const MOST = 50;

let done: readonly Undoable[] = [];

type Remembered = Readonly<{ key?: string | number; milliseconds?: number }>;
let made = 0;

/**
 * Remembers how something that was just done is undone, for a minute: `undoLast` does it, newest first. Returns the same way
 * back, to be offered on the screen as well; it goes back once, however often it is asked.
 */
export function remember(run: () => void, { key, milliseconds = LIFE }: Remembered = {}): () => void {
  made += 1;
  const own = key ?? `undo-${made}`;
  const entry: Undoable = { key: own, run, until: Date.now() + milliseconds };
  done = [...done.filter((each) => each.key !== own), entry].slice(-MOST);
  return () => {
    if (!done.includes(entry)) return;
    done = done.filter((each) => each !== entry);
    toast.dismiss(own);
    run();
  };
}

type Offer = Readonly<{
  label: string;
  undo: () => void;
  /** How long the key undoes it, where that is not a minute. */
  life?: number;
}> &
  Omit<ExternalToast, 'action'>;

/** Says what was done, with a way to undo it, by its button or by the key. */
export function sayUndoable(
  text: string,
  { label, undo, id, duration = SHOWN, life = Math.max(LIFE, duration), ...options }: Offer,
): void {
  const key = id ?? `undo-${made + 1}`;
  const back = remember(undo, { key, milliseconds: life });
  toast(text, { ...options, id: key, duration, action: { label, onClick: back } });
}

/** Forgets a way back that is gone. */
export function forget(key: string | number): void {
  done = done.filter((each) => each.key !== key);
}

/** Undoes what was done last; false where there is nothing (any more). */
export function undoLast(): boolean {
  const now = Date.now();
  done = done.filter(({ until }) => until > now);
  const last = done.at(-1);
  if (!last) return false;
  done = done.slice(0, -1);
  toast.dismiss(last.key);
  last.run();
  return true;
}
