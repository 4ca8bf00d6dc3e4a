/** Tries after which a call waits for an admin. */
export const MOST_ATTEMPTS = 3;

/** An answer of ours is on its way in this thread, and this may be it: it is looked at again in a moment. */
export class EchoTooEarly extends Error {}
