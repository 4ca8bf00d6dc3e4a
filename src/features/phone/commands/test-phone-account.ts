import type { CallOutside } from '@/channels/contract';
import { webhookSignature } from '@/channels/lib/standard-webhook';
import type { PhoneConfig } from '@/channels/phone/config';
import { checkTwilio } from '@/channels/phone/twilio-api';
import { twilioSignature } from '@/channels/phone/twilio-signature';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
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
  const delivery = sampleOf(account.config, { ctx, address: `${env().PUBLIC_URL}/api/inbound/phone/${key}` });
  const answer = await receivePhoneCall(ctx, { ...delivery, key, remoteAddress: '' });
  if (answer.status !== 200) return fail({ code: 'channel.unreachable' });
  const provider = await providerSays(account, call);
  await remember(ctx, account, provider);
  return ok({ ticketNumber: await newestTicket(ctx, account), provider });
}

type Sampling = Readonly<{ ctx: StaffContext; address: string }>;

/** No telephone has this number: it is kept for examples in the plan of North America. */
const EXAMPLE = '+12025550142';

function sampleOf(config: PhoneConfig, { ctx, address }: Sampling) {
  const id = ctx.newId();
  const at = ctx.now();
  if (config.provider === 'cti') {
    const data = { call_id: `test-${id}`, direction: 'inbound', from: EXAMPLE, completion: 'missed' };
    const body = Buffer.from(JSON.stringify({ type: 'call.ended', timestamp: at.toISOString(), data }));
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const signature = webhookSignature(config.secret, { id, timestamp, body });
    const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
    return { url: address, headers, bytes: body };
  }
  const url = `${address}?step=status`;
  const fields = {
    AccountSid: config.accountSid,
    CallSid: `CA${id.replaceAll('-', '')}`,
    CallStatus: 'no-answer',
    Direction: 'inbound',
    From: EXAMPLE,
    To: config.number,
    Timestamp: at.toUTCString(),
  };
  const form = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));
  const headers = { 'x-twilio-signature': twilioSignature(config.authToken, url, form) };
  return { url, headers, bytes: Buffer.from(new URLSearchParams(fields).toString()) };
}

async function providerSays({ config }: PhoneAccount, call: CallOutside): Promise<TestedAccount['provider']> {
  if (config.provider !== 'twilio') return null;
  try {
    const checked = await checkTwilio(config, call);
    return checked.ok ? { ok: true, detail: checked.name } : { ok: false, detail: checked.reason };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

async function remember(
  ctx: StaffContext,
  { id }: PhoneAccount,
  provider: TestedAccount['provider'],
): Promise<void> {
  const failing = provider !== null && !provider.ok;
  await ctx.db.channelAccount.updateMany({
    where: { workspaceId: ctx.workspaceId, id },
    data: {
      health: failing ? 'failing' : 'healthy',
      healthDetail: failing ? provider.detail.slice(0, 500) : '',
      healthAt: ctx.now(),
    },
  });
}

async function newestTicket({ db, workspaceId }: StaffContext, { id }: PhoneAccount): Promise<number | null> {
  const call = await db.callLog.findFirst({
    where: { workspaceId, channelAccountId: id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { ticket: { select: { number: true } } },
  });
  return call?.ticket?.number ?? null;
}
