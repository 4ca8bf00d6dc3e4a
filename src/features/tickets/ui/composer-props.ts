import type { recipientsFor } from '@/domain/ticket/recipients';
import type { ReachableChannel } from '@/features/delivery/commands/reachable-channels';
import type { StoredDraft } from '../queries-head';

/** On which ticket one writes, and as whom. */
export type TicketPlace = Readonly<{
  workspace: string;
  ticketId: string;
  userId: string;
  userName: string;
  timeZone: string;
  /** In which language and by which clock the customer reads; null for what is not known. */
  reader: Readonly<{ language: string | null; timeZone: string | null }>;
  /** Plain text that is put under a reply; empty for none. */
  signature: string;
  /** The most that the files of one mail may weigh, in bytes. */
  limit: number;
}>;

export type ComposerProps = Readonly<{
  place: TicketPlace;
  requester: string;
  recipients: ReturnType<typeof recipientsFor>;
  /** The addresses that take part in the ticket already, in lower case. */
  participants: readonly string[];
  drafts: readonly StoredDraft[];
  /** The channels on which an answer can go out, or why not, and the one on which the customer last wrote. */
  ways: readonly ReachableChannel[];
  usualWay: string;
  may: Readonly<{ reply: boolean; note: boolean }>;
  /** The newest public message, when there is one. */
  newest: Readonly<{ id: string; author: string /** Milliseconds since 1970. */; at: number }> | null;
}>;

/** How far the writer of a reply has read. */
export type Reading = Readonly<{
  /** The newest public message that they have seen; null for none. */
  seenId: string | null;
  /** Whether one came since they began to write. */
  isBehind: boolean;
  markSeen: () => void;
}>;
