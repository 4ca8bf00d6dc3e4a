import type { CallOutside } from '@/channels/contract';
import { phoneNumber } from '@/channels/lib/phone-number';
import type { Originated, PhoneProvider } from '@/channels/phone/provider';
import { phoneProvider } from '@/channels/phone/providers';
import { may, mayOnTicket } from '@/domain/permission/can';
import { sipLink, telLink } from '@/domain/phone/phone-link';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { DialInput } from '@/features/phone/inputs';
import { findPhoneAccount, type PhoneAccount } from '@/features/phone/phone-account';
import { phoneSettings } from '@/features/phone/settings';
import { findTicketForCall } from '@/features/tickets/commands/place-call';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { env } from '@/server/env';
import { callOutside } from '@/server/http/call-outside';
import { announce, callsTopic } from '@/server/live/announce';
import { log } from '@/server/log';
import { startDialling } from './change-callback';
import { inboundKeyOf } from './inbound-key';
import { asking, noteAsked } from './note-asked';

/** `link` is what the browser opens; null when the provider rings the agent's telephone itself. */
export type Dialled = Readonly<{ link: string | null; callId: string | null }>;

type Refused = Readonly<{
  code:
    | 'not_found'
    | 'forbidden'
    | 'callback.closed'
    | 'callback.window'
    | 'phone.number_invalid'
    | 'phone.do_not_call'
    | 'phone.not_connected';
}>;

/** Dials by click: with the computer's own telephone, or by having the provider ring the agent and then the customer. */
export async function dial(ctx: StaffContext, input: DialInput): Promise<Result<Dialled, Refused>> {
  return dialWith(ctx, { input, call: callOutside });
}

/** The same, with a way out of its own. */
export async function dialWith(
  ctx: StaffContext,
  { input, call }: Readonly<{ input: DialInput; call: CallOutside }>,
): Promise<Result<Dialled, Refused>> {
  const settings = await phoneSettings(ctx.db, ctx);
  const number = phoneNumber(input.number, settings.country);
  if (!number) return fail({ code: 'phone.number_invalid' });
  const hindrance = await hindranceOf(ctx, { input, number });
  if (hindrance) return fail({ code: hindrance });
  if (input.callbackId) {
    const started = await startDialling(ctx, { callbackId: input.callbackId });
    if (!started.ok) return started;
  }
  if (settings.dialWith !== 'provider') {
    const sip = settings.dialWith === 'sip' ? sipLink(number, settings.sipDomain) : '';
    return ok({ link: sip || telLink(number), callId: null });
  }
  return byProvider(ctx, { input, call, number });
}

type Asked = Readonly<{ input: DialInput; number: string }>;

async function hindranceOf(ctx: StaffContext, { input, number }: Asked): Promise<Refused['code'] | null> {
  if (!may(ctx.actor, 'ticket.reply')) return 'forbidden';
  const barred = await ctx.db.doNotCall.count({ where: { workspaceId: ctx.workspaceId, number } });
  if (barred > 0) return 'phone.do_not_call';
  return input.ticketId && !(await seesTicket(ctx, input.ticketId)) ? 'not_found' : null;
}

async function seesTicket(ctx: StaffContext, ticketId: string): Promise<boolean> {
  const ticket = await transaction(ctx, (tx) => findTicketForCall(tx, ctx, ticketId));
  return ticket !== null && mayOnTicket(ctx.actor, 'ticket.reply', ticket);
}

type ByProvider = Readonly<{ input: DialInput; call: CallOutside; number: string }>;

async function byProvider(
  ctx: StaffContext,
  { input, call, number }: ByProvider,
): Promise<Result<Dialled, Refused>> {
  const line = await diallingLine(ctx);
  const device = await deviceOf(ctx);
  if (!line || !device) return ok({ link: telLink(number), callId: null });
  const { account, ring } = line;
  const made = await rung(ctx, { account, ask: (address) => ring({ device, address, number }, call) });
  if (!made) return fail({ code: 'phone.not_connected' });
  return ok({ link: null, callId: await keep(ctx, { account, input, number, sid: made.callId }) });
}

type Ringing = Readonly<{ account: PhoneAccount; ask: (address: string) => Promise<Originated> }>;

/** The provider's name of the call; null where it did not make one, which stands in the log and on the account's light. */
async function rung(
  ctx: StaffContext,
  { account, ask }: Ringing,
): Promise<Readonly<{ callId: string }> | null> {
  const address = `${env().PUBLIC_URL}/api/inbound/phone/${inboundKeyOf(account)}`;
  const made = await asking({ world: ctx, account }, () => ask(address)).catch((error: unknown) => {
    log().warn({ error }, 'the telephone provider cannot be reached');
    return null;
  });
  if (made) await noteAsked(ctx, account, made.ok ? null : made);
  if (made && !made.ok) log().warn({ reason: made.reason }, 'the telephone provider did not take a call');
  return made?.ok ? made : null;
}

type DiallingLine = Readonly<{ account: PhoneAccount; ring: NonNullable<PhoneProvider['dial']> }>;

/** The first account whose system takes orders. */
async function diallingLine(ctx: StaffContext): Promise<DiallingLine | null> {
  const rows = await ctx.db.channelAccount.findMany({
    where: { workspaceId: ctx.workspaceId, channel: 'phone', enabled: true },
    orderBy: { createdAt: 'asc' },
    take: 10,
    select: { id: true },
  });
  for (const { id } of rows) {
    const account = await findPhoneAccount(ctx.db, ctx, id);
    const ring = account && phoneProvider(account.config).dial;
    if (account && ring) return { account, ring };
  }
  return null;
}

async function deviceOf({ db, workspaceId, actor }: StaffContext): Promise<string | null> {
  if (!actor.id) return null;
  const row = await db.phoneExtension.findUnique({
    where: { workspaceId_userId: { workspaceId, userId: actor.id } },
    select: { device: true },
  });
  return row?.device || null;
}

type Keeping = Readonly<{ account: PhoneAccount; input: DialInput; number: string; sid: string }>;

/** The call is ours from the start, so that what the provider tells of it finds its ticket and its callback. */
function keep(ctx: StaffContext, { account, input, number, sid }: Keeping): Promise<string> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const [id, at] = [ctx.newId(), ctx.now()];
    const line = account.config.number;
    const { ticketId, customerId, callbackId } = input;
    await tx.callLog.createMany({
      data: [
        {
          ...{ workspaceId, id, ticketId, customerId, callbackId, line },
          provider: account.config.provider,
          providerCallId: sid,
          channelAccountId: account.id,
          direction: 'outbound',
          status: 'queued',
          fromNumber: line,
          toNumber: number,
          agentId: ctx.actor.id,
          startedAt: at,
          createdAt: at,
          updatedAt: at,
        },
      ],
      skipDuplicates: true,
    });
    await announce(tx, [callsTopic(workspaceId)]);
    return id;
  });
}
