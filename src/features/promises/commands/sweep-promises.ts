import { type PromiseAbout, pressing } from '@/domain/promise/promise';
import type { TicketEvent } from '@/domain/ticket/ticket';
import { mailPromiseAlarms, type PromiseAlarm } from '@/features/promises/alarm-mail';
import { type Fact, recordFacts } from '@/features/tickets/commands/record-facts';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

const BATCH = 500;

type World = Pick<SystemContext, 'db' | 'newId'>;

type Due = Readonly<{
  workspaceId: string;
  id: string;
  ticketId: string;
  about: PromiseAbout;
  dueAt: Date;
  riskAt: Date | null;
  warnedAt: Date | null;
  number: number;
  subject: string;
  requester: string;
  assigneeId: string | null;
  teamId: string | null;
  requesterId: string;
}>;

type Step = 'at_risk' | 'broken';
type Stepped = Readonly<{ promise: Due; steps: readonly Step[] }>;

/**
 * Looks at all promises whose time has come by `asOf`: those at risk are warned of, and those whose time has passed are
 * broken since then. Each step happens once, with its fact and its mails in one transaction per batch; two sweeps at once
 * share the work. Gives how many promises it looked at.
 */
export async function sweepPromises(world: World, asOf: Date): Promise<number> {
  let swept = 0;
  for (;;) {
    const count = await transaction(world, (tx) => sweepBatch(tx, world, asOf));
    swept += count;
    if (count < BATCH) return swept;
  }
}

async function sweepBatch(tx: Tx, world: World, asOf: Date): Promise<number> {
  const due = await duePromises(tx, asOf);
  if (due.length === 0) return 0;
  const stepped = due.map((promise) => ({ promise, steps: stepsOf(promise, asOf) }));
  await moveOn(tx, stepped);
  for (const [workspaceId, ofWorkspace] of Map.groupBy(stepped, ({ promise }) => promise.workspaceId)) {
    const actor = { kind: 'system', id: 'schedule', name: 'schedule' } as const;
    const ctx: SystemContext = { ...world, workspaceId, actor, now: () => asOf };
    await showOnTickets(tx, ctx, [...new Set(ofWorkspace.map(({ promise }) => promise.ticketId))]);
    await recordFacts(tx, ctx, ofWorkspace.flatMap(factsOf));
    await mailPromiseAlarms(tx, ctx, ofWorkspace.flatMap(alarmOf));
  }
  return due.length;
}

/** What somebody else is saving at this moment is passed over: their save looks at the promises too. */
function duePromises(tx: Tx, asOf: Date): Promise<Due[]> {
  return tx.$queryRaw<Due[]>`
    select p."workspaceId", p.id, p."ticketId", p.about, p."dueAt", p."riskAt", p."warnedAt", t.number, t.subject,
      c."displayName" as requester, t."assigneeId", t."teamId", t."requesterId"
    from "TicketPromise" p join "Ticket" t on t."workspaceId" = p."workspaceId" and t.id = p."ticketId"
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where p."sweepAt" <= ${asOf}::timestamptz
    order by p."sweepAt", p.id limit ${BATCH}
    for update of p, t skip locked`;
}

function stepsOf({ warnedAt, riskAt, dueAt }: Due, asOf: Date): Step[] {
  const warns: Step[] = !warnedAt && riskAt && riskAt <= asOf ? ['at_risk'] : [];
  return asOf > dueAt ? [...warns, 'broken'] : warns;
}

async function moveOn(tx: Tx, stepped: readonly Stepped[]): Promise<void> {
  const rows = stepped.map(({ promise, steps }) => {
    const { workspaceId, id, dueAt, riskAt } = promise;
    const warnedAt = steps.includes('at_risk') ? riskAt : promise.warnedAt;
    const brokenAt = steps.includes('broken') ? dueAt : null;
    const sweepAt = brokenAt ? null : new Date(dueAt.getTime() + 1);
    return { workspaceId, id, warnedAt, brokenAt, sweepAt };
  });
  await tx.$executeRaw`
    update "TicketPromise" p set "warnedAt" = n."warnedAt", "brokenAt" = n."brokenAt", "sweepAt" = n."sweepAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n("workspaceId" uuid, id uuid, "warnedAt" timestamptz, "brokenAt" timestamptz, "sweepAt" timestamptz)
    where p."workspaceId" = n."workspaceId" and p.id = n.id`;
}

/** The rows of the tickets say how their promises stand now. */
async function showOnTickets(tx: Tx, ctx: SystemContext, ticketIds: readonly string[]): Promise<void> {
  const { workspaceId } = ctx;
  const open = await tx.ticketPromise.findMany({
    where: { workspaceId, ticketId: { in: [...ticketIds] }, openAs: { not: null } },
    omit: { reason: true },
  });
  const rows = ticketIds.map((id) => {
    const own = open.filter(({ ticketId }) => ticketId === id);
    return { id, ...pressing(own.map((each) => ({ ...each, reason: null }))) };
  });
  await tx.$executeRaw`
    update "Ticket" t set "promiseState" = n.state::"PromiseState", "promiseDueAt" = n.due
    from (select id, "promiseState" as state, "promiseDueAt" as due from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, "promiseState" text, "promiseDueAt" timestamptz)) n
    where t."workspaceId" = ${workspaceId}::uuid and t.id = n.id`;
}

function factsOf({ promise, steps }: Stepped): Fact[] {
  const { ticketId, id: promiseId, about } = promise;
  const dueAt = promise.dueAt.toISOString();
  return steps.map((step) => ({
    ticketId,
    event: { type: `promise.${step}`, promiseId, about, dueAt } satisfies TicketEvent,
  }));
}

/** Of the steps that it took while nobody looked, people are told the last. */
function alarmOf({ promise, steps }: Stepped): PromiseAlarm[] {
  const step = steps.at(-1);
  return step ? [{ ...promise, step }] : [];
}
