import { email } from '@/channels/email/index';
import type { InboundMessage } from '@/domain/channel/message';
import { type ScreenFacts, screen, type Verdict } from '@/domain/intake/screen';
import type { StoredFile } from '@/domain/ticket/ticket';
import { type Claimed, type Settled, settleMail } from '@/features/intake/claim';
import { type Clues, cluesOf } from '@/features/intake/clues';
import { type Facts, loadFacts } from '@/features/intake/facts';
import { placeMail } from '@/features/intake/place/place-mail';
import type { Placing } from '@/features/intake/placing';
import { isUnverified } from '@/features/intake/sender-check';
import { storable } from '@/features/intake/storable';
import { storeFiles } from '@/features/intake/store-files';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { isOwnMark, OWN_MARK_HEADER } from '@/server/mail/own-mark';

/** A mail that could be read; made before any decision, so that a batch can be put in order by it. */
export type Understood = Readonly<{ raw: Claimed; mail: InboundMessage; clues: Clues }>;

/** Reads the stored bytes. Null when they cannot be read: the mail then waits for an admin, who sees why. */
export async function understand(ctx: SystemContext, raw: Claimed): Promise<Understood | null> {
  const { bytes, receivedAt } = raw;
  const read = await email.read({ bytes, receivedAt });
  if (!read.ok) {
    await hold(ctx, raw.id, `unreadable: ${read.error.detail}`);
    return null;
  }
  const mail = withSender(raw, withOwnClass(ctx, storable(read.value)));
  const { workspaceId } = ctx;
  return { raw, mail, clues: cluesOf(mail, { workspaceId, envelopeTo: raw.envelopeTo }) };
}

/** Where the head names no sender, the envelope may (RFC 5321 §4.1.1.2). */
function withSender({ envelopeFrom }: Claimed, mail: InboundMessage): InboundMessage {
  const address = envelopeFrom?.toLowerCase() ?? '';
  return mail.sender || !address.includes('@') ? mail : { ...mail, sender: { address, name: null } };
}

/** Sets a mail aside until an admin looks at it. */
export async function hold(ctx: SystemContext, id: string, reason: string): Promise<void> {
  const held: Settled = {
    state: 'held',
    verdict: 'unreadable',
    reason: reason.slice(0, 1000),
    ticketId: null,
  };
  await settleMail(ctx.db, ctx, id, held);
}

/**
 * Decides what a mail is and puts it where it belongs: ticket, message, delivery state or nothing, with the reason, all in
 * one commit together with the end of its waiting. Doing it again changes nothing.
 */
export async function takeIn(ctx: SystemContext, understood: Understood): Promise<void> {
  const { raw, mail } = understood;
  const [files, unverified] = await Promise.all([storeFiles(ctx, mail.files), isUnverified(ctx, raw, mail)]);
  await transaction(ctx, (tx) => decide(tx, ctx, { ...understood, files, unverified }));
}

type Ready = Understood & Readonly<{ files: readonly StoredFile[]; unverified: boolean }>;

async function decide(tx: Tx, ctx: SystemContext, ready: Ready): Promise<void> {
  const { raw, mail, clues, unverified } = ready;
  await begin(tx, ctx, mail.messageId);
  const facts = await loadFacts(tx, ctx, { raw, mail, clues, unverified });
  const verdict = screen(mail, screenFacts(ctx, ready, facts));
  const placing: Placing = { ...ready, facts, verdict };
  const placed = await placeMail(tx, ctx, placing);
  const last = placed.verdict ?? verdict;
  const settled = {
    state: STATES[last.outcome],
    verdict: last.as,
    reason: last.as === 'blocked' ? `${last.reason}: ${facts.blocked}`.trim() : last.reason,
    ticketId: placed.ticketId ?? (last.as === 'duplicate' ? (facts.alreadyHere?.ticketId ?? null) : null),
  };
  if (!(await settleMail(tx, ctx, raw.id, settled))) throw new AlreadySettled();
}

/**
 * Two copies over two ways at once: the second waits here and then finds the first. And this transaction's statements are
 * many and always the same, so their plans are kept rather than made anew for each mail.
 */
async function begin(tx: Tx, ctx: SystemContext, messageId: string | null): Promise<void> {
  const lock = `${ctx.workspaceId}/${messageId ?? ctx.newId()}`;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${lock}, 0)),
    set_config('plan_cache_mode', 'force_generic_plan', true)`;
}

/** Thrown to roll back: another worker was quicker. */
export class AlreadySettled extends Error {}

const STATES = {
  keep: 'processed',
  report: 'processed',
  discard: 'discarded',
  hold: 'held',
} as const satisfies Record<Verdict['outcome'], Settled['state']>;

function screenFacts(ctx: SystemContext, { raw, mail, clues }: Ready, facts: Facts): ScreenFacts {
  const returned =
    clues.bouncedMailId !== null && facts.reported !== null && facts.reported.ticketId === null;
  return {
    sentByUs: facts.sentByUs || ownMarkOf(ctx, mail),
    alreadyHere: facts.alreadyHere !== null,
    reportedMail: facts.reported !== null,
    blocked: raw.released ? null : facts.blocked,
    toNotification: clues.agentTokens.length > 0 || returned,
  };
}

function ownMarkOf(ctx: SystemContext, mail: InboundMessage): boolean {
  const value = mail.headers[OWN_MARK_HEADER.toLowerCase()];
  const marks = typeof value === 'string' ? [value] : (value ?? []);
  return marks.some((mark) => isOwnMark(ctx.workspaceId, mark));
}

/**
 * The mark of our product alone does not make a mail ours: it may come from somebody else's helpdesk, and a person may
 * have written it there.
 */
function withOwnClass(ctx: SystemContext, mail: InboundMessage): InboundMessage {
  if (mail.automated !== 'own' || ownMarkOf(ctx, mail)) return mail;
  const submitted = String(mail.headers['auto-submitted'] ?? 'no').toLowerCase();
  return { ...mail, automated: submitted.startsWith('no') ? null : 'auto_reply' };
}
