import { conditionsHold } from '@/domain/form/form';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import type { FormInput } from '@/features/forms/inputs';
import type { StaffContext } from '@/server/context';
import { newSecret } from '@/server/crypto/keys';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'name.taken' | 'field.condition_wrong' }>;

/** Makes a form, or changes one. Its public key stays, so that pages which embed it need no change. */
export function saveForm(
  ctx: StaffContext,
  input: FormInput,
): Promise<Result<Readonly<{ formId: string }>, Refused>> {
  return transaction(ctx, async (tx) => {
    const refused = await refusal(tx, ctx, input);
    if (refused) return fail({ code: refused });
    const formId = input.id ?? ctx.newId();
    await write(tx, ctx, { input, formId });
    await recordAudit(tx, ctx, {
      action: input.id ? 'channel.changed' : 'channel.created',
      target: input.name,
      data: { channel: 'web', enabled: input.enabled },
    });
    return ok({ formId });
  });
}

async function refusal(
  tx: Tx,
  { workspaceId }: StaffContext,
  input: FormInput,
): Promise<Refused['code'] | null> {
  const { id, name, teamId } = input;
  const fieldIds = [...new Set(input.items.flatMap(({ fieldId }) => fieldId ?? []))];
  const definitions = await fieldDefinitions(tx, { workspaceId, entity: 'ticket' });
  const known = new Set(definitions.map((field) => field.id));
  const counts = await Promise.all([
    !id || tx.requestForm.count({ where: { workspaceId, channelAccountId: id } }),
    !teamId || tx.team.count({ where: { workspaceId, id: teamId } }),
  ]);
  if (!counts.every(Boolean) || !fieldIds.every((each) => known.has(each))) return 'not_found';
  if (!conditionsHold(input.items, definitions)) return 'field.condition_wrong';
  const others = id ? { id: { not: id } } : {};
  return (await tx.channelAccount.count({ where: { workspaceId, name, ...others } })) > 0
    ? 'name.taken'
    : null;
}

type Writing = Readonly<{ input: FormInput; formId: string }>;

async function write(tx: Tx, ctx: StaffContext, { input, formId }: Writing): Promise<void> {
  const { workspaceId } = ctx;
  const { id, name, enabled, teamId, items, texts, ...rest } = input;
  const data = {
    ...rest,
    items: JSON.parse(JSON.stringify(items)),
    texts: JSON.parse(JSON.stringify(texts)),
    updatedAt: ctx.now(),
  };
  if (id) {
    const version = { increment: 1 };
    await tx.channelAccount.updateMany({ where: { workspaceId, id }, data: { name, enabled, teamId } });
    await tx.requestForm.updateMany({
      where: { workspaceId, channelAccountId: id },
      data: { ...data, version },
    });
    return;
  }
  await tx.channelAccount.createMany({
    data: [{ workspaceId, id: formId, channel: 'web', name, enabled, teamId, health: 'healthy' }],
  });
  const position = await tx.requestForm.count({ where: { workspaceId } });
  const own = { workspaceId, channelAccountId: formId, publicKey: `form_${newSecret()}`, position };
  await tx.requestForm.createMany({ data: [{ ...data, ...own, createdAt: ctx.now() }] });
}
