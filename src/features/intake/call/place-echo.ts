import { detectLanguage } from '@/channels/lib/language';
import type { ChannelEcho } from '@/domain/channel/conversation';
import type { IdentityKind } from '@/domain/customer/identity';
import type { StaffActor } from '@/domain/permission/actor';
import { PLAIN_MESSAGE } from '@/domain/ticket/plain-message';
import { answerElsewhere } from '@/domain/ticket/reply';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { recordReceipt } from '@/features/delivery/commands/record-receipt';
import { findSurvivingTicket } from '@/features/tickets/commands/find-surviving-ticket';
import { recordAnswer } from '@/features/tickets/commands/record-answer';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import type { EventAccount } from './account-of-event';
import type { ClaimedCall } from './claim-call';
import { type Fetched, fetchFiles } from './fetch-files';
import { placeOf } from './place-in-thread';
import type { PlacedEvent } from './placed';
import { EchoTooEarly, MOST_ATTEMPTS } from './take-in-limits';

type Heard = Readonly<{ call: ClaimedCall; account: EventAccount; echo: ChannelEcho }>;

const OURS: PlacedEvent = { ticketId: null, ignored: 'own_message' };

/**
 * What somebody wrote for the account outside this desk, in the vendor's own app: an answer on the ticket of its thread, so that
 * nobody answers twice. It has left already and is never sent. What we sent ourselves comes back as well and is left alone;
 * what belongs to a thread that is not here waits for it.
 */
export async function placeEcho(ctx: SystemContext, heard: Heard): Promise<PlacedEvent> {
  const { call, echo } = heard;
  if (await isOurs(ctx.db, ctx, heard)) return OURS;
  const thread = await threadOf(ctx.db, ctx, heard);
  if (thread && (await isOnItsWay(ctx, { ...heard, conversationId: thread.id }))) return OURS;
  const fetched: Fetched = thread
    ? await fetchFiles(ctx, call, echo.files, call.attempts >= MOST_ATTEMPTS)
    : { files: [], missing: [] };
  return transaction(ctx, async (tx) => {
    const lock = `${ctx.workspaceId}/${heard.account.id}/${keyOf(echo)}`;
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
    if (await isOurs(tx, ctx, heard)) return OURS;
    const found = await threadOf(tx, ctx, heard);
    const ticket = found && (await findSurvivingTicket(tx, ctx, found.ticketId));
    if (!found || !ticket) return wait(tx, ctx, heard);
    await add(tx, ctx, { ...heard, thread: found, ticket, fetched });
    return { ticketId: ticket.id, ignored: null };
  });
}

const keyOf = ({ conversation, inReplyTo }: ChannelEcho): string => conversation ?? inReplyTo ?? '';

type Reader = Pick<Tx, 'channelReceipt' | 'channelConversation' | 'message'>;

async function isOurs(
  db: Reader,
  { workspaceId }: SystemContext,
  { account, echo }: Heard,
): Promise<boolean> {
  const known = await db.channelReceipt.findFirst({
    where: {
      workspaceId,
      channelAccountId: account.id,
      externalId: echo.externalId,
      messageId: { not: null },
    },
    select: { externalId: true },
  });
  return known !== null;
}

type Thread = Readonly<{ id: string; ticketId: string; handle: string; lastInboundAt: Date | null }>;
const select = { id: true, ticketId: true, handle: true, lastInboundAt: true } as const;

/** By its own key, by what it answers, or by another address of whoever writes in it. */
async function threadOf(
  db: Reader,
  { workspaceId }: SystemContext,
  { account, echo: { conversation: key, addressedBy, inReplyTo } }: Heard,
): Promise<Thread | null> {
  const where = { workspaceId, channelAccountId: account.id };
  const own = key && (await db.channelConversation.findFirst({ where: { ...where, key }, select }));
  const found =
    own ||
    (inReplyTo && (await answered(db, where, inReplyTo))) ||
    (key && addressedBy && (await byAddress(db, where, { kind: addressedBy, value: key })));
  return found && found.ticketId !== null ? { ...found, ticketId: found.ticketId } : null;
}

type Account = Readonly<{ workspaceId: string; channelAccountId: string }>;

/** An echo may name the number of somebody whose thread is known by their user id. */
const byAddress = (
  db: Reader,
  { workspaceId, channelAccountId }: Account,
  { kind, value }: Readonly<{ kind: IdentityKind; value: string }>,
) =>
  db.channelConversation.findFirst({
    where: {
      workspaceId,
      channelAccountId,
      customer: { identities: { some: { workspaceId, kind, value } } },
    },
    orderBy: [{ lastInboundAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
    select,
  });

async function answered(db: Reader, where: Account, id: string) {
  const conversation = { select };
  const message = await db.message.findFirst({
    where: { ...where, messageId: id, conversationId: { not: null } },
    select: { conversation },
  });
  const receipt =
    message ??
    (await db.channelReceipt.findFirst({
      where: { ...where, externalId: id, conversationId: { not: null } },
      select: { conversation },
    }));
  return receipt?.conversation ?? null;
}

const WAIT_MS = 120_000;

/**
 * An answer of ours may come back before we have heard that it was taken: the same words are that answer, and prove that it has
 * left; anything else waits until we have heard.
 */
async function isOnItsWay(
  ctx: SystemContext,
  { call, account, echo, conversationId }: Heard & Readonly<{ conversationId: string }>,
): Promise<boolean> {
  const { workspaceId } = ctx;
  const leaving = await ctx.db.outgoingMail.findMany({
    where: { workspaceId, conversationId, state: { in: ['sending', 'deferred'] } },
    take: 20,
    select: { state: true, message: { select: { id: true, text: true } } },
  });
  const same = leaving.find(({ message }) => message?.text.trim() && echo.text.endsWith(message.text.trim()));
  if (same?.message) {
    const { externalId, sentAt: at } = echo;
    const ours = `${same.message.id}/0`;
    const receipt = { externalId, ours, state: 'sent', at, code: '', detail: '' } as const;
    await recordReceipt(ctx, { channelAccountId: account.id, ...receipt });
    return true;
  }
  const isFresh = ctx.now().getTime() - call.receivedAt.getTime() < WAIT_MS;
  if (isFresh && leaving.some(({ state }) => state === 'sending')) throw new EchoTooEarly();
  return false;
}

async function wait(
  tx: Tx,
  { workspaceId }: SystemContext,
  { call, account, echo }: Heard,
): Promise<PlacedEvent> {
  const key = keyOf(echo);
  if (key !== '') {
    const row = { workspaceId, channelAccountId: account.id, key, rawInboundId: call.id };
    await tx.waitingEcho.createMany({ data: [row], skipDuplicates: true });
  }
  return OURS;
}

type Adding = Heard & Readonly<{ thread: Thread; ticket: Ticket; fetched: Fetched }>;

async function add(tx: Tx, ctx: SystemContext, adding: Adding): Promise<void> {
  const { workspaceId } = ctx;
  const { account, echo, thread, ticket } = adding;
  const isNewest = thread.lastInboundAt === null || echo.sentAt >= thread.lastInboundAt;
  const message = await messageOf(tx, ctx, { ...adding, isNewest });
  const by: StaffActor = {
    kind: 'user',
    id: null,
    name: account.name,
    role: 'agent',
    scope: 'all',
    teamIds: [],
  };
  await recordAnswer(tx, ctx, answerElsewhere(ticket, { message, by, at: ctx.now(), isNewest }));
  const key = { workspaceId, channelAccountId: account.id, externalId: echo.externalId };
  const where = { workspaceId_channelAccountId_externalId: key };
  const told = await tx.channelReceipt.findUnique({ where, select: { state: true } });
  const part = { messageId: message.id, conversationId: thread.id, sentAt: echo.sentAt };
  const state = told?.state ?? 'sent';
  await tx.channelReceipt.upsert({
    where,
    create: { ...key, ...part, state, changedAt: ctx.now() },
    update: { ...part, state },
  });
  await tx.message.updateMany({ where: { workspaceId, id: message.id }, data: { delivery: state } });
  await tx.channelConversation.updateMany({
    where: { workspaceId, id: thread.id },
    data: { lastOutboundAt: echo.sentAt },
  });
}

async function messageOf(
  tx: Tx,
  ctx: SystemContext,
  { call, account, echo, thread, fetched, isNewest }: Adding & Readonly<{ isNewest: boolean }>,
): Promise<NewMessage> {
  const { text, inReplyTo, sentAt, externalId, permalink } = echo;
  const { files, missing } = fetched;
  // What the customer has written since is not answered by it.
  const byPerson = isNewest ? null : 'own';
  const automated = echo.byProgram ? 'auto_reply' : byPerson;
  return {
    ...PLAIN_MESSAGE,
    id: ctx.newId(),
    direction: 'outbound',
    channel: account.channel,
    channelAccountId: account.id,
    author: { kind: 'user', id: null, name: account.name, address: '' },
    to: thread.handle ? [{ address: thread.handle, name: null }] : [],
    text,
    visibleText: text,
    messageId: externalId,
    inReplyTo: inReplyTo ? [inReplyTo] : [],
    headers: missing.length > 0 ? { 'missing-files': [...missing] } : null,
    threadedBy: 'own_app',
    automated,
    language: detectLanguage(text),
    sentAt,
    receivedAt: call.receivedAt,
    rawInboundId: call.id,
    files,
    conversationId: thread.id,
    permalink,
    placedAt: await placeOf(tx, ctx, { conversationId: thread.id, sentAt }),
  };
}
