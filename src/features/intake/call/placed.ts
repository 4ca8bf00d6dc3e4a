/**
 * Where an event went; `ignored` says why it was of no concern, and is null when it was. `blocked` names a sender who is held
 * back, and why.
 */
export type PlacedEvent = Readonly<{ ticketId: string | null; ignored: string | null; blocked?: string }>;
