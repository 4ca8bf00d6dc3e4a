import { type ExternalToast, toast } from 'sonner';

/** Where nothing stands that is pressed while one answers: the composer is at the bottom. */
const PLACE = { position: 'top-center' } as const;

/** Long enough to read it and to take it back. */
const LONG = { ...PLACE, duration: 10_000 } as const;

/** A short message about links. */
export const say = (text: string, options: ExternalToast = {}) => toast(text, { ...LONG, ...options });

/** The same, for what went wrong. */
export const sayProblem = (text: string) => toast.error(text, PLACE);
