import { type ExternalToast, toast } from 'sonner';
import { sayUndoable } from '@/ui/undo';

/** Where nothing stands that is pressed while one answers: the composer is at the bottom. */
const PLACE = { position: 'top-center' } as const;

/** Long enough to read it and to take it back. */
const LONG = { ...PLACE, duration: 10_000 } as const;

/** A short message about links. */
export const say = (text: string, options: ExternalToast = {}) => toast(text, { ...LONG, ...options });

/** The same, for what went wrong. */
export const sayProblem = (text: string) => toast.error(text, PLACE);

/** Says what was done, with a way to undo it by the button or the key. */
export const sayWithUndo = (text: string, undoable: Parameters<typeof sayUndoable>[1]) =>
  sayUndoable(text, { ...PLACE, ...undoable });
