/** Tries after which a call waits for an admin. */
export const MOST_ATTEMPTS = 3;
