import { fail, ok, type Result } from '@/domain/shared/result';
import { linkedAs, withoutLink } from '@/domain/ticket/link';
import type { LinkedAs } from '@/domain/ticket/link-fact';
import type { UnlinkInput } from '@/features/links/inputs';
import { saveMany } from '@/features/tickets/commands/save-many';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { pairToLink } from './link-tickets';

/** What makes the same link again, from the side of the ticket from which it led up. */
type Unlinked = Readonly<{ ticketId: string; number: number; as: LinkedAs }>;

/**
 * Ends a link; both tickets tell of it. The actor must be allowed to change both. The types that the tickets have stay, but for
 * those that are named: with them a link that was just made is taken back whole.
 */
export function unlinkTickets(
  ctx: StaffContext,
  { linkId, untype }: UnlinkInput,
): Promise<Result<Unlinked, Readonly<{ code: 'not_found' }>>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const where = { workspaceId_id: { workspaceId, id: linkId } };
    const stored = await tx.ticketLink.findUnique({ where, select: { fromId: true, toId: true } });
    const pair = stored && (await pairToLink(tx, ctx, [stored.fromId, stored.toId]));
    // Read again under the lock: somebody may have been quicker, or a merge has moved it.
    const link = pair && (await tx.ticketLink.findUnique({ where }));
    if (!link || link.fromId !== pair.here.id || link.toId !== pair.other.id)
      return fail({ code: 'not_found' });
    await tx.ticketLink.delete({ where, select: { id: true } });
    const { here, other } = pair;
    const by = { by: ctx.actor, at: ctx.now() };
    await saveMany(tx, ctx, [
      withoutLink(here, { link, other, untype: untype.includes(here.id) }, by),
      withoutLink(other, { link, other: here, untype: untype.includes(other.id) }, by),
    ]);
    return ok({ ticketId: here.id, number: other.number, as: linkedAs(link, here.id) });
  });
}
