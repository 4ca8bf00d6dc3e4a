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
  await settleEndedCall(tx, ctx, { call: { ...call, ticketId, customerId }, before: null });
  return ticketId;
}

type Settling = Readonly<{ call: KeptCall; before: KeptCall | null }>;

/** The callback that a call was made for, or that its caller asked for; `before` is what was thought that it came to. */
export async function settleEndedCall(tx: Tx, ctx: SystemContext, { call, before }: Settling): Promise<void> {
  const { id, callbackId, ticketId, customerId, completion, direction, toNumber, fromNumber } = call;
  const number = direction === 'outbound' ? toNumber : fromNumber;
  if (callbackId) await settleCallback(tx, ctx, { ...call, callbackId, wasSettled: before !== null });
  if (completion !== 'callback' || !number || !ticketId || !customerId) return;
  const asked = { ticketId, customerId, number, source: 'menu', uniqueKey: `call:${id}` } as const;
  await requestCallbackIn(tx, ctx, asked);
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
  {
    id,
    callbackId,
    agentId,
    completion,
    wasSettled,
  }: KeptCall & Readonly<{ callbackId: string; wasSettled: boolean }>,
): Promise<void> {
  const facts = await factsOfCall(tx, ctx, id);
  const wasRung = facts.some(({ kind }) => kind === 'connected' || kind === 'answered');
  const outcome = (completion && OUTCOMES[completion]) ?? 'no_answer';
  await recordCalled(tx, ctx, { callbackId, agentId, outcome: wasRung ? outcome : null, wasSettled });
}

async function nameOf(tx: Tx, id: string | null) {
  if (id === null) return null;
  const user = await tx.user.findUnique({ where: { id }, select: { name: true } });
  return user && { id, name: user.name };
}
