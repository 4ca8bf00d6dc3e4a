import type { CallCompletion, CallDirection, CallFact, CallFactKind } from '@/domain/phone/call';
import { entryOf } from '@/domain/shared/entry-of';
import type { TwilioConfig } from './config';
import { isInstantOfCall, type PhoneEvent, type PhoneRead, type RemoteRecording } from './event';
import { faultOf } from './twilio-faults';
import type { FormFields } from './twilio-signature';
import { refusesRecording } from './twiml';

/** Which of our addresses Twilio called: how the call goes on, or what became of it. */
export const TWILIO_STEPS = [
  '',
  'menu',
  'dialled',
  'voicemail',
  'recording',
  'status',
  'leg',
  'bridge',
  'announce',
  'consent',
  'refusal',
] as const;

export type TwilioStep = (typeof TWILIO_STEPS)[number];

export type TwilioCall = Readonly<{
  step: TwilioStep;
  form: FormFields;
  receivedAt: Date;
  /** The call whose leg is told of, where our own address says so. */
  of?: string | null;
}>;

const MOST_FIELDS = 200;
const LONGEST_VALUE = 4_000;
const LONGEST_CAUSE = 100;
const CALL_SID = /^CA[0-9A-Za-z]{6,40}$/;

/** The fields of a form body; null when it is none that we would take. */
export function formFields(body: Uint8Array): FormFields | null {
  const fields = signedFields(body);
  const pairs = Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value]));
  const isTooLong = ([name = '', value = '']: string[]) => name.length > 100 || value.length > LONGEST_VALUE;
  return pairs.length === 0 || pairs.length > MOST_FIELDS || pairs.some(isTooLong) ? null : fields;
}

/** Everything in a form body, for its signature covers what we would not take as well. */
export function signedFields(body: Uint8Array): FormFields {
  const fields: Record<string, string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(Buffer.from(body).toString('utf8'))) {
    const values = fields[name];
    if (values) values.push(value);
    else fields[name] = [value];
  }
  return fields;
}

/** The step that an address names; null for one that we never gave. */
export function stepOf(url: string): TwilioStep | null {
  const step = new URL(url).searchParams.get('step') ?? '';
  return TWILIO_STEPS.find((each) => each === step) ?? null;
}

const ENDINGS: Readonly<Record<string, CallCompletion>> = {
  completed: 'completed',
  busy: 'busy',
  failed: 'failed',
  'no-answer': 'no_answer',
  canceled: 'canceled',
};

const PROGRESS: Readonly<Record<string, CallFactKind>> = {
  queued: 'initiated',
  initiated: 'initiated',
  ringing: 'ringing',
  'in-progress': 'connected',
};

/** What one call of Twilio's says of a telephone call (contracts C.2). */
export function readTwilio(
  { step, form, receivedAt, of = null }: TwilioCall,
  config: TwilioConfig,
): PhoneRead {
  const one = (name: string) => (form[name]?.[0] ?? '').trim();
  const sid = one('CallSid');
  if (!CALL_SID.test(sid)) return { ok: false, detail: 'no CallSid' };
  if (one('AccountSid') !== config.accountSid) return { ok: false, detail: 'another AccountSid' };
  const fault = faultOf(form);
  if (fault !== null) return { ok: false, detail: fault };
  const parent = CALL_SID.test(one('ParentCallSid')) ? one('ParentCallSid') : null;
  const whole = wholeOf({ step, parent, of });
  const isLeg = whole !== null;
  const at = instantOf(one('Timestamp'), receivedAt);
  const facts = factsOf({
    step,
    one,
    at,
    ownFlow: config.ownFlow,
    isTold: config.record && !config.ownFlow,
    sid,
  });
  const base = {
    callId: whole ?? sid,
    parentCallId: isLeg ? null : parent,
    direction: directionOf(one('Direction'), step),
    ...partiesOf(one, isLeg),
    line: config.number,
    agent: step === 'leg' && isLeg ? { device: one('To') } : null,
    queue: null,
    recording: recordingOf(one, step),
    cost: costOf(one('Price'), one('PriceUnit')),
    raw: rawOf(form),
  };
  return { ok: true, events: facts.map((fact): PhoneEvent => ({ ...base, fact })) };
}

type Whose = Readonly<{ step: TwilioStep; parent: string | null; of: string | null }>;

/** The call that is told of by one of its legs; null for what concerns the call itself. */
function wholeOf({ step, parent, of }: Whose): string | null {
  if (step === 'leg') return parent;
  return step === 'refusal' && of !== null && CALL_SID.test(of) ? of : null;
}

type Told = Readonly<{
  step: TwilioStep;
  one: (name: string) => string;
  at: Date;
  ownFlow: boolean;
  /** Everybody on a call that is recorded has heard so from us. */
  isTold: boolean;
  sid: string;
}>;

function factsOf(told: Told): CallFact[] {
  const { step, one, at, sid } = told;
  const sequence = Number(one('SequenceNumber')) || 0;
  const fact: MakeFact = (kind, more = {}) => ({
    key: `${sid}:${step === '' ? 'status' : step}:${kind}`,
    kind,
    at,
    sequence,
    ...more,
  });
  return FACTS[step](told, fact);
}

const FACTS: Readonly<Record<TwilioStep, (told: Told, fact: MakeFact) => CallFact[]>> = {
  '': progressFacts,
  status: progressFacts,
  bridge: (_, fact) => [fact('initiated')],
  leg: legFacts,
  dialled: dialledFacts,
  menu: ({ one }, fact) => [fact(one('Digits') === '2' ? 'callback_wanted' : 'connected')],
  voicemail: ({ one }, fact) => (Number(one('RecordingDuration')) > 0 ? [fact('voicemail')] : []),
  announce: () => [],
  consent: refusalFacts,
  refusal: refusalFacts,
  recording: ({ one, sid, isTold }, fact) => [
    fact('recording', {
      key: `${sid}:recording:${one('RecordingSid')}`,
      ...consentOf(one('RecordingSource'), isTold),
    }),
  ],
};

/** The key that was pressed after the announcement. */
function refusalFacts({ one }: Told, fact: MakeFact): CallFact[] {
  return refusesRecording(one('Digits')) ? [fact('consent', { consent: 'opted_out' })] : [];
}

/** Who speaks onto a voicemail does so of their own will; all others were told, where it is we who say so. */
function consentOf(source: string, isTold: boolean): Partial<CallFact> {
  if (source === 'RecordVerb') return { consent: 'opted_in' };
  return isTold ? { consent: 'announced' } : {};
}

/** How the call as a whole goes. That Twilio itself took it is no answer, unless it runs on a flow of the workspace's own. */
function progressFacts(told: Told, fact: MakeFact): CallFact[] {
  const status = told.one('CallStatus');
  const ending = entryOf(ENDINGS, status);
  if (ending) return [fact('ended', endingOf(told, ending))];
  const kind = entryOf(PROGRESS, status);
  if (!kind) return [];
  if (kind === 'connected' && told.ownFlow) return [fact('answered')];
  return [fact(told.step === '' && kind === 'ringing' ? 'initiated' : kind)];
}

type MakeFact = (kind: CallFactKind, more?: Partial<CallFact>) => CallFact;

/** A leg is one telephone that rang: that it was not taken ends nothing. */
function legFacts({ one }: Told, fact: MakeFact): CallFact[] {
  const status = one('CallStatus');
  if (status === 'in-progress') return [fact('answered')];
  return status === 'ringing' || status === 'initiated' ? [fact('ringing')] : [];
}

/** What `<Dial>` came to: where the leg's own report is late or lost, it still says that somebody was spoken to. */
function dialledFacts({ one }: Told, fact: MakeFact): CallFact[] {
  const seconds = Number(one('DialCallDuration')) || 0;
  if (one('DialCallStatus') !== 'completed' || seconds === 0) return [fact('connected')];
  const end = fact('answered');
  return [{ ...end, at: new Date(end.at.getTime() - seconds * 1000) }];
}

function endingOf({ one, ownFlow }: Told, completion: CallCompletion): Partial<CallFact> {
  const seconds = Number(one('CallDuration'));
  const cause = one('SipResponseCode') || one('ErrorCode');
  return {
    completion,
    ...(ownFlow && completion === 'completed' && seconds > 0 && { seconds }),
    ...(cause !== '' && { cause: cause.slice(0, LONGEST_CAUSE) }),
  };
}

function directionOf(direction: string, step: TwilioStep): CallDirection {
  if (step === 'leg') return 'inbound';
  return direction.startsWith('outbound') ? 'outbound' : 'inbound';
}

/** A leg of an incoming call rings one of our own telephones: who called whom is told by its parent. */
function partiesOf(one: (name: string) => string, isLeg: boolean) {
  if (isLeg) return { from: '', to: '' };
  return { from: callerOf(one('From')), to: callerOf(one('To')) };
}

const WITHHELD = new Set([
  'anonymous',
  'unknown',
  'restricted',
  'unavailable',
  '+266696687',
  '+7378742833',
  '+2562533',
  '+8656696',
]);

const callerOf = (number: string) => (WITHHELD.has(number.toLowerCase()) ? '' : number);

function recordingOf(one: (name: string) => string, step: TwilioStep): RemoteRecording | null {
  const id = one('RecordingSid');
  if (step !== 'recording' || id === '') return null;
  const status = one('RecordingStatus');
  const length = Number(one('RecordingDuration'));
  const seconds = length > 0 ? length : null;
  if (status === 'completed') return { id, url: one('RecordingUrl') || null, seconds, state: 'completed' };
  return { id, url: null, seconds, state: status === 'failed' ? 'failed' : 'absent' };
}

function costOf(price: string, unit: string): PhoneEvent['cost'] {
  const micros = Math.round(Math.abs(Number(price)) * 1_000_000);
  return price !== '' && Number.isSafeInteger(micros) && /^[A-Za-z]{3}$/.test(unit)
    ? { micros: Math.min(micros, 2_000_000_000), currency: unit.toUpperCase() }
    : null;
}

/** RFC 2822, as `Timestamp` has it; the arrival where it says nothing that can be. */
function instantOf(text: string, receivedAt: Date): Date {
  const at = new Date(text.length > 60 ? Number.NaN : Date.parse(text));
  return isInstantOfCall(at, receivedAt) ? at : receivedAt;
}

const KEPT = [
  'CallStatus',
  'CallerName',
  'FromCity',
  'FromCountry',
  'ForwardedFrom',
  'StirVerstat',
  'SipResponseCode',
];

const rawOf = (form: FormFields) =>
  Object.fromEntries(KEPT.flatMap((name) => (form[name]?.[0] ? [[name, form[name][0] ?? '']] : [])));
