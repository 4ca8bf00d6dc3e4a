import type { CallOutside } from '@/channels/contract';
import { phoneProvider } from '@/channels/phone/providers';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { noteHealth } from '@/features/channels/commands/note-health';
import type { PhoneAccountIdInput } from '@/features/phone/admin-inputs';
import { findPhoneAccount, type PhoneAccount } from '@/features/phone/phone-account';
import type { StaffContext } from '@/server/context';
import { env } from '@/server/env';
import { callOutside } from '@/server/http/call-outside';
import { inboundKeyOf } from './inbound-key';
import { receivePhoneCall } from './receive-phone-call';

/** `provider` is what the provider says of our name and token; null where it needs none. */
export type TestedAccount = Readonly<{
  ticketNumber: number | null;
  provider: Readonly<{ ok: boolean; detail: string }> | null;
}>;

type Refused = Readonly<{ code: 'not_found' | 'forbidden' | 'channel.unreachable' }>;

/** Sends a missed call through the account's own address, signed as its provider would: its ticket is the proof. */
export function testPhoneAccount(
  ctx: StaffContext,
  { accountId }: PhoneAccountIdInput,
): Promise<Result<TestedAccount, Refused>> {
  return testPhoneAccountWith(ctx, { accountId, call: callOutside });
}

/** The same, with a way out of its own. */
export async function testPhoneAccountWith(
  ctx: StaffContext,
  { accountId, call }: PhoneAccountIdInput & Readonly<{ call: CallOutside }>,
): Promise<Result<TestedAccount, Refused>> {
  if (!may(ctx.actor, 'channel.manage')) return fail({ code: 'forbidden' });
  const account = await findPhoneAccount(ctx.db, ctx, accountId);
  if (!account) return fail({ code: 'not_found' });
  const key = inboundKeyOf(account);
  const address = `${env().PUBLIC_URL}/api/inbound/phone/${key}`;
  const delivery = phoneProvider(account.config).sample({
    id: ctx.newId(),
    at: ctx.now(),
    from: EXAMPLE,
    address,
  });
  const answer = await receivePhoneCall(ctx, { ...delivery, key, remoteAddress: '' });
  if (answer.status !== 200) return fail({ code: 'channel.unreachable' });
  const provider = await providerSays(account, call);
  await remember(ctx, account, provider);
  return ok({ ticketNumber: await newestTicket(ctx, account), provider });
}

/** No telephone has this number: it is kept for examples in the plan of North America. */
const EXAMPLE = '+12025550142';

async function providerSays({ config }: PhoneAccount, call: CallOutside): Promise<TestedAccount['provider']> {
  const { check } = phoneProvider(config);
  if (!check) return null;
  try {
    const checked = await check(call);
    return checked.ok ? { ok: true, detail: checked.name } : { ok: false, detail: checked.reason };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** The test asks both ways, so what it finds holds whatever the light said before. */
async function remember(
  ctx: StaffContext,
  { id }: PhoneAccount,
  provider: TestedAccount['provider'],
): Promise<void> {
  const { workspaceId } = ctx;
  const failing = provider !== null && !provider.ok;
  const health = failing ? 'failing' : 'healthy';
  await noteHealth(ctx, { workspaceId, id }, { health, detail: failing ? provider.detail : '' });
}

async function newestTicket({ db, workspaceId }: StaffContext, { id }: PhoneAccount): Promise<number | null> {
  const call = await db.callLog.findFirst({
    where: { workspaceId, channelAccountId: id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { ticket: { select: { number: true } } },
  });
  return call?.ticket?.number ?? null;
}
