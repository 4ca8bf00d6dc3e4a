import { type OpenTicket, openTickets } from '@/features/sla/open-tickets';
import { type PolicyRule, policyFor, slaRules } from '@/features/sla/sla-rules';
import { recordFact } from '@/features/tickets/commands/record-fact';
import type { SystemContext } from '@/server/context';

const PORTION = 500;

/**
 * After policies were edited, put into another order or switched off: open tickets come under the one that matches them
 * now, by the rule for changed promises (contracts H.2, rule 3). Tickets to which nothing changes are left alone, so that
 * running it again does nothing; a later edit ends it, since that has a run of its own. Gives how many tickets it moved.
 */
export async function comeUnderPolicies(
  ctx: SystemContext,
  { rulesVersion }: Readonly<{ rulesVersion: number }>,
): Promise<number> {
  const { db, workspaceId } = ctx;
  let [count, after] = [0, null as string | null];
  while (!(await hasPassed(ctx, rulesVersion))) {
    const portion = await openTickets(db, { workspaceId, after, limit: PORTION });
    count += await movePortion(ctx, portion, rulesVersion);
    const last = portion.at(-1);
    if (!last || portion.length < PORTION) break;
    after = last.id;
  }
  return count;
}

async function movePortion(
  ctx: SystemContext,
  ...[portion, rulesVersion]: [readonly OpenTicket[], number]
): Promise<number> {
  const rules = await slaRules(ctx.db, ctx, rulesVersion);
  const event = { type: 'sla.recalculated', rulesVersion } as const;
  let count = 0;
  for (const ticket of portion) {
    if (standsUnder(ticket, policyFor(rules, ticket))) continue;
    count += (await recordFact(ctx, { ticketId: ticket.id, event })) ? 1 : 0;
  }
  return count;
}

/** Whether the rules have been changed again since. */
async function hasPassed({ db, workspaceId: id }: SystemContext, version: number): Promise<boolean> {
  const workspace = await db.workspace.findUnique({ where: { id }, select: { rulesVersion: true } });
  return workspace?.rulesVersion !== version;
}

const standsUnder = (ticket: OpenTicket, policy: PolicyRule | null): boolean =>
  ticket.slaPolicyId === (policy?.ref.policyId ?? null) &&
  ticket.slaPolicyVersion === (policy?.ref.policyVersion ?? null) &&
  ticket.slaCalendarVersion === (policy?.ref.calendarVersion ?? null);
