import type { SlaMetric } from '@/domain/sla/clock';
import { comeUnder } from '@/domain/sla/promise';
import { type SlaPromises, type SlaStand, settle } from '@/domain/sla/settle';
import { nextDue } from '@/domain/sla/watch';
import type { SlaPromised, Ticket, TicketChange, TicketEvent } from '@/domain/ticket/ticket';
import { isTrashed } from '@/domain/ticket/trash';
import { type ClockRow, type ClockWrites, clockRowsOf, clocksOf, writesOf } from '@/features/sla/clock-rows';
import { pastOf, rebuilt } from '@/features/sla/history';
import { matchingPolicy } from '@/features/sla/matching-policy';
import { type PolicyRef, type PolicyRule, slaRules } from '@/features/sla/sla-rules';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** What the ticket's row shows of its clocks. */
export type SlaColumns = Readonly<{
  slaPolicyId: string | null;
  slaPolicyVersion: number | null;
  slaCalendarVersion: number | null;
  nextDueAt: Date | null;
  nextDueMetric: SlaMetric | null;
}>;

/** `first` comes before what the change itself tells in the history, `last` after it. */
export type SettledClocks = Readonly<{
  columns: SlaColumns;
  writes: ClockWrites;
  first: readonly TicketEvent[];
  last: readonly TicketEvent[];
}>;

/** By what a ticket was promised, and the version of the workspace's rules: what the clocks have to know before anything else. */
export type Stood = Readonly<{
  rulesVersion: number;
  policyId: string | null;
  policyVersion: number | null;
  calendarVersion: number | null;
}>;

/** A change of a ticket; `stood` where it was read along with the ticket. */
export type ClockedChange = TicketChange & Readonly<{ stood?: Stood }>;

/**
 * How a change of a ticket moves its clocks: the columns of the ticket's row, what its history tells of it, and the clock
 * rows to write once the ticket's row is there. Null where nothing is promised, at the price of one short query.
 */
export async function settleClocks(
  tx: Tx,
  ctx: Context,
  change: ClockedChange,
): Promise<SettledClocks | null> {
  const { before, after, events, at } = change;
  const { rulesVersion, standing } = standingOf(change.stood ?? (await stoodOf(tx, ctx, after.id)));
  const rules = await slaRules(tx, ctx, rulesVersion);
  const policy = await matchingPolicy(tx, ctx, { rules, ticket: after });
  if (!policy && !standing && undoneIn(events).length === 0) return null;

  const promised = promisedNow(policy, { ticket: after, standing, before });
  const promises: SlaPromises = policy?.promises[after.priority] ?? {};
  const stored = before.version === 0 ? [] : await clockRowsOf(tx, ctx, after.id);
  const stand = await standBefore(tx, ctx, { change, stored, promised, promises });
  const { clocks } = settle(stand, { events, status: before.status, at });
  const writes = writesOf({ clocks, stored, promises, at, newId: ctx.newId });
  return {
    columns: { ...columnsOf(policy?.ref ?? null), ...nextDue(clocks) },
    writes,
    first: promised ? [promised] : [],
    last: writes.missed.map(missedEvent),
  };
}

type Before = Readonly<{
  change: TicketChange;
  stored: readonly ClockRow[];
  promised: SlaPromised | null;
  promises: SlaPromises;
}>;

/** The clocks as they stood before the change, under the promises that hold from now on. */
async function standBefore(
  tx: Tx,
  ctx: Context,
  { change, stored, promised, promises }: Before,
): Promise<SlaStand> {
  const { before, events, at } = change;
  const { status } = before;
  const replied = before.firstRepliedAt !== null;
  const undone = undoneIn(events);
  if (before.version === 0 || (!promised && undone.length === 0)) {
    return { clocks: await clocksOf(tx, ctx, stored), promises, replied };
  }
  const past = await pastOf(tx, ctx, { ticketId: before.id, undone });
  const stand =
    undone.length > 0
      ? await rebuilt(tx, ctx, { past, status })
      : { clocks: await clocksOf(tx, ctx, stored), promises, replied };
  return promised ? comeUnder(stand, { promises, reason: promised.reason, past, status }, at) : stand;
}

/** Messages that a change takes back: what they did to the clocks is undone, also when nothing is promised any more. */
const undoneIn = (events: readonly TicketEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'message.cancelled' ? [event.messageId] : []));

type Standing = PolicyRef | null;

/** The version of the workspace's rules, and by what the ticket was promised; in one query. */
async function stoodOf(tx: Tx, { workspaceId }: Context, ticketId: string): Promise<Stood> {
  const [row] = await tx.$queryRaw<Stood[]>`
    select w."rulesVersion", t."slaPolicyId" as "policyId", t."slaPolicyVersion" as "policyVersion",
      t."slaCalendarVersion" as "calendarVersion"
    from "Workspace" w left join "Ticket" t on t."workspaceId" = w.id and t.id = ${ticketId}::uuid
    where w.id = ${workspaceId}::uuid`;
  if (!row) throw new Error(`no workspace ${workspaceId}`);
  return row;
}

function standingOf({ rulesVersion, policyId, policyVersion, calendarVersion }: Stood) {
  const isPromised = policyId !== null && policyVersion !== null && calendarVersion !== null;
  const standing: Standing = isPromised ? { policyId, policyVersion, calendarVersion } : null;
  return { rulesVersion, standing };
}

type Given = Readonly<{ ticket: Ticket; standing: Standing; before: Ticket }>;

/** The fact that other promises hold from now on; null when they are the same. */
function promisedNow(policy: PolicyRule | null, { ticket, standing, before }: Given): SlaPromised | null {
  const ref = policy?.ref ?? null;
  const same =
    ref?.policyId === standing?.policyId &&
    ref?.policyVersion === standing?.policyVersion &&
    ref?.calendarVersion === standing?.calendarVersion &&
    before.priority === ticket.priority;
  if (same || (!ref && !standing)) return null;
  const { policyId = null, policyVersion = null, calendarVersion = null } = ref ?? {};
  const reason = endingOf(ticket);
  const { priority } = ticket;
  return { type: 'sla.promised', policyId, policyVersion, calendarVersion, priority, reason };
}

/** Why nothing is promised any more where nothing is. */
function endingOf(ticket: Ticket): string {
  if (ticket.mergedIntoId) return 'merged';
  if (isTrashed(ticket)) return 'trash';
  return ticket.spam ? 'spam' : 'policy_changed';
}

const missedEvent = ({ metric, sequence, breachedAt }: ClockRow): TicketEvent => ({
  type: 'sla.target_missed',
  metric,
  sequence,
  dueAt: breachedAt?.toISOString() ?? '',
});

const columnsOf = (ref: PolicyRef | null) => ({
  slaPolicyId: ref?.policyId ?? null,
  slaPolicyVersion: ref?.policyVersion ?? null,
  slaCalendarVersion: ref?.calendarVersion ?? null,
});
