import { phoneNumber } from '@/channels/lib/phone-number';
import { may, mayOnTicket } from '@/domain/permission/can';
import type { CallCompletion } from '@/domain/phone/call';
import { fail, ok, type Result } from '@/domain/shared/result';
import type { LogCallInput } from '@/features/phone/inputs';
import { type PlacedCall, placeCall } from '@/features/phone/place-call';
import { type PhoneSettings, phoneSettings } from '@/features/phone/settings';
import { findTicketForCall } from '@/features/tickets/commands/place-call';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, callsTopic } from '@/server/live/announce';
import { recordAttemptIn } from './record-attempt';
import { requestCallbackIn } from './request-callback';

export type LoggedCall = Readonly<{
  callId: string;
  ticketId: string;
  ticketNumber: number;
  callbackId: string | null;
}>;

type Refused = Readonly<{
  code:
    | 'not_found'
    | 'forbidden'
    | 'phone.number_invalid'
    | 'phone.do_not_call'
    | 'callback.window'
    | 'callback.closed'
    | RecordingRefused;
}>;

/**
 * Notes a call that somebody had on their own telephone: it stands on a ticket, with what was agreed, in one commit with the
 * callback that it was made for and the one that is to follow.
 */
export function logCall(ctx: StaffContext, input: LogCallInput): Promise<Result<LoggedCall, Refused>> {
  return transaction(ctx, async (tx) => {
    const settings = await phoneSettings(tx, ctx);
    const number = input.number === '' ? '' : phoneNumber(input.number, settings.country);
    const hindrance = await hindranceOf(tx, ctx, { input, number, settings });
    if (hindrance) return fail({ code: hindrance });
    const callId = ctx.newId();
    const row = rowOf(ctx, { input, number: number ?? '', callId });
    await tx.callLog.createMany({ data: [row] });
    const placed = await place(tx, ctx, { input, number: number ?? '', callId, settings });
    await settle(tx, ctx, { callId, placed, input, settings });
    const after = await followUp(tx, ctx, { input, placed, number: number ?? '' });
    if (!after.ok) return after;
    await announce(tx, [callsTopic(ctx.workspaceId)]);
    return ok({
      callId,
      ticketId: placed.ticketId,
      ticketNumber: placed.number,
      callbackId: after.value,
    });
  });
}

type Asked = Readonly<{ input: LogCallInput; number: string | null; settings: PhoneSettings }>;

async function hindranceOf(
  tx: Tx,
  ctx: StaffContext,
  { input, number, settings }: Asked,
): Promise<Refused['code'] | null> {
  if (!may(ctx.actor, 'ticket.create')) return 'forbidden';
  if (number === null) return 'phone.number_invalid';
  const { workspaceId } = ctx;
  if (input.ticketId) {
    const ticket = await findTicketForCall(tx, ctx, input.ticketId);
    if (!ticket || !mayOnTicket(ctx.actor, 'ticket.reply', ticket)) return 'not_found';
  }
  if (!(await areHere(tx, workspaceId, input))) return 'not_found';
  return whyNotRecorded(tx, ctx, { input, settings });
}

/** Files that are played as a recording of the call. */
const SOUND = [{ type: { startsWith: 'audio/' } }, { type: { startsWith: 'video/' } }];

type RecordingRefused = 'phone.recordings_off' | 'phone.recording_refused' | 'phone.consent_missing';

/** Why the recording that was uploaded may not be kept; null where it may, and where there is none. */
async function whyNotRecorded(
  tx: Tx,
  { workspaceId }: StaffContext,
  { input, settings }: Omit<Asked, 'number'>,
): Promise<RecordingRefused | null> {
  const { attachmentIds, consent } = input;
  if (attachmentIds.length === 0) return null;
  const where = { workspaceId, id: { in: attachmentIds }, messageId: null, OR: SOUND };
  if ((await tx.attachment.count({ where })) === 0) return null;
  if (settings.recordingDays === 0) return 'phone.recordings_off';
  if (consent === 'opted_out') return 'phone.recording_refused';
  return consent === null ? 'phone.consent_missing' : null;
}

/** Everything that is named beside the ticket is of this workspace. */
async function areHere(
  tx: Tx,
  workspaceId: string,
  { customerId, dispositionId, callbackId }: LogCallInput,
): Promise<boolean> {
  const counts = await Promise.all([
    customerId ? tx.customer.count({ where: { workspaceId, id: customerId } }) : 1,
    dispositionId ? tx.callDisposition.count({ where: { workspaceId, id: dispositionId } }) : 1,
    callbackId ? tx.callback.count({ where: { workspaceId, id: callbackId } }) : 1,
  ]);
  return counts.every((count) => count > 0);
}

type Writing = Readonly<{ input: LogCallInput; number: string; callId: string }>;

function rowOf(ctx: StaffContext, { input, number, callId }: Writing) {
  const now = ctx.now();
  const { direction, talkSeconds, holdSeconds, wrapUpSeconds } = input;
  const lasted = (talkSeconds + holdSeconds) * 1000;
  const endedAt = new Date(now.getTime() - wrapUpSeconds * 1000);
  const startedAt =
    input.startedAt && input.startedAt <= now ? input.startedAt : new Date(endedAt.getTime() - lasted);
  const isInbound = direction === 'inbound';
  return {
    workspaceId: ctx.workspaceId,
    id: callId,
    provider: 'hand',
    direction,
    status: 'ended' as const,
    completion: input.outcome as CallCompletion,
    fromNumber: isInbound ? number : '',
    toNumber: isInbound ? '' : number,
    agentId: ctx.actor.id,
    dispositionId: input.dispositionId,
    startedAt,
    answeredAt: input.outcome === 'completed' ? startedAt : null,
    endedAt: new Date(startedAt.getTime() + lasted),
    talkSeconds,
    holdSeconds,
    totalSeconds: talkSeconds + holdSeconds,
    wrapUpSeconds,
    wrapUpEndedAt: now,
    voicemail: input.outcome === 'voicemail',
    recordingConsent: input.consent,
    note: input.note,
    createdAt: now,
    updatedAt: now,
  };
}

type Placing = Writing & Readonly<{ settings: PhoneSettings }>;

async function place(
  tx: Tx,
  ctx: StaffContext,
  { input, number, callId, settings }: Placing,
): Promise<PlacedCall> {
  const { actor } = ctx;
  return placeCall(tx, ctx, {
    ...input,
    id: callId,
    completion: input.outcome,
    startedAt: input.startedAt ?? ctx.now(),
    number,
    agent: actor.id ? { id: actor.id, name: actor.name } : null,
    teamId: null,
    channelAccountId: null,
    subject: input.subject || null,
    country: settings.country,
  });
}

type Settling = Readonly<{
  callId: string;
  placed: PlacedCall;
  input: LogCallInput;
  settings: PhoneSettings;
}>;

const DAY_MS = 86_400_000;

/** Ties the call to what it stands on; the first sound among the uploads is its recording, which has an end. */
async function settle(
  tx: Tx,
  ctx: StaffContext,
  { callId, placed, input, settings }: Settling,
): Promise<void> {
  const { workspaceId } = ctx;
  const { ticketId, messageId, customerId } = placed;
  const sound = await tx.attachment.findFirst({
    where: { workspaceId, messageId, OR: SOUND },
    orderBy: { position: 'asc' },
    select: { id: true },
  });
  const recording = sound && {
    recordingId: sound.id,
    recordingState: 'stored' as const,
    recordingUntil: new Date(ctx.now().getTime() + settings.recordingDays * DAY_MS),
  };
  await tx.callLog.updateMany({
    where: { workspaceId, id: callId },
    data: { ticketId, messageId, customerId, callbackId: input.callbackId, ...recording },
  });
}

type After = Readonly<{ input: LogCallInput; placed: PlacedCall; number: string }>;

const ATTEMPTS = {
  completed: 'reached',
  voicemail: 'voicemail',
  busy: 'busy',
  failed: 'failed',
  no_answer: 'no_answer',
  missed: 'no_answer',
} as const;

async function followUp(
  tx: Tx,
  ctx: StaffContext,
  { input, placed, number }: After,
): Promise<Result<string | null, Refused>> {
  if (input.callbackId) {
    const { callbackId, note } = input;
    const tried = await recordAttemptIn(tx, ctx, { callbackId, outcome: ATTEMPTS[input.outcome], note });
    if (!tried.ok) return tried;
  }
  if (!input.followUp) return ok(null);
  const { ticketId, customerId } = placed;
  const asked = await requestCallbackIn(tx, ctx, {
    ...{ ticketId, customerId, number },
    window: input.followUp,
    note: input.note,
    assigneeId: ctx.actor.id,
  });
  return asked.ok ? ok(asked.value.callbackId) : asked;
}
