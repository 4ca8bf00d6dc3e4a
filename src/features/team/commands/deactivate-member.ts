import { fail, ok, type Result } from '@/domain/shared/result';
import { mayDeactivate } from '@/domain/team/membership';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { MemberInput } from '@/features/team/inputs';
import { lockMember, putInTeams } from '@/features/team/people-lock';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';

type Done = Readonly<{ ticketsReleased: number }>;
type Refused = Readonly<{
  code: 'not_found' | 'role.too_high' | 'member.last_owner' | 'member.not_yourself';
}>;

/**
 * Shuts a member out of this workspace at their next request, takes them out of its teams, and gives their open tickets
 * back to be assigned anew. Their name stays on past work. Gives how many tickets wait for somebody now.
 */
export async function deactivateMember(
  ctx: StaffContext,
  { userId }: MemberInput,
): Promise<Result<Done, Refused>> {
  const { workspaceId } = ctx;
  const done = await transaction(ctx, async (tx): Promise<Result<null, Refused>> => {
    const found = await lockMember(tx, ctx, userId);
    if (!found?.member.active) return fail({ code: 'not_found' });
    const allowed = mayDeactivate({ by: ctx.actor, ...found });
    if (!allowed.ok) return allowed;

    await putInTeams(tx, ctx, { userId, teamIds: [] });
    await tx.membership.update({
      where: { workspaceId_userId: { workspaceId, userId } },
      data: { deactivatedAt: ctx.now() },
    });
    await recordAudit(tx, ctx, { action: 'member.deactivated', target: found.member.email });
    return ok(null);
  });
  return done.ok ? ok({ ticketsReleased: await releaseTickets(ctx, userId) }) : done;
}

/** Takes the member off each of their tickets that is still worked on, one small change after the other. */
async function releaseTickets(ctx: StaffContext, userId: string): Promise<number> {
  const { workspaceId } = ctx;
  const tickets = await ctx.db.ticket.findMany({
    where: { workspaceId, assigneeId: userId, active: true },
    select: { id: true },
  });
  const everywhere: StaffContext = { ...ctx, actor: { ...ctx.actor, scope: 'all' } };
  let released = 0;
  for (const { id } of tickets) {
    const changed = await changeTicket(everywhere, { ticketId: id, assigneeId: null });
    if (changed.ok) released += 1;
  }
  return released;
}
