import type { SlaMetric } from '@/domain/sla/clock';
import { nextSweep, stepsDue, WATCH, type WatchStep } from '@/domain/sla/watch';
import type { TicketEvent } from '@/domain/ticket/ticket';
import type { Alarm } from '@/features/sla/alarm';
import { mailAlarms } from '@/features/sla/alarm-mail';
import { callWebhooks, type WebhookCall } from '@/features/sla/alarm-webhook';
import { type Fact, recordFacts } from '@/features/tickets/commands/record-facts';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

const BATCH = 500;

type World = Pick<SystemContext, 'db' | 'newId'>;

/** A clock that has to be looked at, with what a mail says of its ticket. */
type DueClock = Readonly<{
  workspaceId: string;
  id: string;
  ticketId: string;
  metric: SlaMetric;
  sequence: number;
  level: number;
  warnAt: Date | null;
  dueAt: Date | null;
  breachedAt: Date | null;
  escalateAt: Date | null;
  webhookAt: Date | null;
  number: number;
  subject: string;
  requesterId: string;
  assigneeId: string | null;
  teamId: string | null;
  /** The webhook of the ticket's policy. */
  endpointId: string | null;
}>;

type Stepped = Readonly<{ clock: DueClock; steps: readonly WatchStep[] }>;

/**
 * Looks at all clocks whose time has come by `asOf`: warns of targets at risk, marks missed ones with their true due
 * instant, tells managers of those that stay missed, and then a webhook. Each step happens once, with its fact in the history and its mail in
 * one transaction per batch; two sweeps at once share the work. Gives how many clocks it looked at.
 */
export async function sweepSla(world: World, asOf: Date): Promise<number> {
  let swept = 0;
  for (;;) {
    const count = await transaction(world, (tx) => sweepBatch(tx, world, asOf));
    swept += count;
    if (count < BATCH) return swept;
  }
}

async function sweepBatch(tx: Tx, world: World, asOf: Date): Promise<number> {
  const due = await dueClocks(tx, asOf);
  if (due.length === 0) return 0;
  const stepped = due.map((clock): Stepped => ({ clock, steps: stepsDue(clock, asOf) }));
  await moveOn(tx, stepped);
  for (const [workspaceId, ofWorkspace] of Map.groupBy(stepped, ({ clock }) => clock.workspaceId)) {
    const actor = { kind: 'system', id: 'schedule', name: 'schedule' } as const;
    const ctx: SystemContext = { ...world, workspaceId, actor, now: () => asOf };
    const called = await callWebhooks(tx, ctx, ofWorkspace.flatMap(callOf));
    const facts = ofWorkspace.flatMap((each) => factsOf(each, called.has(each.clock.id)));
    await recordFacts(tx, ctx, facts);
    await mailAlarms(tx, ctx, ofWorkspace.flatMap(alarmsOf));
  }
  return due.length;
}

/** What somebody else is saving at this moment is passed over: their save looks at the clocks too. */
function dueClocks(tx: Tx, asOf: Date): Promise<DueClock[]> {
  return tx.$queryRaw<DueClock[]>`
    select c."workspaceId", c.id, c."ticketId", c.metric, c.sequence, c.level, c."warnAt", c."dueAt", c."breachedAt",
      c."escalateAt", c."webhookAt", t.number, t.subject, t."requesterId", t."assigneeId", t."teamId",
      p."webhookEndpointId" as "endpointId"
    from "SlaClock" c join "Ticket" t on t."workspaceId" = c."workspaceId" and t.id = c."ticketId"
    left join "SlaPolicy" p on p."workspaceId" = t."workspaceId" and p.id = t."slaPolicyId"
    where c."sweepAt" <= ${asOf}::timestamptz
    order by c."sweepAt", c.id limit ${BATCH}
    for update of c, t skip locked`;
}

async function moveOn(tx: Tx, stepped: readonly Stepped[]): Promise<void> {
  const rows = stepped.map(({ clock, steps }) => {
    const level = steps.at(-1)?.level ?? clock.level;
    const breachedAt = clock.breachedAt ?? (level >= WATCH.missed ? clock.dueAt : null);
    const sweepAt = nextSweep({ ...clock, breachedAt, fulfilledAt: null, cancelledAt: null }, level);
    return { workspaceId: clock.workspaceId, id: clock.id, level, breachedAt, sweepAt };
  });
  await tx.$executeRaw`
    update "SlaClock" c set level = n.level, "breachedAt" = n."breachedAt", "sweepAt" = n."sweepAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n("workspaceId" uuid, id uuid, level int, "breachedAt" timestamptz, "sweepAt" timestamptz)
    where c."workspaceId" = n."workspaceId" and c.id = n.id`;
}

const FACTS = {
  1: 'sla.warning',
  2: 'sla.target_missed',
  3: 'sla.escalated',
  4: 'sla.webhook_called',
} as const;

function factsOf({ clock, steps }: Stepped, isCalled: boolean): Fact[] {
  const { ticketId, metric, sequence } = clock;
  const dueAt = (clock.breachedAt ?? clock.dueAt)?.toISOString() ?? '';
  const told = steps.filter(({ level }) => level !== WATCH.called || isCalled);
  return told.map(({ level }) => ({
    ticketId,
    event: { type: FACTS[level], metric, sequence, dueAt } satisfies TicketEvent,
  }));
}

function alarmsOf({ clock, steps }: Stepped): Alarm[] {
  const dueAt = clock.breachedAt ?? clock.dueAt;
  return steps.flatMap(({ level }) =>
    level !== WATCH.called && dueAt ? [{ ...clock, clockId: clock.id, level, dueAt }] : [],
  );
}

function callOf({ clock, steps }: Stepped): WebhookCall[] {
  const dueAt = clock.breachedAt ?? clock.dueAt;
  const isCalled = steps.some(({ level }) => level === WATCH.called);
  const { id: clockId, endpointId, sequence } = clock;
  return isCalled && endpointId && dueAt ? [{ ...clock, clockId, endpointId, sequence, dueAt }] : [];
}
