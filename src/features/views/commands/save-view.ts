import {
  forPerson,
  type ViewComparison,
  type ViewCondition,
  viewComparisons,
} from '@/domain/condition/view-fields';
import { fail, ok, type Result } from '@/domain/shared/result';
import { mayChangeView, type ViewOwnership } from '@/domain/view/saved-view';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { namesOf, type Pointing, referencesIn } from '@/features/conditions/references';
import { wrongOwnField } from '@/features/fields/commands/own-field-fits';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, viewsTopic } from '@/server/live/announce';
import { countView, drifts } from '../count-view';
import type { ViewInput } from '../inputs';
import { type PlanRefused, planRefusal } from '../plan-guard';
import { findView, type StoredView, teamsLedBy } from '../view-rows';

type Saved = Readonly<{ viewId: string; version: number }>;
type Refused =
  | Readonly<{
      code: 'not_found' | 'forbidden' | 'changed.meanwhile' | 'field.condition_wrong' | 'view.full';
      /** Which part points at something that is not here. */
      at?: string;
    }>
  | PlanRefused;

/** Views that one person may keep for themselves, and that a workspace may share. */
const MOST_OWN = 50;
const MOST_SHARED = 100;

/**
 * Creates or changes a view, and counts it. Whoever saves must be allowed to change it as it was and as it will be. A view that
 * would have to read every ticket is refused with the parts that make it so.
 */
export function saveView(ctx: StaffContext, input: ViewInput): Promise<Result<Saved, Refused>> {
  return transaction(ctx, (tx) => saveViewIn(tx, ctx, input));
}

/** As `saveView`, in the caller's transaction. */
export async function saveViewIn(
  tx: Tx,
  ctx: StaffContext,
  input: ViewInput,
): Promise<Result<Saved, Refused>> {
  const before = input.id ? await findView(tx, ctx, input.id) : null;
  const ownership = ownershipOf(ctx, input, before);
  const refused = await refusal(tx, ctx, { input, before, ownership });
  if (refused) return fail(refused);
  const { timeZone } = await tx.workspace.findUniqueOrThrow({
    where: { id: ctx.workspaceId },
    select: { timeZone: true },
  });
  const at = { workspaceId: ctx.workspaceId, now: ctx.now(), timeZone };
  const wide = await planRefusal(tx, at, { conditions: input.conditions });
  if (wide) return fail(wide);
  const saved = { viewId: before?.id ?? ctx.newId(), version: (before?.version ?? 0) + 1 };
  const conditions = input.conditions ?? { all: [] };
  await saveRow(tx, ctx, { ...saved, input, ownership, conditions });
  await countView(tx, at, { id: saved.viewId, conditions });
  if (ownership.audience !== 'personal') {
    await recordAudit(tx, ctx, { action: before ? 'view.changed' : 'view.created', target: input.name });
  }
  await announce(tx, [viewsTopic(ctx.workspaceId)]);
  return ok(saved);
}

/** Whoever made a view stays its maker; a view that is made one's own again is one's own. */
function ownershipOf({ actor }: StaffContext, input: ViewInput, before: StoredView | null): ViewOwnership {
  const { audience, teamId } = input;
  const maker = before && before.audience !== 'personal' ? before.ownerId : actor.id;
  return {
    audience,
    ownerId: audience === 'personal' ? actor.id : maker,
    teamId: audience === 'team' ? teamId : null,
  };
}

type Wish = Readonly<{ input: ViewInput; before: StoredView | null; ownership: ViewOwnership }>;

async function refusal(tx: Tx, ctx: StaffContext, wish: Wish): Promise<Exclude<Refused, PlanRefused> | null> {
  const { input, before, ownership } = wish;
  const leading = { leads: await teamsLedBy(tx, ctx) };
  if (input.id && !(before && mayChangeView(ctx.actor, before, leading))) return { code: 'not_found' };
  if (!(await teamIsHere(tx, ctx, ownership.teamId))) return { code: 'not_found', at: 'teamId' };
  if (!mayChangeView(ctx.actor, ownership, leading)) return { code: 'forbidden' };
  if (before && input.version !== undefined && before.version !== input.version) {
    return { code: 'changed.meanwhile' };
  }
  if (!before && (await isFull(tx, ctx, ownership))) return { code: 'view.full' };
  return input.conditions ? wrongIn(tx, ctx, { conditions: input.conditions, columns: input.columns }) : null;
}

async function teamIsHere(tx: Tx, { workspaceId }: StaffContext, id: string | null): Promise<boolean> {
  return id === null || (await tx.team.count({ where: { workspaceId, id } })) === 1;
}

async function isFull(tx: Tx, ctx: StaffContext, { audience }: ViewOwnership): Promise<boolean> {
  const { workspaceId, actor } = ctx;
  return audience === 'personal'
    ? (await tx.savedView.count({ where: { workspaceId, audience, ownerId: actor.id } })) >= MOST_OWN
    : (await tx.savedView.count({ where: { workspaceId, audience: { not: 'personal' } } })) >= MOST_SHARED;
}

type Asked = Readonly<{ conditions: ViewCondition; columns: ViewInput['columns'] }>;

async function wrongIn(tx: Tx, ctx: StaffContext, { conditions, columns }: Asked) {
  const references = viewReferences(conditions);
  const names = await namesOf(tx, ctx.workspaceId, references);
  const missing = references.find(({ id }) => names[id] === undefined);
  if (missing) return { code: 'not_found', at: missing.at } as const;
  const shown = columns
    .filter((column) => column.startsWith('ticket.'))
    .map((field) => ({ field, operator: 'is_set' }));
  const asks = viewComparisons(conditions).map(asOwnFieldsKnow);
  const wrong = await wrongOwnField(tx, ctx, { asks, mayAskForChange: false });
  if (wrong || (await wrongColumn(tx, ctx, shown))) return { code: 'field.condition_wrong' } as const;
  return null;
}

/** A span of days is asked of fields that know days. */
const asOwnFieldsKnow = (comparison: ViewComparison) =>
  comparison.operator === 'within'
    ? { field: comparison.field, operator: 'date_from', values: ['2000-01-01'] }
    : comparison;

/** Columns may show any field that is here, whatever its kind. */
async function wrongColumn(tx: Tx, ctx: StaffContext, shown: readonly Readonly<{ field: string }>[]) {
  const ids = [...new Set(shown.map(({ field }) => field.slice('ticket.'.length)))];
  if (ids.length === 0) return false;
  const where = { workspaceId: ctx.workspaceId, entity: 'ticket' as const, id: { in: ids } };
  return (await tx.fieldDefinition.count({ where })) !== ids.length;
}

/** The rows that a condition points at, apart from whoever looks. */
export const viewReferences = (conditions: ViewCondition) => referencesIn(asPointing(conditions));

/** A condition as what names rows; personal words name none. */
const asPointing = (conditions: ViewCondition): Pointing => ({
  conditions: forPerson(conditions, { id: null, teamIds: [] }) as Pointing['conditions'],
  actions: [],
  calendarId: null,
});

type Row = Saved & Readonly<{ input: ViewInput; ownership: ViewOwnership; conditions: ViewCondition }>;

async function saveRow(tx: Tx, ctx: StaffContext, { viewId, version, input, ownership, conditions }: Row) {
  const { workspaceId } = ctx;
  const { name, columns, sort, groupBy, density } = input;
  const data = {
    ...ownership,
    name,
    columns: [...columns],
    sort,
    groupBy,
    density,
    conditions: JSON.parse(JSON.stringify(conditions)),
    drifts: drifts(conditions),
    version,
    updatedAt: ctx.now(),
  };
  if (version === 1) {
    await tx.savedView.create({ data: { ...data, workspaceId, id: viewId, createdAt: ctx.now() } });
    return;
  }
  await tx.savedView.update({ where: { workspaceId_id: { workspaceId, id: viewId } }, data });
}
