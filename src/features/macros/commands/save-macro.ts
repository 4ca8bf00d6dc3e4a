import { cleanHtml } from '@/channels/lib/html';
import { mayChangeMacro } from '@/domain/macro/macro';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { wrongOwnField } from '@/features/fields/commands/own-field-fits';
import type { MacroInput } from '@/features/macros/inputs';
import { findMacro, leadsOf, type StoredMacro } from '@/features/macros/macro-rows';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Saved = Readonly<{ macroId: string; version: number }>;
type Refused = Readonly<{ code: 'not_found' | 'forbidden' | 'changed.meanwhile' | 'field.condition_wrong' }>;

/**
 * Creates or changes a macro. Whoever saves must be allowed to change it as it was and as it will be: nobody gives a macro
 * to a team that is not theirs to lead. Refused when somebody saved it since the form was opened.
 */
export function saveMacro(ctx: StaffContext, input: MacroInput): Promise<Result<Saved, Refused>> {
  return transaction(ctx, async (tx) => {
    const before = input.id ? await findMacro(tx, ctx, input.id) : null;
    const ownership = ownershipOf(ctx, input);
    const refused = await refusal(tx, ctx, { input, before, ownership });
    if (refused) return fail({ code: refused });
    const { id, version } = before ?? { id: ctx.newId(), version: 0 };
    const saved = { macroId: id, version: version + 1 };
    await saveRows(tx, ctx, { ...saved, input, ownership });
    const action = before ? 'macro.changed' : 'macro.created';
    if (ownership.audience !== 'personal') await recordAudit(tx, ctx, { action, target: input.name });
    return ok(saved);
  });
}

type Wish = Readonly<{
  input: MacroInput;
  before: StoredMacro | null;
  ownership: ReturnType<typeof ownershipOf>;
}>;

async function refusal(
  tx: Tx,
  ctx: StaffContext,
  { input, before, ownership }: Wish,
): Promise<Refused['code'] | null> {
  const leading = { leads: await leadsOf(tx, ctx) };
  const isThere = before !== null && mayChangeMacro(ctx.actor, before, leading);
  if (input.id && !isThere) return 'not_found';
  if (!mayChangeMacro(ctx.actor, ownership, leading)) return 'forbidden';
  if (!(await teamIsHere(tx, ctx, ownership.teamId))) return 'not_found';
  const sets = input.actions.filter((action) => action.kind === 'set_field');
  if (await wrongOwnField(tx, ctx, { asks: [], sets, mayAskForChange: false }))
    return 'field.condition_wrong';
  const isStale = before !== null && input.version !== undefined && before.version !== input.version;
  return isStale ? 'changed.meanwhile' : null;
}

function ownershipOf({ actor }: StaffContext, { audience, teamId }: MacroInput) {
  return {
    audience,
    ownerId: audience === 'personal' ? actor.id : null,
    teamId: audience === 'team' ? teamId : null,
  };
}

async function teamIsHere(tx: Tx, { workspaceId }: StaffContext, id: string | null): Promise<boolean> {
  if (id === null) return true;
  return (await tx.team.findFirst({ where: { workspaceId, id }, select: { id: true } })) !== null;
}

type Rows = Saved & Readonly<{ input: MacroInput; ownership: ReturnType<typeof ownershipOf> }>;

async function saveRows(tx: Tx, ctx: StaffContext, { macroId, version, input, ownership }: Rows) {
  const { workspaceId } = ctx;
  const { name, shortcut, folder, active, textKind, texts } = input;
  const actions = JSON.parse(JSON.stringify(input.actions));
  const head = {
    ...ownership,
    name,
    shortcut,
    folder,
    active,
    textKind,
    actions,
    version,
    updatedAt: ctx.now(),
  };
  if (version === 1) {
    const last = await tx.macro.aggregate({ where: { workspaceId }, _max: { position: true } });
    const position = (last._max.position ?? 0) + 1;
    await tx.macro.create({ data: { ...head, workspaceId, id: macroId, position, createdAt: ctx.now() } });
  } else {
    await tx.macro.update({ where: { workspaceId_id: { workspaceId, id: macroId } }, data: head });
    await tx.macroText.deleteMany({ where: { workspaceId, macroId } });
  }
  await tx.macroText.createMany({
    data: Object.entries(texts).map(([locale, html]) => ({
      workspaceId,
      macroId,
      locale,
      html: cleanHtml(html ?? ''),
    })),
  });
}
