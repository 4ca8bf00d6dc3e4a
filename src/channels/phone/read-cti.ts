import { z } from 'zod';
import type { CallCompletion, CallFact, CallFactKind } from '@/domain/phone/call';
import { isInstantOfCall, type PhoneEvent, type PhoneRead } from './event';

/** NUL and half a surrogate pair are no letters that can be kept. */
const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((value) => value.isWellFormed() && !value.includes('\0'));

const event = z.object({
  type: z.enum([
    'call.started',
    'call.queued',
    'call.ringing',
    'call.answered',
    'call.hold',
    'call.unhold',
    'call.transferred',
    'call.ended',
    'call.recording.ready',
    'call.voicemail',
    'call.consent',
    // As contracts C.4 writes them, without the first word.
    'recording.ready',
    'voicemail',
  ]),
  timestamp: z.iso.datetime({ offset: true }),
  data: z.object({
    call_id: text(200).refine((id) => id !== ''),
    parent_call_id: text(200).nullish(),
    direction: z.enum(['inbound', 'outbound', 'internal']).default('inbound'),
    from: text(100).nullish(),
    to: text(100).nullish(),
    line: text(100).nullish(),
    agent: z
      .object({ id: text(100).nullish(), email: text(254).nullish(), extension: text(50).nullish() })
      .nullish(),
    queue: text(100).nullish(),
    cause: text(100).nullish(),
    completion: z
      .enum([
        'completed',
        'missed',
        'busy',
        'no_answer',
        'failed',
        'canceled',
        'abandoned_in_queue',
        'abandoned_in_ivr',
      ])
      .nullish(),
    duration: z.number().nonnegative().max(86_400).nullish(),
    consent: z.enum(['announced', 'opted_in', 'opted_out', 'never']).nullish(),
    recording_url: z.url().max(2_000).nullish(),
    transcript: text(100_000).nullish(),
  }),
});

type CtiEvent = z.output<typeof event>;

const KINDS = {
  'call.started': 'initiated',
  'call.queued': 'queued',
  'call.ringing': 'ringing',
  'call.answered': 'answered',
  'call.hold': 'hold',
  'call.unhold': 'unhold',
  'call.transferred': 'transferred',
  'call.ended': 'ended',
  'call.recording.ready': 'recording',
  'recording.ready': 'recording',
  'call.voicemail': 'voicemail',
  voicemail: 'voicemail',
  'call.consent': 'consent',
} as const satisfies Record<CtiEvent['type'], CallFactKind>;

/** Causes of a hang-up by their names in Q.850 and in Asterisk, as far as they say how a call ended. */
const CAUSES: Readonly<Record<string, CallCompletion>> = {
  '17': 'busy',
  busy: 'busy',
  '18': 'no_answer',
  '19': 'no_answer',
  noanswer: 'no_answer',
  'no-answer': 'no_answer',
  cancel: 'canceled',
  congestion: 'failed',
  chanunavail: 'failed',
};

type Heard = Readonly<{ id: string; receivedAt: Date }>;

/** What a signed event of a telephone system says (contracts C.4). `id` is its webhook-id: the same id is the same event. */
export function readCti(bytes: Uint8Array, { id, receivedAt }: Heard): PhoneRead {
  const parsed = event.safeParse(jsonOf(bytes));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, detail: `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not understood'}` };
  }
  if (!isInstantOfCall(new Date(parsed.data.timestamp), receivedAt))
    return { ok: false, detail: 'timestamp: too far from now' };
  return { ok: true, events: [eventOf(parsed.data, id)] };
}

function eventOf(told: CtiEvent, id: string): PhoneEvent {
  const { type, data } = told;
  const kind = KINDS[type];
  const [from, to] = [data.from ?? '', data.to ?? ''];
  return {
    callId: data.call_id,
    parentCallId: data.parent_call_id ?? null,
    direction: data.direction,
    from,
    to,
    line: data.line ?? (data.direction === 'outbound' ? from : to),
    fact: factOf(told, kind, id),
    agent: agentOf(data.agent),
    queue: data.queue ?? null,
    recording: recordingOf(data, kind, id),
    cost: null,
    raw: { type, cause: data.cause ?? null, queue: data.queue ?? null },
  };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

function factOf({ timestamp, data }: CtiEvent, ...[kind, id]: [CallFactKind, string]): CallFact {
  const completion = data.completion ?? CAUSES[(data.cause ?? '').toLowerCase()];
  return {
    key: `cti:${id}`,
    kind,
    at: new Date(timestamp),
    sequence: 0,
    ...(kind === 'ended' && completion && { completion }),
    ...(kind === 'ended' && data.duration && { seconds: Math.round(data.duration) }),
    ...(data.consent && { consent: data.consent }),
    ...(data.cause && { cause: data.cause }),
    ...(data.transcript && { transcript: data.transcript }),
  };
}

function agentOf(agent: CtiEvent['data']['agent']): PhoneEvent['agent'] {
  if (!agent) return null;
  const { id, email, extension } = agent;
  return { ...(id && { id }), ...(email && { email: email.toLowerCase() }), ...(extension && { extension }) };
}

function recordingOf(
  { recording_url: url }: CtiEvent['data'],
  ...[kind, id]: [CallFactKind, string]
): PhoneEvent['recording'] {
  if (!url || (kind !== 'recording' && kind !== 'voicemail' && kind !== 'ended')) return null;
  return { id, url, seconds: null, state: 'completed' };
}
