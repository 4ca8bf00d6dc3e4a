import { phoneNumber } from '@/channels/lib/phone-number';
import { type PhoneConfig, phoneConfig } from '@/channels/phone/config';
import { givenPhoneSettings } from '@/channels/phone/providers';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { PhoneAccountInput } from '@/features/phone/admin-inputs';
import { openPhoneConfig, sealPhoneConfig } from '@/features/phone/phone-account';
import { phoneSettings } from '@/features/phone/settings';
import type { StaffContext } from '@/server/context';
import { hashOf, newSecret } from '@/server/crypto/keys';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { inboundKeyOf } from './inbound-key';

type Saved = Readonly<{ accountId: string }>;
type Refused =
  | Readonly<{ code: 'not_found' | 'forbidden' | 'name.taken' }>
  | Readonly<{ code: 'input.invalid'; fields: Readonly<Record<string, readonly string[]>> }>;

/** Connects a telephone account, or changes one. Secrets that were not typed again stay as they are. */
export function savePhoneAccount(
  ctx: StaffContext,
  input: PhoneAccountInput,
): Promise<Result<Saved, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'channel.manage')) return fail({ code: 'forbidden' });
    const stored = await storedOf(tx, ctx, input.accountId);
    const hindrance = await hindranceOf(tx, ctx, { input, isThere: stored !== null });
    if (hindrance) return fail({ code: hindrance });
    const { country } = await phoneSettings(tx, ctx);
    const config = phoneConfig.safeParse(asConfig(input, stored?.config ?? null, country));
    if (!config.success) return fail({ code: 'input.invalid', fields: fieldsOf(config.error.issues) });
    return ok({ accountId: await write(tx, ctx, input, config.data) });
  });
}

type Asked = Readonly<{ input: PhoneAccountInput; isThere: boolean }>;

async function hindranceOf(tx: Tx, ctx: StaffContext, { input, isThere }: Asked) {
  if (input.accountId && !isThere) return 'not_found';
  if (!(await teamIsHere(tx, ctx, input.teamId))) return 'not_found';
  return (await isTaken(tx, ctx, input)) ? 'name.taken' : null;
}

async function storedOf(tx: Tx, { workspaceId }: StaffContext, id: string | null) {
  if (id === null) return null;
  const row = await tx.channelAccount.findFirst({
    where: { workspaceId, id, channel: 'phone' },
    select: { sealedConfig: true },
  });
  return row && { config: openPhoneConfig(row.sealedConfig) };
}

async function teamIsHere(tx: Tx, { workspaceId }: StaffContext, teamId: string | null): Promise<boolean> {
  return teamId === null || (await tx.team.count({ where: { workspaceId, id: teamId } })) === 1;
}

async function isTaken(tx: Tx, { workspaceId }: StaffContext, { accountId, name }: PhoneAccountInput) {
  const others = accountId ? { id: { not: accountId } } : {};
  return (await tx.channelAccount.count({ where: { workspaceId, name, ...others } })) > 0;
}

function asConfig(input: PhoneAccountInput, stored: PhoneConfig | null, country: string): unknown {
  const { provider, locale, ringSeconds, menu, record, mayRefuse, ownFlow, settings } = input;
  return {
    ...givenPhoneSettings({ kind: provider, settings, stored, random: newSecret }),
    provider,
    locale,
    number: phoneNumber(input.number, country) ?? input.number,
    ringTo: input.ringTo.split(/[\n,]/).flatMap((each) => deviceIn(each.trim(), country)),
    ...{ ringSeconds, menu, record, mayRefuse, ownFlow },
  };
}

const deviceIn = (text: string, country: string): string[] =>
  text === '' ? [] : [text.startsWith('sip:') ? text : (phoneNumber(text, country) ?? text)];

type Issue = Readonly<{ path: readonly PropertyKey[]; message: string }>;

const fieldsOf = (issues: readonly Issue[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(issues.map(({ path, message }) => [String(path[0] ?? 'provider'), [message]]));

async function write(
  tx: Tx,
  ctx: StaffContext,
  ...[input, config]: [PhoneAccountInput, PhoneConfig]
): Promise<string> {
  const { workspaceId } = ctx;
  const { name, teamId, enabled } = input;
  const id = input.accountId ?? ctx.newId();
  const inboundKeyHash = hashOf(inboundKeyOf({ workspaceId, id }));
  const data = { name, teamId, enabled, sealedConfig: sealPhoneConfig(config), inboundKeyHash };
  if (input.accountId) await tx.channelAccount.updateMany({ where: { workspaceId, id }, data });
  else await tx.channelAccount.createMany({ data: [{ ...data, workspaceId, id, channel: 'phone' }] });
  await recordAudit(tx, ctx, {
    action: input.accountId ? 'channel.changed' : 'channel.created',
    target: name,
    data: { channel: 'phone', provider: config.provider, enabled },
  });
  return id;
}
