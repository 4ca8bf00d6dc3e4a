import { phoneAccountInput } from '@/features/phone/admin-inputs';
import { cancelCallback, claimCallback, rescheduleCallback } from '@/features/phone/commands/change-callback';
import { dial } from '@/features/phone/commands/dial';
import { extendWrapUp, finishCall } from '@/features/phone/commands/finish-call';
import { logCall } from '@/features/phone/commands/log-call';
import { recordAttempt } from '@/features/phone/commands/record-attempt';
import { requestCallback } from '@/features/phone/commands/request-callback';
import { savePhoneAccount } from '@/features/phone/commands/save-phone-account';
import { testPhoneAccount } from '@/features/phone/commands/test-phone-account';
import { logCallInput } from '@/features/phone/inputs';
import type { StaffContext } from '@/server/context';

type Named = Readonly<{
  ticketId: string;
  customerId: string;
  callId: string;
  callbackId: string;
  phoneAccountId: string;
}>;
type Attempt = (ctx: StaffContext, other: Named) => Promise<{ ok: boolean; error?: unknown }>;

const number = '+36301234567';
const call = { direction: 'outbound', outcome: 'completed', number } as const;

/** A call, a callback and a telephone account of another workspace. */
export async function phoneRows(ctx: StaffContext) {
  const logged = await logCall(ctx, logCallInput.parse({ ...call, name: 'Anna' }));
  if (!logged.ok) throw new Error(logged.error.code);
  const asked = await requestCallback(ctx, { ticketId: logged.value.ticketId, number });
  const saved = await savePhoneAccount(
    ctx,
    phoneAccountInput.parse({ accountId: null, provider: 'cti', name: 'Exchange' }),
  );
  if (!asked.ok || !saved.ok) throw new Error('the other workspace has no telephone');
  const { callId } = logged.value;
  return { callId, callbackId: asked.value.callbackId, phoneAccountId: saved.value.accountId };
}

const hours = () => ({ start: new Date('2026-03-02T10:00:00Z'), end: new Date('2026-03-02T11:00:00Z') });

/** What each action of the telephone runs, tried with the ids of another workspace. */
export const PHONE_ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  logCall: [
    (ctx, { ticketId }) => logCall(ctx, logCallInput.parse({ ...call, ticketId })),
    (ctx, { customerId }) => logCall(ctx, logCallInput.parse({ ...call, customerId })),
    (ctx, { callbackId }) => logCall(ctx, logCallInput.parse({ ...call, callbackId })),
  ],
  finishCall: [(ctx, { callId }) => finishCall(ctx, { callId, note: 'x', done: true })],
  extendWrapUp: [(ctx, { callId }) => extendWrapUp(ctx, { callId })],
  dial: [
    (ctx, { ticketId }) => dial(ctx, { number, ticketId, customerId: null, callbackId: null }),
    (ctx, { callbackId }) => dial(ctx, { number, ticketId: null, customerId: null, callbackId }),
  ],
  requestCallback: [
    (ctx, { ticketId }) => requestCallback(ctx, { ticketId, number }),
    (ctx, { customerId }) => requestCallback(ctx, { customerId, number }),
  ],
  claimCallback: [(ctx, { callbackId }) => claimCallback(ctx, { callbackId, assigneeId: ctx.actor.id })],
  rescheduleCallback: [(ctx, { callbackId }) => rescheduleCallback(ctx, { callbackId, window: hours() })],
  cancelCallback: [(ctx, { callbackId }) => cancelCallback(ctx, { callbackId })],
  recordAttempt: [(ctx, { callbackId }) => recordAttempt(ctx, { callbackId, outcome: 'reached', note: '' })],
  savePhoneAccount: [
    (ctx, { phoneAccountId: accountId }) =>
      savePhoneAccount(ctx, phoneAccountInput.parse({ accountId, provider: 'cti', name: 'Mine' })),
  ],
  testPhoneAccount: [(ctx, { phoneAccountId: accountId }) => testPhoneAccount(ctx, { accountId })],
};
