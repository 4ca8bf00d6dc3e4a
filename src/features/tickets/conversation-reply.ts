import { type Unfit, unfitFor } from '@/domain/channel/answer-limits';
import type { Hindrance } from '@/domain/channel/reach';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';
import { type ReachableChannel, reachableChannels } from '@/features/delivery/commands/reachable-channels';
import type { ReplyInput } from '@/features/tickets/inputs';
import { staffMessage } from '@/features/tickets/staff-message';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { env } from '@/server/env';

/** Nobody can be reached on this way now; `why` has a sentence in every language. */
export type Unreachable =
  | Readonly<{ code: 'channel.closed'; why: Hindrance }>
  /** The channel does not take so much; nothing of it has left. */
  | Readonly<{ code: `channel.${Unfit}` }>;

export type InConversation = Readonly<{
  message: NewMessage;
  /** What the outbox keeps beside it: an approved text, or that a public comment is answered in private. */
  headers: Readonly<Record<string, string>>;
}>;

type Writing = Readonly<{ ticket: Ticket; input: ReplyInput; via: string }>;

/**
 * An answer in a conversation of the ticket's customer (`via` is an id of `reachableChannels`). Fails when the channel lets
 * nobody write there now: without an approved text where one is demanded, or not at all.
 */
export async function conversationReply(
  tx: Tx,
  ctx: StaffContext,
  { ticket, input, via }: Writing,
): Promise<Result<InConversation, Unreachable>> {
  const ways = await reachableChannels(tx, ctx, ticket);
  const way = ways.find(({ id }) => id === via);
  if (!way) return fail({ code: 'channel.closed', why: 'no_address' });
  const { reach } = way;
  if (reach.state === 'closed') return fail({ code: 'channel.closed', why: reach.why });
  if (reach.state === 'template' && !input.template) return fail({ code: 'channel.closed', why: reach.why });
  const spoken = { ticket, input, way };
  const message = written(ctx, spoken);
  const unfit = input.template ? null : await unfitOn(tx, ctx, { way, message });
  if (unfit) return fail({ code: `channel.${unfit}` });
  const privately = via.startsWith('private:');
  const conversationId = via.replace('private:', '');
  const thread = await tx.channelConversation.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: conversationId } },
    select: { channelAccountId: true, lastInboundId: true },
  });
  const headers = {
    ...(privately && { privately: 'yes' }),
    ...(input.template && { template: JSON.stringify(input.template) }),
  };
  const said = {
    ...message,
    ...threadOf(thread),
    conversationId,
    // It stands in the thread of the public comment, and must not look as if everybody had read it.
    ...(privately && { headers: { privately: 'yes' } }),
  };
  return ok({ message: said, headers });
}

const threadOf = ({
  channelAccountId,
  lastInboundId,
}: Readonly<{ channelAccountId: string; lastInboundId: string | null }>) => ({
  channelAccountId,
  inReplyTo: lastInboundId ? [lastInboundId] : [],
});

/** Why the channel would not take it, before any part of it is sent. */
async function unfitOn(
  tx: Tx,
  { workspaceId }: StaffContext,
  { way, message }: Readonly<{ way: ReachableChannel; message: NewMessage }>,
): Promise<Unfit | null> {
  if (!way.limits) return null;
  const files = await tx.attachment.findMany({
    where: { workspaceId, id: { in: [...message.attachmentIds] } },
    select: { type: true, size: true },
  });
  return unfitFor({ text: message.text, files }, way.limits);
}

type Spoken = Readonly<{ ticket: Ticket; input: ReplyInput; way: ReachableChannel }>;

function written(ctx: StaffContext, { ticket, input, way }: Spoken): NewMessage {
  return {
    ...staffMessage(ctx, { ...input, direction: 'outbound', channel: way.channel }),
    from: [{ address: way.account, name: null }],
    to: [{ address: way.handle || way.account, name: null }],
    language: ticket.language,
    sendAt: input.sendAt ?? new Date(ctx.now().getTime() + env().UNDO_SECONDS * 1000),
    scheduled: input.sendAt !== undefined,
  };
}
