import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { SlaMetric } from '@/domain/sla/clock';
import type { TicketStatus } from '@/domain/ticket/ticket';
import type { PolicyInput } from '@/features/sla/inputs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

/** The statuses in which a metric's clock stands still unless a target says otherwise (contracts H.2). */
const PAUSES: Readonly<Record<SlaMetric, readonly TicketStatus[]>> = {
  first_reply: [],
  next_reply: [],
  periodic_update: [],
  requester_wait: ['pending'],
  agent_work: ['pending', 'on_hold'],
  resolution: [],
};

type Refused = Readonly<{ code: 'not_found' }>;

/** Saves a policy with its targets as a new version. Tickets come under it with their next event. */
export function savePolicy(
  ctx: StaffContext,
  input: PolicyInput,
): Promise<Result<Readonly<{ policyId: string; version: number }>, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
    if (!(await calendarIsHere(tx, ctx, input.calendarId))) return fail({ code: 'not_found' });
    const saved = await saveHead(tx, ctx, input);
    if (!saved) return fail({ code: 'not_found' });

    const { policyId, version } = saved;
    await tx.slaTarget.deleteMany({ where: { workspaceId, policyId } });
    await tx.slaTarget.createMany({
      data: input.targets.map(({ pauseOn, ...target }) => ({
        ...target,
        workspaceId,
        policyId,
        pauseOn: [...(pauseOn ?? PAUSES[target.metric])],
      })),
    });
    await tx.slaPolicyVersion.create({
      data: {
        workspaceId,
        policyId,
        version,
        policy: JSON.parse(JSON.stringify(input)),
        savedById: ctx.actor.id,
        savedAt: ctx.now(),
      },
    });
    await tx.workspace.update({ where: { id: workspaceId }, data: { rulesVersion: { increment: 1 } } });
    return ok({ policyId, version });
  });
}

async function calendarIsHere(tx: Tx, { workspaceId }: StaffContext, id: string): Promise<boolean> {
  const calendar = await tx.businessCalendar.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { id: true },
  });
  return calendar !== null;
}

async function saveHead(tx: Tx, ctx: StaffContext, input: PolicyInput) {
  const { workspaceId } = ctx;
  const { name, calendarId, active } = input;
  const head = { name, calendarId, active, conditions: JSON.parse(JSON.stringify(input.conditions)) };
  if (!input.id) {
    const last = await tx.slaPolicy.aggregate({ where: { workspaceId }, _max: { position: true } });
    const policyId = ctx.newId();
    const position = (last._max.position ?? 0) + 1;
    await tx.slaPolicy.create({ data: { ...head, workspaceId, id: policyId, position } });
    return { policyId, version: 1 };
  }
  const key = { workspaceId_id: { workspaceId, id: input.id } };
  const before = await tx.slaPolicy.findUnique({ where: key, select: { version: true } });
  if (!before) return null;
  const version = before.version + 1;
  await tx.slaPolicy.update({ where: key, data: { ...head, version } });
  return { policyId: input.id, version };
}
