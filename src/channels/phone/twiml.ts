import type { TwilioConfig } from './config';
import type { SpokenTexts } from './provider';

export type TwimlWorld = Readonly<{
  config: TwilioConfig;
  texts: SpokenTexts;
  /** The public address of the account, without query. */
  address: string;
  /** Somebody is there. */
  isOpen: boolean;
}>;

/** Languages as `<Say>` names them. */
const LANGUAGES = { en: 'en-GB', hu: 'hu-HU', lv: 'lv-LV' } as const;

/** The longest message that a caller can leave. */
const VOICEMAIL_SECONDS = 180;

const escaped = (text: string) =>
  text.replace(/[<>&"']/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cs}]/gu, ' ');

const document = (...verbs: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs.join('')}</Response>`;

const at = ({ address }: TwimlWorld, step: string) => escaped(`${address}?step=${step}`);

function say({ config }: TwimlWorld, text: string): string {
  return text === '' ? '' : `<Say language="${LANGUAGES[config.locale]}">${escaped(text)}</Say>`;
}

/** The first answer to a caller: who is recorded is told so before anything else. */
export function greeting(world: TwimlWorld): string {
  const { config, texts, isOpen } = world;
  if (!isOpen) return document(say(world, texts.closed), ...voicemail(world));
  const consent = config.record ? say(world, texts.consent) : '';
  if (!config.menu) return document(consent, ...ring(world));
  return document(
    consent,
    `<Gather numDigits="1" timeout="6" action="${at(world, 'menu')}" method="POST">${say(world, texts.menu)}</Gather>`,
    ...ring(world),
  );
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

/** Connects the agent, who has picked up, with the customer; a customer who is recorded is told so before they are connected. */
export function bridge(world: TwimlWorld, number: string): string {
  const { config } = world;
  const announced = config.record ? ` url="${at(world, 'announce')}"` : '';
  const leg = `<Number${announced} statusCallback="${at(world, 'leg')}" statusCallbackEvent="initiated ringing answered completed">${escaped(number)}</Number>`;
  return document(
    `<Dial callerId="${escaped(config.number)}" answerOnBridge="true"${recording(world)}>${leg}</Dial>`,
  );
}

/** What a customer hears whom we call, before they are connected. */
export const announcement = (world: TwimlWorld): string => document(say(world, world.texts.consent));

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
  world.config.record
    ? ` record="record-from-answer-dual" recordingStatusCallback="${at(world, 'recording')}" recordingStatusCallbackEvent="completed absent"`
    : '';
