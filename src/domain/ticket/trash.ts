/** Where a ticket may lie. */
type Lying = Readonly<{
  spam: boolean;
  /** When it was put into the trash; null or absent while it is not there. */
  trashedAt?: Date | null;
}>;

/** Into the trash (`to`), or out of it. */
export type TrashFact = Readonly<{ type: 'ticket.trash_changed'; from: boolean; to: boolean }>;

/** True for what lies in the trash. */
export const isTrashed = ({ trashedAt = null }: Pick<Lying, 'trashedAt'>): boolean => trashedAt !== null;

/** True for spam, and for what lies in the trash: nobody works on it, and it counts nowhere. */
export const isAside = (ticket: Lying): boolean => placeOf(ticket) !== null;

/** Where a ticket lies; null where it is worked on. */
export function placeOf(ticket: Lying): 'trash' | 'spam' | null {
  if (isTrashed(ticket)) return 'trash';
  return ticket.spam ? 'spam' : null;
}

/** What the history tells of a ticket that was put into the trash, or taken out of it. */
export function trashFacts(before: Lying, after: Lying): TrashFact[] {
  const [from, to] = [isTrashed(before), isTrashed(after)];
  return from === to ? [] : [{ type: 'ticket.trash_changed', from, to }];
}
