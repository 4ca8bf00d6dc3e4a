import type { CallCompletion } from '@/domain/phone/call';
import type { AttemptOutcome } from '@/domain/phone/callback';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { factsOfCall, type KeptCall } from './call-rows';
import { recordCalled } from './commands/record-attempt';
import { requestCallbackIn } from './commands/request-callback';
import { placeCall } from './place-call';
import type { PhoneSettings } from './settings';

type Ended = Readonly<{ call: KeptCall; settings: PhoneSettings }>;

/** Puts a call that has ended on its ticket, and makes the callback that the caller asked for; gives the ticket's id. */
export async function placeEndedCall(
  tx: Tx,
  ctx: SystemContext,
  { call, settings }: Ended,
): Promise<string | null> {
  if (!call.completion || call.direction === 'internal') return call.ticketId;
  const { workspaceId } = ctx;
  const number = call.direction === 'outbound' ? call.toNumber : call.fromNumber;
  const placed = await placeCall(tx, ctx, {
    ...call,
    completion: call.completion,
    number,
    agent: await nameOf(tx, call.agentId),
    attachmentIds: call.recordingId ? [call.recordingId] : [],
    subject: null,
    newTicket: false,
    name: '',
    country: settings.country,
  });
  const { ticketId, messageId, customerId } = placed;
  await tx.callLog.updateMany({
    where: { workspaceId, id: call.id },
    data: { ticketId, messageId, customerId },
  });
  if (call.callbackId) await settleCallback(tx, ctx, { ...call, callbackId: call.callbackId });
  if (call.completion === 'callback' && number) {
    const asked = { ticketId, customerId, number, source: 'menu', uniqueKey: `call:${call.id}` } as const;
    await requestCallbackIn(tx, ctx, asked);
  }
  return ticketId;
}

const OUTCOMES: Readonly<Partial<Record<CallCompletion, AttemptOutcome>>> = {
  completed: 'reached',
  busy: 'busy',
  voicemail: 'voicemail',
  failed: 'failed',
};

/** What the call was made for: it leaves the agenda, or is tried again. */
async function settleCallback(
  tx: Tx,
  ctx: SystemContext,
  { id, callbackId, agentId, completion }: KeptCall & Readonly<{ callbackId: string }>,
): Promise<void> {
  const facts = await factsOfCall(tx, ctx, id);
  const wasRung = facts.some(({ kind }) => kind === 'connected' || kind === 'answered');
  const outcome = (completion && OUTCOMES[completion]) ?? 'no_answer';
  await recordCalled(tx, ctx, { callbackId, agentId, outcome: wasRung ? outcome : null });
}

async function nameOf(tx: Tx, id: string | null) {
  if (id === null) return null;
  const user = await tx.user.findUnique({ where: { id }, select: { name: true } });
  return user && { id, name: user.name };
}
