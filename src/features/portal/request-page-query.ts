/** What may stand in the address of a request. */
export type RequestPageQuery = Readonly<{
  before?: string;
  sent?: string;
  solved?: string;
  reopened?: string;
}>;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The message before which earlier ones are wanted; null for the newest. */
export const askedOf = ({ before }: RequestPageQuery): string | null =>
  typeof before === 'string' && ID.test(before) ? before : null;

/** What the customer has just done. */
export function doneOf({ sent, solved, reopened }: RequestPageQuery): 'sent' | 'solved' | 'reopened' | null {
  if (sent !== undefined) return 'sent';
  if (reopened !== undefined) return 'reopened';
  return solved === undefined ? null : 'solved';
}
