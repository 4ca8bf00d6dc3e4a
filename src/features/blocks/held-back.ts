import type { IdentityKind } from '@/domain/customer/identity';
import type { StoredFile } from '@/domain/ticket/ticket';

/** Words that were held back, with all that putting them on a ticket needs. */
export type HeldWords = Readonly<{
  kind: 'words';
  /** Who it is known to be. */
  customerId: string | null;
  /** Who it is otherwise, when the words are let in. */
  identity: Readonly<{ kind: IdentityKind; value: string }>;
  name: string;
  /** As it was typed or is known: where an answer goes. */
  address: string;
  /** The ticket on which they would have stood. */
  ticketId: string | null;
  teamId: string | null;
  language: string | null;
  files: readonly StoredFile[];
  attachmentIds: readonly string[];
}>;

/** A call that rang nowhere. */
type HeldCall = Readonly<{ kind: 'call'; callId: string }>;

export type HeldBack = HeldWords | HeldCall;
