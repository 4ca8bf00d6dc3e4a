/** What happened in a conversation with somebody who is not the customer; it changes nothing of the ticket itself. */
export type SideFact =
  | (About & Readonly<{ type: 'side.sent'; messageId: string; to: string }>)
  | (About & Readonly<{ type: 'side.taken_back'; messageId: string }>)
  | (About &
      Readonly<{
        type: 'side.received';
        messageId: string;
        /** Name or address of who wrote. */
        from: string;
        /** Who began the conversation, and therefore hears of it. */
        startedById: string | null;
        /** What a machine sent by itself is no news. */
        automated: boolean;
      }>)
  | (About & Readonly<{ type: 'side.done' | 'side.reopened' }>);

type About = Readonly<{ sideId: string; subject: string }>;
