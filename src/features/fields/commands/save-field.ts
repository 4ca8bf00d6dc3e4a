import type { FieldDefinition, FieldOption } from '@/domain/field/field';
import { fieldText } from '@/domain/field/field';
import { hangsOnItself } from '@/domain/field/shown';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { fieldDefinitions, MOST_FIELDS } from '@/features/fields/commands/field-definitions';
import { usedOptions } from '@/features/fields/commands/field-values';
import type { FieldInput } from '@/features/fields/inputs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Saved = Readonly<{ fieldId: string; version: number }>;
type Refused = Readonly<{
  code: 'not_found' | 'name.taken' | 'changed.meanwhile' | 'field.full' | 'field.condition_wrong';
}>;
type Before = Readonly<{ id: string; version: number; kind: string; options: readonly FieldOption[] }>;

/**
 * Creates or changes a field. What it belongs to and its kind stay for good, since values hang on them; an option that is
 * used and left out stays as an archived one.
 */
export function saveField(ctx: StaffContext, input: FieldInput): Promise<Result<Saved, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const before = await storedField(tx, ctx, input);
    if (input.id && !before) return fail({ code: 'not_found' });
    const others = await fieldDefinitions(tx, { workspaceId, entity: input.entity });
    const refused = refusal(input, before, others);
    if (refused) return fail({ code: refused });

    const { id, version } = before ?? { id: ctx.newId(), version: 0 };
    const saved = { fieldId: id, version: version + 1 };
    await saveRow(tx, ctx, { input, before, saved });
    const action = before ? 'field.changed' : 'field.created';
    await recordAudit(tx, ctx, { action, target: fieldText(input.names, 'en') });
    return ok(saved);
  });
}

async function storedField(tx: Tx, { workspaceId }: StaffContext, { id, entity }: FieldInput) {
  if (!id) return null;
  const row = await tx.fieldDefinition.findFirst({
    where: { workspaceId, id, entity },
    select: { id: true, version: true, kind: true, options: true },
  });
  return row as unknown as Before | null;
}

function refusal(
  input: FieldInput,
  before: Before | null,
  all: readonly FieldDefinition[],
): Refused['code'] | null {
  const others = all.filter(({ id }) => id !== before?.id);
  if (before && input.version !== undefined && input.version !== before.version) return 'changed.meanwhile';
  if (before && before.kind !== input.kind) return 'not_found';
  if (others.some(({ key }) => key === input.key)) return 'name.taken';
  if (!before && all.length >= MOST_FIELDS) return 'field.full';
  return hasWrongCondition(input, others) ? 'field.condition_wrong' : null;
}

const DECIDING: readonly string[] = ['choice', 'multi_choice', 'checkbox'];

function hasWrongCondition(input: FieldInput, others: readonly FieldDefinition[]): boolean {
  const known = others.filter(({ kind }) => DECIDING.includes(kind)).map(({ id }) => id);
  const isUnknown = input.shownWhen.some(({ field }) =>
    field === 'type' ? input.entity !== 'ticket' : !known.includes(field),
  );
  return isUnknown || hangsOnItself({ id: input.id ?? '', shownWhen: input.shownWhen }, others);
}

type Writing = Readonly<{ input: FieldInput; before: Before | null; saved: Saved }>;

async function saveRow(tx: Tx, ctx: StaffContext, { input, before, saved }: Writing): Promise<void> {
  const { workspaceId } = ctx;
  const { id: _, version: __, entity, kind, pattern, ...rest } = input;
  const options = kind.endsWith('choice') ? await keptOptions(tx, ctx, { input, before }) : [];
  const data = {
    ...rest,
    options: JSON.parse(JSON.stringify(options)),
    shownWhen: JSON.parse(JSON.stringify(input.shownWhen)),
    pattern: kind === 'pattern' ? pattern : null,
    version: saved.version,
    updatedAt: ctx.now(),
  };
  if (before) {
    await tx.fieldDefinition.update({
      where: { workspaceId_id: { workspaceId, id: saved.fieldId } },
      data,
    });
    return;
  }
  const last = await tx.fieldDefinition.aggregate({
    where: { workspaceId, entity },
    _max: { position: true },
  });
  const position = (last._max.position ?? 0) + 1;
  const createdAt = ctx.now();
  await tx.fieldDefinition.create({
    data: { ...data, workspaceId, id: saved.fieldId, entity, kind, position, createdAt },
  });
}

type Kept = Readonly<Pick<Writing, 'input' | 'before'>>;

async function keptOptions(tx: Tx, { workspaceId }: StaffContext, { input, before }: Kept) {
  const left = (before?.options ?? []).filter(({ key }) => !input.options.some((each) => each.key === key));
  const keys = left.map(({ key }) => key);
  const { entity, id: fieldId = '' } = input;
  const used = before ? await usedOptions(tx, { workspaceId, entity, fieldId, keys }) : [];
  const kept = left.filter(({ key }) => used.includes(key)).map((each) => ({ ...each, archived: true }));
  return [...input.options, ...kept];
}
