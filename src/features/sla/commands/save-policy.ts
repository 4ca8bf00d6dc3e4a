import type { Comparison, Condition } from '@/domain/condition/evaluate';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { STANDARD_PAUSES } from '@/domain/sla/standard-pauses';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { wrongOwnField } from '@/features/fields/commands/own-field-fits';
import type { PolicyInput } from '@/features/sla/inputs';
import { policiesChanged } from '@/features/sla/policies-changed';
import type { PolicyTerms } from '@/features/sla/sla-rules';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'field.condition_wrong' }>;

/** Saves a policy with its targets as a new version. Open tickets come under it in the background. */
export function savePolicy(
  ctx: StaffContext,
  input: PolicyInput,
): Promise<Result<Readonly<{ policyId: string; version: number }>, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
    const refused = await refusalOf(tx, ctx, input);
    if (refused) return fail({ code: refused });
    const saved = await saveHead(tx, ctx, input);
    if (!saved) return fail({ code: 'not_found' });

    await saveTargets(tx, ctx, { ...saved, input });
    const action = input.id ? 'policy.changed' : 'policy.created';
    await recordAudit(tx, ctx, { action, target: input.name, data: { version: saved.version } });
    await policiesChanged(tx, ctx);
    return ok(saved);
  });
}

async function refusalOf(tx: Tx, ctx: StaffContext, input: PolicyInput): Promise<Refused['code'] | null> {
  if (!(await calendarIsHere(tx, ctx, input.calendarId))) return 'not_found';
  if (!(await webhookIsHere(tx, ctx, input.webhookEndpointId))) return 'not_found';
  const asks = ownAsked(input.conditions);
  return (await wrongOwnField(tx, ctx, { asks, mayAskForChange: false })) ? 'field.condition_wrong' : null;
}

/** The comparisons of a condition with fields of the workspace's own. */
function ownAsked(condition: Condition | null): readonly Comparison[] {
  if (condition === null) return [];
  if ('all' in condition) return condition.all.flatMap(ownAsked);
  if ('any' in condition) return condition.any.flatMap(ownAsked);
  return 'not' in condition ? ownAsked(condition.not) : [condition];
}

type Saved = Readonly<{ policyId: string; version: number; input: PolicyInput }>;

/** The targets as they stand, and the policy with them as a version that stays. */
async function saveTargets(tx: Tx, ctx: StaffContext, { policyId, version, input }: Saved): Promise<void> {
  const { workspaceId } = ctx;
  const targets = input.targets.map(({ pauseOn, ...target }) => ({
    ...target,
    pauseOn: [...(pauseOn ?? STANDARD_PAUSES[target.metric])],
  }));
  await tx.slaTarget.deleteMany({ where: { workspaceId, policyId } });
  await tx.slaTarget.createMany({ data: targets.map((target) => ({ ...target, workspaceId, policyId })) });
  const { id: _, ...terms } = input;
  const policy = JSON.parse(JSON.stringify({ ...terms, targets } satisfies PolicyTerms));
  const savedById = ctx.actor.id;
  await tx.slaPolicyVersion.create({
    data: { workspaceId, policyId, version, policy, savedById, savedAt: ctx.now() },
  });
}

async function calendarIsHere(tx: Tx, { workspaceId }: StaffContext, id: string): Promise<boolean> {
  const calendar = await tx.businessCalendar.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { id: true },
  });
  return calendar !== null;
}

async function webhookIsHere(tx: Tx, { workspaceId }: StaffContext, id: string | null): Promise<boolean> {
  if (id === null) return true;
  const key = { workspaceId_id: { workspaceId, id } };
  return (await tx.webhookEndpoint.findUnique({ where: key, select: { id: true } })) !== null;
}

async function saveHead(tx: Tx, ctx: StaffContext, input: PolicyInput) {
  const { workspaceId } = ctx;
  const { id: _, conditions, targets: __, ...terms } = input;
  const head = { ...terms, conditions: JSON.parse(JSON.stringify(conditions)) };
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
