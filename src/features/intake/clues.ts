import type { InboundMessage } from '@/domain/channel/message';
import { subjectNumberOf } from '@/domain/intake/subject';
import type { ThreadClues } from '@/domain/intake/thread';
import { type MailToken, readMailToken } from '@/server/crypto/mail-tokens';

const REFERENCES_LIMIT = 40;

export type Clues = ThreadClues &
  Readonly<{
    /** Of an address that only a notified agent has. */
    agentTokens: readonly Extract<MailToken, { kind: 'agent' }>[];
    /** Conversations beside a ticket, of addresses that only those who are in them have. */
    sideIds: readonly string[];
    /** The mail of our outbox whose envelope sender this came back to. */
    bouncedMailId: string | null;
    /** All Message-IDs to look up, its own included. */
    ids: readonly string[];
  }>;

/** What recipients and headers say about where a mail belongs. */
export function cluesOf(
  mail: InboundMessage,
  given: Readonly<{ workspaceId: string; envelopeTo: readonly string[] }>,
): Clues {
  const addresses = new Set(
    [...given.envelopeTo, ...mail.deliveredTo].map((address) => address.toLowerCase()),
  );
  const tokens = [...addresses].flatMap((address) => readMailToken(address, given.workspaceId) ?? []);
  const references = mail.references.slice(-REFERENCES_LIMIT);
  const inReplyTo = mail.inReplyTo.slice(0, REFERENCES_LIMIT);
  return {
    signedNumbers: tokens.flatMap((token) => (token.kind === 'reply' ? [token.ticketNumber] : [])),
    agentTokens: tokens.flatMap((token) => (token.kind === 'agent' ? [token] : [])),
    sideIds: tokens.flatMap((token) => (token.kind === 'side' ? [token.sideId] : [])),
    bouncedMailId: tokens.find((token) => token.kind === 'bounce')?.mailId ?? null,
    inReplyTo,
    references,
    subjectNumber: subjectNumberOf(mail.subject),
    ids: [...new Set([mail.messageId ?? '', ...inReplyTo, ...references])].filter((id) => id.trim() !== ''),
  };
}
