export type CallDirection = 'inbound' | 'outbound' | 'internal';
export type CallStatus = 'queued' | 'initiated' | 'ringing' | 'in_progress' | 'ended';
type RecordingConsent = 'announced' | 'opted_in' | 'opted_out' | 'never';

export const CALL_COMPLETIONS = [
  'completed',
  'missed',
  'abandoned_in_queue',
  'abandoned_in_ivr',
  'abandoned_in_voicemail',
  'voicemail',
  'failed',
  'busy',
  'no_answer',
  'canceled',
  'callback',
] as const;

export type CallCompletion = (typeof CALL_COMPLETIONS)[number];

export const CALL_FACTS = [
  'initiated',
  'connected',
  'queued',
  'ringing',
  'answered',
  'hold',
  'unhold',
  'transferred',
  'consent',
  'voicemail',
  'recording',
  'callback_wanted',
  'ended',
] as const;

export type CallFactKind = (typeof CALL_FACTS)[number];

/** One thing that a provider said of a call. `at` is when it happened, not when we heard of it. */
export type CallFact = Readonly<{
  /** The same key twice is the same fact. */
  key: string;
  kind: CallFactKind;
  at: Date;
  /** The provider's own order, for facts of the same instant. */
  sequence: number;
  completion?: CallCompletion | undefined;
  /** Seconds that the provider counted from answer to hang-up; used where the answer itself was never reported. */
  seconds?: number | undefined;
  consent?: RecordingConsent | undefined;
  cause?: string | undefined;
  /** The member whom it names. */
  agentId?: string | undefined;
  /** What was said, as the telephone system wrote it down. */
  transcript?: string | undefined;
}>;

/** What the facts of one call add up to; durations in whole seconds (contracts C.1). */
export type CallState = Readonly<{
  status: CallStatus;
  completion: CallCompletion | null;
  startedAt: Date;
  queuedAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  ivrSeconds: number;
  waitSeconds: number;
  ringSeconds: number;
  timeToAnswer: number | null;
  talkSeconds: number;
  holdSeconds: number;
  totalSeconds: number;
  voicemail: boolean;
  recordingConsent: RecordingConsent | null;
  hangupCause: string;
}>;

const RANK: Readonly<Record<CallFactKind, number>> = {
  initiated: 0,
  connected: 1,
  consent: 1,
  queued: 2,
  ringing: 3,
  answered: 4,
  transferred: 5,
  hold: 5,
  unhold: 6,
  callback_wanted: 7,
  voicemail: 7,
  ended: 8,
  recording: 9,
};

/**
 * The state of a call from all facts known of it, in whatever order and however often they came: what happened first by the
 * provider's clock counts first, a call that has ended stays so, and durations are those between instants (contracts C.4).
 */
export function foldCall(facts: readonly CallFact[], direction: CallDirection, receivedAt: Date): CallState {
  const known = inOrder(facts);
  const end = known.find(({ kind }) => kind === 'ended');
  const answeredAt = answerOf(firstOf(known, 'answered'), end);
  const answered = answeredAt !== null;
  const startedAt = known[0]?.at ?? receivedAt;
  const voicemail = known.some(({ kind }) => kind === 'voicemail');
  return {
    status: statusOf(known),
    completion: end ? completionOf(end, { direction, answered, voicemail, known }) : null,
    startedAt,
    queuedAt: firstOf(known, 'queued'),
    answeredAt,
    endedAt: end?.at ?? null,
    ...durationsOf(known, { startedAt, answeredAt, endedAt: end?.at ?? null }),
    voicemail,
    recordingConsent: consentOf(known),
    hangupCause: end?.cause ?? '',
  };
}

/** Who has a call: the member whom the latest of its facts names that names one; null where none does. */
export const agentOfCall = (facts: readonly CallFact[]): string | null =>
  inOrder(facts).findLast(({ agentId }) => agentId !== undefined)?.agentId ?? null;

/** What was said on a call, in the order of the facts that hold it. */
export const transcriptOfCall = (facts: readonly CallFact[]): string =>
  [...new Set(inOrder(facts).flatMap(({ transcript }) => transcript || []))].join('\n\n');

/** What the customer chose stands above what they were only told, whenever that was. */
function consentOf(known: readonly CallFact[]): RecordingConsent | null {
  const said = known.flatMap(({ consent }) => consent ?? []);
  return said.findLast((consent) => consent !== 'announced') ?? said.at(-1) ?? null;
}

const firstOf = (known: readonly CallFact[], kind: CallFactKind): Date | null =>
  known.find((fact) => fact.kind === kind)?.at ?? null;

type Instants = Readonly<Pick<CallState, 'startedAt' | 'answeredAt' | 'endedAt'>>;

function durationsOf(known: readonly CallFact[], { startedAt, answeredAt, endedAt }: Instants) {
  const [queuedAt, ringingAt] = [firstOf(known, 'queued'), firstOf(known, 'ringing')];
  const waits = answeredAt ?? endedAt;
  const holdSeconds = answeredAt && endedAt ? heldSeconds(known, answeredAt, endedAt) : 0;
  return {
    ivrSeconds: between(firstOf(known, 'connected'), queuedAt ?? ringingAt ?? waits),
    waitSeconds: between(queuedAt, waits),
    ringSeconds: between(ringingAt, waits),
    timeToAnswer: answeredAt ? between(startedAt, answeredAt) : null,
    talkSeconds: Math.max(0, between(answeredAt, endedAt) - holdSeconds),
    holdSeconds,
    totalSeconds: between(startedAt, endedAt),
  };
}

function inOrder(facts: readonly CallFact[]): readonly CallFact[] {
  const once = new Map(facts.map((fact) => [fact.key, fact]));
  return [...once.values()].sort(
    (a, b) =>
      a.at.getTime() - b.at.getTime() ||
      RANK[a.kind] - RANK[b.kind] ||
      a.sequence - b.sequence ||
      (a.key < b.key ? -1 : 1),
  );
}

/** Where only the end was reported, the provider's own count says when it began. */
function answerOf(answeredAt: Date | null, end: CallFact | undefined): Date | null {
  if (answeredAt || !end) return answeredAt;
  return end.seconds ? new Date(end.at.getTime() - end.seconds * 1000) : null;
}

function statusOf(known: readonly CallFact[]): CallStatus {
  const has = (...kinds: CallFactKind[]) => known.some(({ kind }) => kinds.includes(kind));
  if (has('ended')) return 'ended';
  if (has('answered', 'hold', 'unhold', 'transferred')) return 'in_progress';
  if (has('connected')) return 'in_progress';
  if (has('ringing')) return 'ringing';
  return has('initiated') ? 'initiated' : 'queued';
}

type Ending = Readonly<{
  direction: CallDirection;
  answered: boolean;
  voicemail: boolean;
  known: readonly CallFact[];
}>;

function completionOf(end: CallFact, { direction, answered, voicemail, known }: Ending): CallCompletion {
  if (known.some(({ kind }) => kind === 'callback_wanted')) return 'callback';
  if (voicemail && !answered) return 'voicemail';
  if (answered) return end.completion && end.completion !== 'missed' ? end.completion : 'completed';
  if (end.completion && end.completion !== 'completed') return end.completion;
  if (direction !== 'inbound') return 'no_answer';
  return lostWhere(known);
}

/** Where a caller hung up whom nobody had answered. */
function lostWhere(known: readonly CallFact[]): CallCompletion {
  const has = (kind: CallFactKind) => known.some((fact) => fact.kind === kind);
  if (has('ringing')) return 'missed';
  if (has('queued')) return 'abandoned_in_queue';
  return has('connected') ? 'abandoned_in_ivr' : 'missed';
}

function heldSeconds(known: readonly CallFact[], from: Date, to: Date): number {
  let held = 0;
  let since: number | null = null;
  for (const { kind, at } of known) {
    const instant = Math.min(Math.max(at.getTime(), from.getTime()), to.getTime());
    if (kind === 'hold') since ??= instant;
    if (kind === 'unhold' && since !== null) {
      held += instant - since;
      since = null;
    }
  }
  if (since !== null) held += to.getTime() - since;
  return Math.round(held / 1000);
}

/** Whole seconds from one instant to a later one; 0 where one of them is not known. */
function between(from: Date | null | undefined, to: Date | null | undefined): number {
  if (!from || !to) return 0;
  return Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));
}

/** True when two people spoke: what counts as handled, and as an answer to the customer. */
export const wasAnswered = (completion: CallCompletion | null): boolean => completion === 'completed';
