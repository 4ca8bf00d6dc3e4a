import type { Channel, Direction } from '@/domain/ticket/ticket';

/** One of the newest messages of a ticket, as a preview shows it. */
export type PreviewMessage = Readonly<{
  id: string;
  direction: Direction;
  channel: Channel;
  author: string;
  text: string;
  /** There is more of it than `text`. */
  isCut: boolean;
  files: number;
  /** ISO 8601. */
  at: string;
}>;

/** What a preview tells beyond a line of the list. */
export type TicketPreview = Readonly<{
  id: string;
  organization: string | null;
  /** Where the customer is reached first; null where no address is known. */
  address: string | null;
  team: string | null;
  /** Newest first, without what was taken back. */
  messages: readonly PreviewMessage[];
  /** There are older ones. */
  hasEarlier: boolean;
}>;
