import type { ReceiptState } from '@/domain/channel/conversation';
import { laterState, type PartState, stateOfParts } from '@/domain/delivery/receipts';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, ticketTopic } from '@/server/live/announce';
import { recordDelivery } from './record-delivery';

type Receipt = Readonly<{
  channelAccountId: string;
  externalId: string;
  /** `<message>/<part>` as we gave it to the channel; null when it does not give it back. */
  ours: string | null;
  state: ReceiptState;
  at: Date;
  code: string;
  detail: string;
}>;

/**
 * Writes what a channel says of one of our messages. A report may come before the answer to our sending: it is kept, and
 * counts once the part is known to be ours. Reports out of order, and repeated ones, change nothing.
 */
export function recordReceipt(ctx: SystemContext, receipt: Receipt): Promise<void> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const { channelAccountId, externalId, state, at, code, detail } = receipt;
    const key = { workspaceId, channelAccountId, externalId };
    await lockReceipt(tx, key);
    const where = { workspaceId_channelAccountId_externalId: key };
    const known = await tx.channelReceipt.findUnique({
      where,
      select: { messageId: true, state: true, conversationId: true },
    });
    const before = partState(known?.state ?? null);
    const after = laterState(before, state);
    if (known && after === before) return;
    const ours = known?.messageId ? null : await partOf(tx, ctx, receipt);
    const data = { ...ours, state: after, changedAt: at, detail: `${code} ${detail}`.trim().slice(0, 500) };
    await tx.channelReceipt.upsert({ where, create: { ...key, ...data }, update: data });
    const messageId = known?.messageId ?? ours?.messageId;
    if (messageId) await settleMessage(tx, ctx, messageId);
  });
}

const OURS = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(\d{1,4})$/;

/**
 * The part of ours that the channel names in its report: when we died between its OK and our commit, this is how we learn that
 * it has left, before we would send it again.
 */
async function partOf(tx: Tx, { workspaceId }: SystemContext, { ours, channelAccountId, at }: Receipt) {
  const [, messageId, position] = ours?.match(OURS) ?? [];
  if (!messageId) return null;
  const message = await tx.message.findFirst({
    where: { workspaceId, id: messageId, channelAccountId, direction: 'outbound' },
    select: { conversationId: true },
  });
  if (!message?.conversationId) return null;
  return { messageId, position: Number(position), conversationId: message.conversationId, sentAt: at };
}

async function lockReceipt(tx: Tx, key: Readonly<Record<string, string>>): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${Object.values(key).join('/')}, 1))`;
}

const STATES: readonly string[] = ['sent', 'delivered', 'read', 'failed'];
const partState = (state: string | null): PartState | null =>
  state !== null && STATES.includes(state) ? (state as PartState) : null;

type Seen = Readonly<{
  channelAccountId: string;
  conversation: string;
  state: 'delivered' | 'read';
  upTo: Date;
}>;

const MOST_AT_ONCE = 200;

/** Everything that we sent in a thread up to an instant has got so far; the newest 200 that had not are enough. */
export function recordSeen(ctx: SystemContext, seen: Seen): Promise<void> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const { channelAccountId, conversation: key, state, upTo } = seen;
    const lower = state === 'read' ? (['sent', 'delivered'] as const) : (['sent'] as const);
    const conversation = await tx.channelConversation.findUnique({
      where: { workspaceId_channelAccountId_key: { workspaceId, channelAccountId, key } },
      select: { id: true },
    });
    if (!conversation) return;
    const rows = await tx.channelReceipt.findMany({
      where: {
        workspaceId,
        conversationId: conversation.id,
        sentAt: { lte: upTo },
        state: { in: [...lower] },
      },
      orderBy: { sentAt: 'desc' },
      take: MOST_AT_ONCE,
      select: { externalId: true, messageId: true },
    });
    await tx.channelReceipt.updateMany({
      where: { workspaceId, channelAccountId, externalId: { in: rows.map(({ externalId }) => externalId) } },
      data: { state, changedAt: ctx.now() },
    });
    const messages = new Set(rows.flatMap(({ messageId }) => messageId ?? []));
    for (const messageId of messages) await settleMessage(tx, ctx, messageId);
  });
}

/**
 * Brings a message to the state of its parts. That it was delivered or read is a state only; that it failed is an event on
 * its ticket, since somebody has to act. Messages of which parts still wait to leave are left alone.
 */
export async function settleMessage(tx: Tx, ctx: SystemContext, messageId: string): Promise<void> {
  const { workspaceId } = ctx;
  const message = await tx.message.findUnique({
    where: { workspaceId_id: { workspaceId, id: messageId } },
    select: {
      delivery: true,
      ticketId: true,
      receipts: { select: { state: true, detail: true, externalId: true } },
    },
  });
  if (!message || message.delivery === 'queued' || message.delivery === 'cancelled') return;
  const parts = message.receipts.flatMap(({ state }) => partState(state) ?? []);
  const state = stateOfParts(parts);
  if (state === null || state === message.delivery) return;
  if (state === 'failed') {
    const failed = message.receipts.find((receipt) => receipt.state === 'failed');
    const outcome = { state, recipient: '', code: '', detail: failed?.detail ?? '' };
    await recordDelivery(tx, ctx, { messageId, outcomes: [outcome] });
    return;
  }
  await tx.message.updateMany({
    where: { workspaceId, id: messageId },
    data: { delivery: state, deliveryDetail: null },
  });
  if (message.ticketId) await announce(tx, [ticketTopic(workspaceId, message.ticketId)]);
}
