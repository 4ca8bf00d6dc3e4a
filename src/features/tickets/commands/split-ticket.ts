import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { splitTicket as split } from '@/domain/ticket/merge';
import type { Opening } from '@/domain/ticket/receive';
import type { Ticket } from '@/domain/ticket/ticket';
import type { SplitInput } from '@/features/tickets/inputs';
import { type MovedIds, movedWith } from '@/features/tickets/move-with-ticket';
import { findTicket, nextTicketNumber, saveTicket } from '@/features/tickets/store';
import { settleMoments, standingOf } from '@/features/tickets/ticket-standing';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Split = Readonly<{ ticketId: string; number: number }>;
type Refused = Readonly<{ code: 'not_found' | 'split.everything' }>;

/**
 * Makes some messages of a ticket a ticket of their own, of the customer who wrote them; both say where the others are. At
 * least one message stays. Merging the new ticket back undoes it.
 */
export function splitTicket(ctx: StaffContext, input: SplitInput): Promise<Result<Split, Refused>> {
  return transaction(ctx, async (tx) => {
    const source = await findTicket(tx, ctx, input.ticketId);
    if (!source || source.mergedIntoId || !mayOnTicket(ctx.actor, 'ticket.merge', source)) {
      return fail({ code: 'not_found' });
    }
    const messages = await chosenMessages(tx, ctx, input);
    if (messages.length !== new Set(input.messageIds).size) return fail({ code: 'not_found' });
    const { workspaceId } = ctx;
    const all = await tx.message.count({ where: { workspaceId, ticketId: source.id } });
    if (all === messages.length) return fail({ code: 'split.everything' });
    return ok(await part(tx, ctx, { source, messages, subject: input.subject }));
  });
}

type Chosen = Awaited<ReturnType<typeof chosenMessages>>;

const chosenMessages = (tx: Tx, { workspaceId }: StaffContext, { ticketId, messageIds }: SplitInput) =>
  tx.message.findMany({
    where: { workspaceId, ticketId, id: { in: [...messageIds] } },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      channel: true,
      channelAccountId: true,
      direction: true,
      authorCustomerId: true,
      language: true,
    },
  });

type Parting = Readonly<{ source: Ticket; messages: Chosen; subject: string }>;

async function part(tx: Tx, ctx: StaffContext, { source, messages, subject }: Parting): Promise<Split> {
  const only = messages.map(({ id }) => id);
  const number = await nextTicketNumber({ workspaceId: ctx.workspaceId, db: tx });
  const opening: Opening = { ...openingOf(source, messages), id: ctx.newId(), number, subject };
  const change = split(
    {
      source,
      opening,
      messages: messages.length,
      childStanding: await standingOf(tx, ctx, { ticketId: source.id, only }),
      sourceStanding: await standingOf(tx, ctx, { ticketId: source.id, without: only }),
    },
    { by: ctx.actor, at: ctx.now() },
  );
  await saveTicket(tx, ctx, change.child);
  await movedWith(tx, ctx, { from: source.id, to: opening.id, only: await alongWith(tx, ctx, only) });
  await saveTicket(tx, ctx, change.source);
  await settleMoments(tx, ctx, [source.id, opening.id]);
  return { ticketId: opening.id, number };
}

/** As the source stands in the queues, on the channel of the first message that goes; of whoever alone wrote what goes. */
function openingOf(source: Ticket, messages: Chosen): Omit<Opening, 'id' | 'number' | 'subject'> {
  const inbound = messages.filter(({ direction }) => direction === 'inbound');
  const writers = new Set(inbound.flatMap(({ authorCustomerId }) => authorCustomerId ?? []));
  const [writer] = writers.size === 1 ? writers : [];
  const first = inbound[0] ?? messages[0];
  const { priority, type, assigneeId, teamId, tagIds } = source;
  const isActive = source.status !== 'solved' && source.status !== 'closed';
  return {
    ...{ priority, type, assigneeId, teamId, tagIds },
    status: isActive ? source.status : 'open',
    channel: first?.channel ?? source.channel,
    channelAccountId: first?.channelAccountId ?? source.channelAccountId,
    requesterId: writer ?? source.requesterId,
    language: first?.language ?? source.language,
    followUpOfId: null,
    spam: false,
  };
}

/** The messages with the calls that they tell of. */
async function alongWith(tx: Tx, { workspaceId }: StaffContext, messageIds: string[]): Promise<MovedIds> {
  const calls = await tx.callLog.findMany({
    where: { workspaceId, messageId: { in: messageIds } },
    select: { id: true },
  });
  return {
    messageIds,
    callIds: calls.map(({ id }) => id),
    callbackIds: [],
    chatIds: [],
    conversationIds: [],
    surveyIds: [],
    focusIds: [],
    sideIds: [],
    checklistIds: [],
  };
}
