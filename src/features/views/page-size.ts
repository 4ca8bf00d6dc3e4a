/** Tickets on one page of a list. */
export const PAGE_SIZE = 50;

/** The most that the counter of a board's column counts: one more is shown as "200+". */
export const COLUMN_COUNT_LIMIT = 200;
