/** How another ticket stands to this one, in the order in which the groups are shown. */
export const LINKED_AS = [
  'problem',
  'incident',
  'parent',
  'child',
  'original',
  'duplicate',
  'related',
] as const;
export type LinkedAs = (typeof LINKED_AS)[number];

/** Another ticket stands to this one in some way from now on, or no longer; each of the two tells it from its side. */
export type LinkFact = Readonly<{
  type: 'ticket.linked' | 'ticket.unlinked';
  as: LinkedAs;
  otherId: string;
  otherNumber: number;
}>;
