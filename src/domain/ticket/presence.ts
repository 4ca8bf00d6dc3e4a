/** What somebody does who has a ticket open. */
export const DOING = ['viewing', 'reply', 'note'] as const;
export type Doing = (typeof DOING)[number];

/** So often a browser says that it is still there, in milliseconds; so long after its last word nobody counts on it. */
export const HERE_EVERY_MS = 10_000;
export const HERE_FOR_MS = 22_000;

/** A colleague who has the ticket open; `since` as ISO 8601. */
export type Colleague = Readonly<{ id: string; name: string; doing: Doing; since: string }>;
