import type { Address } from '@/domain/channel/message';

/** All that decides whether a new ticket is acknowledged by mail. */
export type Newcomer = Readonly<{
  /** The workspace wants it. */
  wanted: boolean;
  /** A person wrote, as far as can be told. */
  human: boolean;
  sender: Address | null;
  /** Sender of the envelope; empty for the null sender (RFC 5321 §4.5.5), null where the way in does not tell. */
  envelopeFrom: string | null;
  /** The sender is a mailbox of this workspace. */
  fromMailbox: boolean;
  /** Mail to the sender came back for good. */
  bounced: boolean;
  /** Acknowledgements that this sender got in the last 24 hours. */
  recent: number;
}>;

/** No more than so many to one sender in 24 hours: whatever loop there is, it ends here (contracts A.3). */
const DAILY_LIMIT = 3;

const NOBODY =
  /^(mailer-daemon|postmaster|abuse|root|bounces?([+.=-].*)?|(do[._-]?)?no[._-]?t?[._-]?reply.*)@/i;

/** True when the sender of a new ticket gets a note that it has arrived. A machine never gets one (RFC 3834 §2). */
export function mayAcknowledge(mail: Newcomer): boolean {
  const { wanted, human, sender, envelopeFrom, fromMailbox, bounced, recent } = mail;
  const somebody = sender !== null && !NOBODY.test(sender.address) && !isNull(envelopeFrom);
  return wanted && human && somebody && !fromMailbox && !bounced && recent < DAILY_LIMIT;
}

const isNull = (envelopeFrom: string | null) =>
  envelopeFrom !== null && (/^<?\s*>?$/.test(envelopeFrom) || NOBODY.test(envelopeFrom));
