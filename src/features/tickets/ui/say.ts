import { type ExternalToast, toast } from 'sonner';

/** Where nothing stands that is pressed while one answers: the composer is at the bottom. */
const PLACE = { position: 'top-center' } as const;

/** A short message on a ticket's page. */
export const say = (text: string, options: ExternalToast = {}) => toast(text, { ...PLACE, ...options });

/** The same, for what went wrong. */
export const sayProblem = (text: string) => toast.error(text, PLACE);
