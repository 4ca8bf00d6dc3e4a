import { phoneNumber, readablePhone } from '@/channels/lib/phone-number';
import type { AgentName, PhoneEvent } from '@/channels/phone/event';
import { agentOfCall, type CallFact, type CallState, foldCall, transcriptOfCall } from '@/domain/phone/call';
import { blockOf } from '@/features/blocks/commands/block-of';
import { keepBlocked } from '@/features/blocks/commands/keep-blocked';
import { amendPlacedCall } from '@/features/phone/amend-placed-call';
import { factsOfCall, findCall, forgetWords, type KeptCall, lockCall } from '@/features/phone/call-rows';
import { knownCaller } from '@/features/phone/customer-number';
import type { PhoneAccount } from '@/features/phone/phone-account';
import { placeEndedCall } from '@/features/phone/place-ended-call';
import { type PhoneSettings, phoneSettings, staffed } from '@/features/phone/settings';
import { freeAgent } from '@/features/routing/commands/free-agent';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';
import { announce, callsTopic, routingTopic, ticketTopic } from '@/server/live/announce';
import { fetchRecordingJob } from './fetch-recording-job';
import { refuseRecordingJob } from './refuse-recording-job';

export type TakenCall = Readonly<{ callId: string; ticketId: string | null }>;

/**
 * Takes in one thing that a telephone system told: the call is added up anew from all that is known of it, and once it has
 * ended it stands on a ticket. Hearing it again, late or out of order changes nothing.
 */
export function takePhoneEvent(
  ctx: SystemContext,
  { account, event }: Readonly<{ account: PhoneAccount; event: PhoneEvent }>,
): Promise<TakenCall> {
  return transaction(ctx, async (tx) => {
    await lockCall(tx, account.id, event.callId);
    const settings = await phoneSettings(tx, ctx);
    const callId = await rowOf(tx, ctx, { account, event, settings });
    const before = await findCall(tx, ctx, callId);
    await takeFact(tx, ctx, { callId, event, settings });
    const call = await findCall(tx, ctx, callId);
    if (!before || !call) throw new Error(`call ${callId} is gone`);
    const ticketId = isEnded(call) ? await placed(tx, ctx, { call, settings }) : call.ticketId;
    const isAmended = await amendPlacedCall(tx, ctx, { before, call, settings });
    if (isEnded(call) || isAmended) await freeWhoIsDone(tx, ctx, call);
    const topics = [callsTopic(ctx.workspaceId), routingTopic(ctx.workspaceId)];
    await announce(tx, ticketId ? [...topics, ticketTopic(ctx.workspaceId, ticketId)] : topics);
    return { callId, ticketId };
  });
}

async function takeFact(tx: Tx, ctx: SystemContext, told: Of): Promise<void> {
  const isNew = await keepFact(tx, ctx, { ...told, agentId: await agentOf(tx, ctx, told.event) });
  const facts = await factsOfCall(tx, ctx, told.callId);
  await fillIn(tx, ctx, { ...told, facts });
  if (isNew) await addUp(tx, ctx, { ...told, facts });
  if (isNew) await stopWhatIsRefused(tx, ctx, told);
  if (told.event.recording) await awaitRecording(tx, ctx, told);
}

/** Whoever has no after-call work to do is free as soon as the call is over; the others are when that is. */
async function freeWhoIsDone(tx: Tx, ctx: SystemContext, { agentId, wrapUpUntil }: KeptCall): Promise<void> {
  const isDone = wrapUpUntil === null || wrapUpUntil <= ctx.now();
  if (agentId !== null && isDone) await freeAgent(tx, ctx, agentId);
}

type Told = Readonly<{ account: PhoneAccount; event: PhoneEvent; settings: PhoneSettings }>;
type Of = Readonly<{ callId: string; event: PhoneEvent; settings: PhoneSettings }>;
/** With all that is known of the call. */
type Known = Of & Readonly<{ facts: readonly CallFact[] }>;

const DAY_MS = 86_400_000;

const isEnded = ({ status, messageId }: KeptCall) => status === 'ended' && messageId === null;

async function rowOf(tx: Tx, ctx: SystemContext, { account, event, settings }: Told): Promise<string> {
  const { workspaceId } = ctx;
  const known = await tx.callLog.findFirst({
    where: { workspaceId, channelAccountId: account.id, providerCallId: event.callId },
    select: { id: true },
  });
  if (known) return known.id;
  const id = ctx.newId();
  const at = ctx.now();
  await tx.callLog.createMany({
    data: [
      {
        workspaceId,
        id,
        provider: account.config.provider,
        providerCallId: event.callId,
        parentCallId: event.parentCallId,
        channelAccountId: account.id,
        direction: event.direction,
        fromNumber: normal(event.from, settings),
        toNumber: normal(event.to, settings),
        line: event.line,
        teamId: account.teamId,
        startedAt: event.fact.at,
        raw: event.raw,
        createdAt: at,
        updatedAt: at,
      },
    ],
  });
  return id;
}

/** In E.164 where it can be; else as the telephone system names it, such as an extension. */
const normal = (number: string, { country }: PhoneSettings) =>
  (phoneNumber(number, country) ?? number).slice(0, 100);

async function keepFact(
  tx: Tx,
  { workspaceId, newId, now }: SystemContext,
  { callId, event, agentId }: Pick<Of, 'callId' | 'event'> & Readonly<{ agentId: string | null }>,
): Promise<boolean> {
  const { key, kind, at, sequence, ...said } = event.fact;
  const data = { ...said, ...(agentId !== null && { agentId }) };
  const { count } = await tx.callEvent.createMany({
    data: [{ workspaceId, id: newId(), callId, key, kind, at, sequence, data, receivedAt: now() }],
    skipDuplicates: true,
  });
  return count > 0;
}

/** What an earlier word did not know: who calls whom, who took it, what it cost. */
async function fillIn(tx: Tx, ctx: SystemContext, { callId, event, settings, facts }: Known): Promise<void> {
  const call = await findCall(tx, ctx, callId);
  if (!call) return;
  const fromNumber = call.fromNumber || normal(event.from, settings);
  const toNumber = call.toNumber || normal(event.to, settings);
  const number = call.direction === 'outbound' ? toNumber : fromNumber;
  const agentId = agentOfCall(facts) ?? call.agentId;
  const customerId = call.customerId ?? (await callerOf(tx, ctx, { number, settings }));
  const blockedWhy = call.blockedWhy ?? (await blockedWhyOf(tx, ctx, { call, number, customerId }));
  const cost = event.cost && { costMicros: event.cost.micros, currency: event.cost.currency };
  await tx.callLog.updateMany({
    where: { workspaceId: ctx.workspaceId, id: callId },
    data: {
      fromNumber,
      toNumber,
      agentId,
      customerId,
      blockedWhy,
      line: call.line || event.line,
      updatedAt: ctx.now(),
      ...cost,
    },
  });
}

type Caller = Readonly<{ call: KeptCall; number: string; customerId: string | null }>;

/** Why a call that comes in concerns nobody. A call that somebody of ours took is a call like any other. */
async function blockedWhyOf(tx: Tx, ctx: SystemContext, { call, number, customerId }: Caller) {
  if (call.direction !== 'inbound' || call.agentId !== null) return null;
  return blockOf(tx, ctx, { senders: [{ kind: 'phone', value: number }], customerId });
}

async function callerOf(
  tx: Tx,
  ctx: SystemContext,
  { number, settings }: Readonly<{ number: string; settings: PhoneSettings }>,
): Promise<string | null> {
  if (!number.startsWith('+')) return null;
  return (await knownCaller(tx, ctx, { number, country: settings.country }))?.id ?? null;
}

/** The member whom an event names. Who only rang did not take the call: only an answer, or a call of a single telephone, counts. */
async function agentOf(
  tx: Tx,
  { workspaceId }: SystemContext,
  { agent, fact }: PhoneEvent,
): Promise<string | null> {
  if (!agent || (agent.device !== undefined && fact.kind !== 'answered')) return null;
  const found = await tx.membership.findFirst({
    where: { workspaceId, deactivatedAt: null, OR: namesOf(agent) },
    select: { userId: true },
  });
  return found?.userId ?? null;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const namesOf = ({ id, email, extension, device }: AgentName) => [
  ...(id && UUID.test(id) ? [{ userId: id }] : []),
  ...(email ? [{ user: { email } }] : []),
  ...(extension ? [{ phoneExtension: { extension } }] : []),
  ...(device ? [{ phoneExtension: { device } }] : []),
];

async function addUp(tx: Tx, ctx: SystemContext, { callId, settings, facts }: Known): Promise<void> {
  const { workspaceId } = ctx;
  const call = await findCall(tx, ctx, callId);
  if (!call) return;
  const state = foldCall(facts, call.direction, ctx.now());
  await tx.callLog.updateMany({
    where: { workspaceId, id: callId },
    data: {
      ...state,
      outsideHours: !(await staffed(tx, ctx)).at(state.startedAt),
      wrapUpUntil: call.wrapUpUntil ?? wrapUpEnd(state, call, settings),
      ...heard(state, call, { facts, settings }),
    },
  });
}

/** What was said is kept as long as a recording would be, and not at all where the customer did not wish one. */
function heard(
  state: CallState,
  ...[call, { facts, settings }]: [KeptCall, Pick<Known, 'facts' | 'settings'>]
) {
  const transcript = transcriptOfCall(facts);
  const isUnwanted = state.recordingConsent === 'opted_out' || settings.recordingDays === 0;
  if (isUnwanted)
    return { transcript: '', ...(call.recordingState !== 'stored' && { recordingUntil: null }) };
  if (transcript === '' || call.recordingState === 'expired') return {};
  const from = state.endedAt ?? state.startedAt;
  const until = new Date(from.getTime() + settings.recordingDays * DAY_MS);
  return { transcript, recordingUntil: call.recordingState === 'stored' ? call.recordingUntil : until };
}

/** After-call work begins with the end of a call that somebody took. */
function wrapUpEnd(state: CallState, { agentId }: KeptCall, { wrapUpSeconds }: PhoneSettings): Date | null {
  if (!state.endedAt || !agentId || state.completion !== 'completed' || wrapUpSeconds === 0) return null;
  return new Date(state.endedAt.getTime() + wrapUpSeconds * 1000);
}

type Ended = Readonly<{ call: KeptCall; settings: PhoneSettings }>;

/** Where a call that has ended stands. What a blocked caller wanted is kept for those who may let it in. */
async function placed(tx: Tx, ctx: SystemContext, { call, settings }: Ended): Promise<string | null> {
  if (!call.blockedWhy || call.completion === 'completed') return placeEndedCall(tx, ctx, { call, settings });
  await keepBlocked(tx, ctx, {
    channel: 'phone',
    channelAccountId: call.channelAccountId,
    key: `call:${call.id}`,
    thread: `call:${call.fromNumber}`,
    sender: readablePhone(call.fromNumber),
    text: '',
    reason: call.blockedWhy,
    payload: { kind: 'call', callId: call.id },
  });
  return null;
}

async function isRefused(tx: Tx, ctx: SystemContext, callId: string): Promise<boolean> {
  return (await findCall(tx, ctx, callId))?.recordingConsent === 'opted_out';
}

/** What runs is stopped, what is on its way is not fetched, and what is here is deleted with the next sweep. */
async function stopWhatIsRefused(tx: Tx, ctx: SystemContext, { callId, event }: Of): Promise<void> {
  if (event.fact.transcript && (await isRefused(tx, ctx, callId))) await forgetWords(tx, ctx, callId);
  if (event.fact.kind !== 'consent' || event.fact.consent !== 'opted_out') return;
  await forgetWords(tx, ctx, callId);
  const { workspaceId } = ctx;
  const where = { workspaceId, id: callId };
  const call = await tx.callLog.findFirst({ where, select: { direction: true, recordingUrl: true } });
  await tx.callLog.updateMany({
    where: { ...where, recordingState: 'awaited' },
    data: { recordingState: 'absent', recordingUrl: null },
  });
  await tx.callLog.updateMany({
    where: { ...where, recordingState: 'stored' },
    data: { recordingUntil: ctx.now() },
  });
  // Who calls us chooses before anything is recorded; whom we call, when they have picked up.
  if (call?.direction !== 'outbound' && !call?.recordingUrl) return;
  await enqueue(tx, refuseRecordingJob, { workspaceId, callId, recordingUrl: call.recordingUrl });
}

async function awaitRecording(tx: Tx, ctx: SystemContext, { callId, event, settings }: Of): Promise<void> {
  const { workspaceId } = ctx;
  const { recording } = event;
  if (!recording) return;
  const consent = (await findCall(tx, ctx, callId))?.recordingConsent;
  const isThere = recording.url !== null && settings.recordingDays > 0 && consent !== 'opted_out';
  const { count } = await tx.callLog.updateMany({
    where: {
      workspaceId,
      id: callId,
      // A stored recording stays; that one is absent after all says nothing about another that came.
      OR: [{ recordingState: null }, { recordingState: { in: isThere ? ['absent', 'failed'] : [] } }],
    },
    data: {
      recordingUrl: consent === 'opted_out' ? null : recording.url,
      recordingSeconds: recording.seconds,
      recordingState: isThere ? 'awaited' : 'absent',
    },
  });
  if (count > 0 && isThere) await enqueue(tx, fetchRecordingJob, { workspaceId, callId });
  if (recording.url !== null && consent === 'opted_out')
    await enqueue(tx, refuseRecordingJob, { workspaceId, callId, recordingUrl: recording.url });
}
