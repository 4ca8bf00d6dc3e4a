import { phoneNumber } from '@/channels/lib/phone-number';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { PhoneExtensionInput, PhoneSettingsInput, PhoneTextsInput } from '@/features/phone/admin-inputs';
import { phoneSettings } from '@/features/phone/settings';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'forbidden' | 'phone.number_invalid' }>;

/** How this workspace handles calls. Names that are left out of the dispositions are kept for past calls, and not offered. */
export function savePhoneSettings(
  ctx: StaffContext,
  { dispositions, doNotCall, ...settings }: PhoneSettingsInput,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'channel.manage')) return fail({ code: 'forbidden' });
    const numbers = linesOf(doNotCall).map((line) => phoneNumber(line, settings.country));
    if (numbers.includes(null)) return fail({ code: 'phone.number_invalid' });
    const { workspaceId } = ctx;
    await tx.phoneSettings.upsert({
      where: { workspaceId },
      create: { ...settings, workspaceId },
      update: settings,
    });
    await saveDispositions(tx, ctx, linesOf(dispositions));
    await saveBarred(
      tx,
      ctx,
      numbers.flatMap((number) => number ?? []),
    );
    await recordAudit(tx, ctx, { action: 'channel.changed', target: 'phone', data: { ...settings } });
    return ok(null);
  });
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim().slice(0, 100))
      .filter((line) => line !== ''),
  ),
];

async function saveDispositions(tx: Tx, ctx: StaffContext, names: readonly string[]): Promise<void> {
  const { workspaceId } = ctx;
  await tx.callDisposition.updateMany({
    where: { workspaceId, name: { notIn: [...names] } },
    data: { active: false },
  });
  for (const [position, name] of names.entries()) {
    await tx.callDisposition.upsert({
      where: { workspaceId_name: { workspaceId, name } },
      create: { workspaceId, id: ctx.newId(), name, position },
      update: { position, active: true },
    });
  }
}

async function saveBarred(
  tx: Tx,
  { workspaceId, now }: StaffContext,
  numbers: readonly string[],
): Promise<void> {
  await tx.doNotCall.deleteMany({ where: { workspaceId, number: { notIn: [...numbers] } } });
  await tx.doNotCall.createMany({
    data: numbers.map((number) => ({ workspaceId, number, createdAt: now() })),
    skipDuplicates: true,
  });
}

/** What callers hear in one language. */
export function savePhoneTexts(
  ctx: StaffContext,
  { locale, texts }: PhoneTextsInput,
): Promise<Result<null, Readonly<{ code: 'forbidden' }>>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'channel.manage')) return fail({ code: 'forbidden' });
    const { workspaceId } = ctx;
    await tx.phoneText.deleteMany({ where: { workspaceId, locale } });
    await tx.phoneText.createMany({
      data: Object.entries(texts).flatMap(([kind, body]) =>
        body ? [{ workspaceId, locale, kind, body }] : [],
      ),
    });
    await recordAudit(tx, ctx, { action: 'channel.changed', target: 'phone', data: { locale } });
    return ok(null);
  });
}

/** Where the agent's own telephone is, so that a click rings it and calls are known to be theirs. */
export function savePhoneExtension(
  ctx: StaffContext,
  { extension, device }: PhoneExtensionInput,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId, actor } = ctx;
    if (!actor.id || !may(actor, 'ticket.reply')) return fail({ code: 'forbidden' });
    const { country } = await phoneSettings(tx, ctx);
    const isPlain = device === '' || device.startsWith('sip:');
    const line = isPlain ? device : phoneNumber(device, country);
    if (line === null) return fail({ code: 'phone.number_invalid' });
    const data = { extension, device: line };
    await tx.phoneExtension.upsert({
      where: { workspaceId_userId: { workspaceId, userId: actor.id } },
      create: { workspaceId, userId: actor.id, ...data },
      update: data,
    });
    return ok(null);
  });
}
