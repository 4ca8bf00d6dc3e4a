import { mayOnTicket } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { linkWhere, mayLink, type NotLinked, withLink } from '@/domain/ticket/link';
import type { Ticket, TicketChange } from '@/domain/ticket/ticket';
import type { LinkInput } from '@/features/links/inputs';
import { lockTickets } from '@/features/tickets/commands/merge-tickets';
import { saveMany } from '@/features/tickets/commands/save-many';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { linksOf, lockLinks, ticketsAbove } from './link-rows';

type Linked = Readonly<{
  linkId: string;
  ticketId: string;
  /** The tickets that were plain questions and became an incident or a problem with it. */
  typed: readonly string[];
}>;
type Refused = NotLinked | Readonly<{ code: 'not_found' | 'link.merged' }>;

/**
 * Says how the ticket of a number stands to another one; both tell of it in their histories. The writer must be allowed to
 * change both.
 */
export function linkTickets(ctx: StaffContext, input: LinkInput): Promise<Result<Linked, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const found = await tx.ticket.findUnique({
      where: { workspaceId_number: { workspaceId, number: input.number } },
      select: { id: true },
    });
    const pair = found && (await pairToLink(tx, ctx, [input.ticketId, found.id]));
    return pair ? link(tx, ctx, { ...pair, as: input.as }) : fail({ code: 'not_found' });
  });
}

type Pair = Readonly<{ here: Ticket; other: Ticket }>;

/** Both tickets, locked in one order; null where one is gone or not the actor's to change. */
export async function pairToLink(
  tx: Tx,
  ctx: StaffContext,
  ids: readonly [string, string],
): Promise<Pair | null> {
  const pair = await lockTickets(tx, ctx, ids);
  const may = (ticket: Ticket) => mayOnTicket(ctx.actor, 'ticket.update', ticket);
  return pair && may(pair.source) && may(pair.target) ? { here: pair.source, other: pair.target } : null;
}

async function link(
  tx: Tx,
  ctx: StaffContext,
  { here, other, as }: Pair & Pick<LinkInput, 'as'>,
): Promise<Result<Linked, Refused>> {
  if (here.mergedIntoId || other.mergedIntoId) return fail({ code: 'link.merged' });
  await lockLinks(tx, ctx);
  const made = linkWhere(as, { ticketId: here.id, otherId: other.id });
  const links = await linksOf(tx, ctx, [here.id, other.id]);
  const above = made.kind === 'related' ? [] : (await ticketsAbove(tx, ctx, made.toId))[made.kind];
  const allowed = mayLink(made, { links, above });
  if (!allowed.ok) return allowed;
  const { workspaceId, actor } = ctx;
  const linkId = ctx.newId();
  const createdAt = ctx.now();
  await tx.ticketLink.create({
    data: { ...made, workspaceId, id: linkId, createdById: actor.id, createdAt },
    select: { id: true },
  });
  const by = { by: actor, at: createdAt };
  const changes = [
    withLink(here, { link: made, other }, by),
    withLink(other, { link: made, other: here }, by),
  ];
  await saveMany(tx, ctx, changes);
  return ok({ linkId, ticketId: here.id, typed: changes.filter(isTyped).map(({ after }) => after.id) });
}

const isTyped = ({ before, after }: TicketChange): boolean => before.type !== after.type;
