import { type ExternalToast, toast } from 'sonner';
import { sayUndoable } from '@/ui/undo';

/** Where nothing stands that is pressed while one answers: the composer is at the bottom. */
const PLACE = { position: 'top-center' } as const;

/** Long enough to read it and to take it back. */
const LONG = { ...PLACE, duration: 10_000 } as const;

/** A short message on a ticket's page. */
export const say = (text: string, options: ExternalToast = {}) => toast(text, { ...PLACE, ...options });

/** The same, for what went wrong. */
export const sayProblem = (text: string) => toast.error(text, PLACE);

type WayBack = Readonly<{ label: string; back: (() => void) | null; id?: string }>;

/** Says what was done, with the way back that is remembered for it already; null where nothing was changed. */
export const sayBack = (text: string, { label, back, id }: WayBack) =>
  toast(text, { ...(id && { id }), ...LONG, ...(back && { action: { label, onClick: back } }) });

type Undoable = Parameters<typeof sayUndoable>[1];

/** Says what was done, with a way to undo it by the button or the key. */
export const sayWithUndo = (text: string, undoable: Undoable) => sayUndoable(text, { ...PLACE, ...undoable });
