/** A thread as the database knows it. */
export type KnownConversation = Readonly<{
  id: string;
  ticketId: string | null;
  lastInboundAt: Date | null;
}>;
