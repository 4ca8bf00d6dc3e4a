import type { InboundMessage } from '@/domain/channel/message';
import type { Verdict } from '@/domain/intake/screen';
import type { StoredFile } from '@/domain/ticket/ticket';
import type { Claimed } from './claim';
import type { Clues } from './clues';
import type { Facts } from './facts';

/** A mail that was read and screened, with all that is known about it; its files lie in storage. */
export type Placing = Readonly<{
  raw: Claimed;
  mail: InboundMessage;
  files: readonly StoredFile[];
  clues: Clues;
  facts: Facts;
  verdict: Verdict;
  /** DMARC said that the sender is not who it seems. */
  unverified: boolean;
}>;

/** Where a mail went; `verdict` stands in for the first one when a closer look changed it. */
export type Placed = Readonly<{ ticketId: string | null; verdict?: Verdict }>;
