/** Where an event went; `ignored` says why it was of no concern, and is null when it was. */
export type PlacedEvent = Readonly<{ ticketId: string | null; ignored: string | null }>;
