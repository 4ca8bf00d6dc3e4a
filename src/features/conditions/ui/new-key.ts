/** A key for a line that was just added to a form; it never leaves the page. */
export const newKey = (): string => `new-${Math.random().toString(36).slice(2)}`;
