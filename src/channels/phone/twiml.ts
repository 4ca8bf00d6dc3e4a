import type { TwilioConfig } from './config';
import type { SpokenTexts } from './provider';

export type TwimlWorld = Readonly<{
  config: TwilioConfig;
  texts: SpokenTexts;
  /** The public address of the account, without query. */
  address: string;
  /** Somebody is there. */
  isOpen: boolean;
  /** The customer refused to be recorded. */
  isUnrecorded: boolean;
}>;

/** Languages as `<Say>` names them. */
const LANGUAGES = { en: 'en-GB', hu: 'hu-HU', lv: 'lv-LV' } as const;

/** The longest message that a caller can leave. */
const VOICEMAIL_SECONDS = 180;

const escaped = (text: string) =>
  text.replace(/[<>&"']/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cs}]/gu, ' ');

const document = (...verbs: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs.join('')}</Response>`;

/** What was refused once stays refused: every address that is called later on says so. */
const at = ({ address, isUnrecorded }: TwimlWorld, step: string) =>
  escaped(`${address}?step=${step}${isUnrecorded ? '&recorded=no' : ''}`);

/** Beside the keys of the menu. */
const REFUSAL_KEY = '9';
const SECONDS_TO_REFUSE = 4;

/** True when this key refuses the recording. */
export const refusesRecording = (digits: string): boolean => digits === REFUSAL_KEY;

function say({ config }: TwimlWorld, text: string): string {
  return text === '' ? '' : `<Say language="${LANGUAGES[config.locale]}">${escaped(text)}</Say>`;
}

/** The first answer to a caller: who is recorded is told so before anything else. */
export function greeting(world: TwimlWorld): string {
  const { texts, isOpen } = world;
  if (!isOpen) return document(say(world, texts.closed), ...voicemail(world));
  return document(consent(world, at(world, 'consent')), ...reception(world));
}

/** Says that the call is recorded, and listens for the key that refuses it where there is one. */
function consent(world: TwimlWorld, action: string): string {
  const { config, texts } = world;
  if (!config.record) return '';
  if (!config.mayRefuse) return say(world, texts.consent);
  return `<Gather numDigits="1" timeout="${SECONDS_TO_REFUSE}" action="${action}" method="POST">${say(world, texts.consentByKey)}</Gather>`;
}

function reception(world: TwimlWorld): string[] {
  if (!world.config.menu) return ring(world);
  const menu = `<Gather numDigits="1" timeout="6" action="${at(world, 'menu')}" method="POST">${say(world, world.texts.menu)}</Gather>`;
  return [menu, ...ring(world)];
}

/** A key that was pressed while the recording was announced: it refuses it, or it is meant for the menu. */
export function afterConsent(world: TwimlWorld, digits: string): string {
  if (refusesRecording(digits)) {
    const unrecorded = { ...world, isUnrecorded: true };
    return document(say(world, world.texts.unrecorded), ...reception(unrecorded));
  }
  return world.config.menu && digits !== '' ? afterMenu(world, digits) : document(...reception(world));
}

/** A caller who is blocked hears that nobody is there, and the call costs nothing. */
export const refusal = (): string => document('<Reject reason="rejected"/>');

/** What the key that the caller pressed leads to: 2 asks for a callback, 3 leaves a message, all else rings. */
export function afterMenu(world: TwimlWorld, digits: string): string {
  if (digits === '2') return document(say(world, world.texts.callback), '<Hangup/>');
  return digits === '3' ? document(...voicemail(world)) : document(...ring(world));
}

/** After it rang: what nobody took goes to voicemail. */
export function afterDial(world: TwimlWorld, dialStatus: string): string {
  return dialStatus === 'completed' || dialStatus === 'answered'
    ? document('<Hangup/>')
    : document(...voicemail(world));
}

/** After a message was left. */
export const afterVoicemail = (world: TwimlWorld): string =>
  document(say(world, world.texts.goodbye), '<Hangup/>');

type Bridged = Readonly<{ number: string; callId: string }>;

/** Connects the agent, who has picked up, with the customer; a customer who is recorded is told so before they are connected. */
export function bridge(world: TwimlWorld, { number, callId }: Bridged): string {
  const { config } = world;
  const announced = config.record ? ` url="${at(world, 'announce')}${escaped(`&of=${callId}`)}"` : '';
  const leg = `<Number${announced} statusCallback="${at(world, 'leg')}" statusCallbackEvent="initiated ringing answered completed">${escaped(number)}</Number>`;
  return document(
    `<Dial callerId="${escaped(config.number)}" answerOnBridge="true"${recording(world)}>${leg}</Dial>`,
  );
}

/** What a customer hears whom we call, before they are connected. */
export const announcement = (world: TwimlWorld, callId: string): string =>
  document(consent(world, `${at(world, 'refusal')}${escaped(`&of=${callId}`)}`));

/** What a customer hears whom we call, after a key. */
export const afterRefusal = (world: TwimlWorld, digits: string): string =>
  document(refusesRecording(digits) ? say(world, world.texts.unrecorded) : '');

/** Nothing to say. */
export const silence = (): string => document();

const voicemail = (world: TwimlWorld) => [
  say(world, world.texts.voicemail),
  `<Record maxLength="${VOICEMAIL_SECONDS}" playBeep="true" action="${at(world, 'voicemail')}" recordingStatusCallback="${at(world, 'recording')}" recordingStatusCallbackEvent="completed absent"/>`,
  say(world, world.texts.goodbye),
];

function ring(world: TwimlWorld): string[] {
  const { ringTo, ringSeconds } = world.config;
  if (ringTo.length === 0) return voicemail(world);
  const callback = `statusCallback="${at(world, 'leg')}" statusCallbackEvent="initiated ringing answered completed"`;
  const targets = ringTo.map((device) =>
    device.startsWith('sip:')
      ? `<Sip ${callback}>${escaped(device)}</Sip>`
      : `<Number ${callback}>${escaped(device)}</Number>`,
  );
  return [
    `<Dial timeout="${ringSeconds}" action="${at(world, 'dialled')}"${recording(world)}>${targets.join('')}</Dial>`,
  ];
}

const recording = (world: TwimlWorld) =>
  world.config.record && !world.isUnrecorded
    ? ` record="record-from-answer-dual" recordingStatusCallback="${at(world, 'recording')}" recordingStatusCallbackEvent="completed absent"`
    : '';
