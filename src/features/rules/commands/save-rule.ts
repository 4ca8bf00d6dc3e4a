import { comparisonsIn } from '@/domain/condition/explain';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { namesOf, referencesIn } from '@/features/conditions/references';
import { wrongOwnField } from '@/features/fields/commands/own-field-fits';
import type { RuleInput } from '@/features/rules/inputs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Saved = Readonly<{ ruleId: string; version: number }>;
/** `at` says which part of the rule points at something that is not here. */
type Refused = Readonly<{ code: 'not_found'; at?: string }> | Readonly<{ code: 'field.condition_wrong' }>;
type Given = RuleInput & Readonly<{ template?: string }>;

/**
 * Saves a rule as a new version. A new one stands last and is switched off unless it says otherwise; one that is on goes on
 * by its new words at once, and acts on nothing that happened before it was switched on.
 */
export function saveRule(ctx: StaffContext, input: Given): Promise<Result<Saved, Refused>> {
  return transaction(ctx, (tx) => saveRuleIn(tx, ctx, input));
}

/** As `saveRule`, in the caller's transaction. */
export async function saveRuleIn(tx: Tx, ctx: StaffContext, input: Given): Promise<Result<Saved, Refused>> {
  if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
  const references = referencesIn(input);
  const names = await namesOf(tx, ctx.workspaceId, references);
  const missing = references.find(({ id }) => names[id] === undefined);
  if (missing) return fail({ code: 'not_found', at: missing.at });
  const wrong = await wrongOwnField(tx, ctx, {
    asks: input.conditions ? comparisonsIn(input.conditions) : [],
    sets: input.actions.filter((action) => action.kind === 'set_field'),
    mayAskForChange: input.kind === 'trigger',
  });
  if (wrong) return fail({ code: 'field.condition_wrong' });

  const saved = input.id ? await change(tx, ctx, { ...input, id: input.id }) : await create(tx, ctx, input);
  if (!saved) return fail({ code: 'not_found' });
  await keepVersion(tx, ctx, { input, saved });
  await tx.workspace.update({ where: { id: ctx.workspaceId }, data: { rulesVersion: { increment: 1 } } });
  const action = input.id ? 'rule.changed' : 'rule.created';
  await recordAudit(tx, ctx, { action, target: input.name, data: { version: saved.version } });
  return ok(saved);
}

const json = (value: unknown) => JSON.parse(JSON.stringify(value));

const columnsOf = ({ kind, name, events, conditions, actions, calendarId, hourlyLimit }: Given) => ({
  kind,
  name,
  events: [...events],
  conditions: json(conditions),
  actions: json(actions),
  calendarId,
  hourlyLimit,
});

async function create(tx: Tx, ctx: StaffContext, input: Given): Promise<Saved> {
  const { workspaceId } = ctx;
  const last = await tx.rule.aggregate({ where: { workspaceId }, _max: { position: true } });
  const [ruleId, at, active] = [ctx.newId(), ctx.now(), input.active ?? false];
  await tx.rule.create({
    data: {
      ...columnsOf(input),
      workspaceId,
      id: ruleId,
      position: (last._max.position ?? 0) + 1,
      active,
      activeSince: active ? at : null,
      template: input.template ?? null,
      createdAt: at,
      updatedAt: at,
    },
  });
  return { ruleId, version: 1 };
}

async function change(
  tx: Tx,
  ctx: StaffContext,
  input: Given & Readonly<{ id: string }>,
): Promise<Saved | null> {
  const key = { workspaceId_id: { workspaceId: ctx.workspaceId, id: input.id } };
  const before = await tx.rule.findUnique({
    where: key,
    select: { version: true, active: true, activeSince: true },
  });
  if (!before) return null;
  const at = ctx.now();
  const version = before.version + 1;
  const active = input.active ?? before.active;
  const activeSince = active && !before.active ? at : before.activeSince;
  await tx.rule.update({
    where: key,
    data: { ...columnsOf(input), version, active, activeSince, limitedAt: null, updatedAt: at },
  });
  return { ruleId: input.id, version };
}

async function keepVersion(
  tx: Tx,
  ctx: StaffContext,
  { input, saved }: Readonly<{ input: Given; saved: Saved }>,
): Promise<void> {
  await tx.ruleVersion.create({
    data: {
      ...saved,
      workspaceId: ctx.workspaceId,
      rule: json(columnsOf(input)),
      savedById: ctx.actor.id,
      savedAt: ctx.now(),
    },
  });
}
