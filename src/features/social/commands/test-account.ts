import type { CheckedAccount, WebCall } from '@/channels/contract';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { noteHealth } from '@/features/channels/commands/note-health';
import { openConversationAccount, relearned } from '@/features/channels/commands/open-account';
import { receiveCall, storeArrival } from '@/features/intake/commands/receive-call';
import type { AccountIdInput } from '@/features/social/inputs';
import { INBOUND_KEY, storedAccount, textIn } from '@/features/social/stored-account';
import { translator } from '@/i18n/translator';
import type { StaffContext } from '@/server/context';
import { env } from '@/server/env';
import { callOutside, OutsideError } from '@/server/http/call-outside';

/** What the vendor said, and the instant from which on the test message is to be looked for. */
export type TestedAccount = Readonly<{
  signedInAs: string | null;
  reason: string | null;
  /** ISO 8601. */
  sentAt: string;
}>;

type Refused = Readonly<{ code: 'not_found' | 'forbidden' }>;

/**
 * Tries an account out: signs in at the vendor, tells it our address where that can be told, and sends a message, signed as the
 * vendor would sign it, through the whole way in. The light shows what the vendor said; the message becomes a ticket.
 */
export async function testAccount(
  ctx: StaffContext,
  { accountId }: AccountIdInput,
): Promise<Result<TestedAccount, Refused>> {
  if (!may(ctx.actor, 'channel.manage')) return fail({ code: 'forbidden' });
  const row = await findRow(ctx, accountId);
  const opened = row && openConversationAccount(row);
  if (!row || !opened) return fail({ code: 'not_found' });
  const account = { ...row, ...opened };
  const checked = await signIn(ctx, account);
  const reason = checked.ok ? '' : checked.error.reason;
  const { workspaceId } = ctx;
  const health = checked.ok ? 'healthy' : 'failing';
  await noteHealth(ctx, { workspaceId, id: accountId }, { health, detail: reason });
  const sentAt = ctx.now().toISOString();
  await bringSample(ctx, account);
  return ok({ signedInAs: checked.ok ? checked.value.name : null, reason: reason || null, sentAt });
}

const findRow = ({ db, workspaceId }: StaffContext, id: string) =>
  db.channelAccount.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { id: true, name: true, channel: true, sealedConfig: true, enabled: true },
  });

type Account = NonNullable<Awaited<ReturnType<typeof findRow>>> &
  NonNullable<ReturnType<typeof openConversationAccount>>;

const addressOf = ({ channel, sealedConfig }: Account): string =>
  `${env().PUBLIC_URL}/api/inbound/${channel}/${textIn(storedAccount(sealedConfig), INBOUND_KEY)}`;

async function signIn(
  ctx: StaffContext,
  account: Account,
): Promise<Result<CheckedAccount, Readonly<{ code: 'channel.unreachable'; reason: string }>>> {
  const { adapter } = account;
  try {
    const checked = await adapter.check(account.config, callOutside);
    if (!checked.ok) return checked;
    const { config } = await keepLearned(ctx, account, checked.value);
    const told = await adapter.connect?.(addressOf(account), config, callOutside);
    return told && !told.ok ? told : checked;
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return fail({ code: 'channel.unreachable', reason: error.message });
  }
}

/** The account with what the vendor taught us. */
async function keepLearned(
  ctx: StaffContext,
  account: Account,
  { learned }: CheckedAccount,
): Promise<Account> {
  const { id, sealedConfig } = account;
  if (Object.keys(learned).length === 0 || sealedConfig === null) return account;
  const { workspaceId } = ctx;
  const resealed = relearned(sealedConfig, learned);
  await ctx.db.channelAccount.updateMany({
    where: { workspaceId, id, sealedConfig },
    data: { sealedConfig: resealed },
  });
  const now = { ...account, sealedConfig: resealed };
  return { ...now, ...openConversationAccount(now) };
}

/** Through the door, where the vendor's signature can be made; straight into the intake where the vendor has to be asked. */
async function bringSample(ctx: StaffContext, account: Account): Promise<void> {
  const { adapter, config, channel, name, id } = account;
  const user = ctx.actor.id
    ? await ctx.db.user.findUnique({ where: { id: ctx.actor.id }, select: { locale: true } })
    : null;
  const t = await translator(user?.locale ?? 'en', 'social');
  const text = t('admin.check.text', { name });
  const sampleId = ctx.newId();
  const sample = adapter.sample({ id: sampleId, text, name: ctx.actor.name, at: ctx.now() }, config);
  const call: WebCall = { method: 'POST', url: addressOf(account), ...sample };
  if (account.enabled && adapter.isGenuine(call, config, ctx.now())) {
    const key = textIn(storedAccount(account.sealedConfig), INBOUND_KEY);
    await receiveCall(ctx, { channel, key, call, remoteAddress: ctx.ip ?? '' });
    return;
  }
  const { workspaceId } = ctx;
  const arrival = { workspaceId, channelAccountId: id, key: `test:${sampleId}`, bytes: sample.bytes };
  await storeArrival(ctx, { ...arrival, source: 'command' });
}
