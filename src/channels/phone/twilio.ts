import type { TwilioConfig } from './config';
import type { Desk, PhoneAdapter, PhoneCall, SampleCall } from './provider';
import { formFields, readTwilio, signedFields, stepOf } from './read-twilio';
import { checkTwilio, fetchRecording, originate, refuseRecording } from './twilio-api';
import { isSignedByTwilio, twilioSignature } from './twilio-signature';
import * as twiml from './twiml';

/** A number at Twilio (contracts C.2). */
export const twilio: PhoneAdapter<TwilioConfig> = {
  account: (config) => ({
    isGenuine: ({ url, headers, bytes }) =>
      isSignedByTwilio(config.authToken, {
        url,
        signature: headers['x-twilio-signature'] ?? '',
        body: bytes,
        fields: signedFields(bytes),
      }),
    read: ({ url, bytes }, receivedAt) => {
      const [step, form] = [stepOf(url), formFields(bytes)];
      if (step === null) return { ok: false, detail: 'unknown step' };
      if (form === null) return { ok: false, detail: 'no form' };
      return readTwilio({ step, form, receivedAt, of: new URL(url).searchParams.get('of') }, config);
    },
    answer: async (call, desk) => ({
      status: 200,
      contentType: 'text/xml',
      body: await spoken(call, desk, config),
    }),
    sample: (missed) => sample(missed, config),
    fetchRecording: (url, call) => fetchRecording(config, call, url),
    dial: (asked, call) => originate(config, call, asked),
    refuseRecording: (refused, call) => refuseRecording(config, call, refused),
    check: (call) => checkTwilio(config, call),
  }),
  settings: [
    { name: 'accountSid', kind: 'text', required: true },
    { name: 'authToken', kind: 'secret', required: true },
  ],
  answersCalls: true,
  addresses: [
    { purpose: 'voice', query: '' },
    { purpose: 'status', query: '?step=status' },
  ],
};

/** What Twilio is told to do next with a call (TwiML). */
async function spoken({ url, bytes }: PhoneCall, desk: Desk, config: TwilioConfig): Promise<string> {
  const step = stepOf(url);
  if (config.ownFlow || step === null || isReport(step)) return twiml.silence();
  const { origin, pathname, searchParams } = new URL(url);
  const form = formFields(bytes) ?? {};
  const one = (name: string) => form[name]?.[0] ?? '';
  if (step === '' && (await desk.isBlocked(one('CallSid')))) return twiml.refusal();
  const [texts, isOpen] = await Promise.all([desk.words(), desk.isOpen()]);
  const world: twiml.TwimlWorld = {
    config,
    texts,
    isOpen,
    address: `${origin}${pathname}`,
    isUnrecorded: searchParams.get('recorded') === 'no',
  };
  const callId = searchParams.get('of') ?? one('CallSid');
  const answers = {
    '': () => twiml.greeting(world),
    consent: () => twiml.afterConsent(world, one('Digits')),
    menu: () => twiml.afterMenu(world, one('Digits')),
    dialled: () => twiml.afterDial(world, one('DialCallStatus')),
    voicemail: () => twiml.afterVoicemail(world),
    bridge: () => twiml.bridge(world, { number: searchParams.get('to') ?? '', callId }),
    announce: () => twiml.announcement(world, callId),
    refusal: () => twiml.afterRefusal(world, one('Digits')),
  };
  return answers[step]();
}

const isReport = (step: string): step is 'status' | 'leg' | 'recording' =>
  step === 'status' || step === 'leg' || step === 'recording';

function sample({ id, at, from, address }: SampleCall, config: TwilioConfig): PhoneCall {
  const url = `${address}?step=status`;
  const fields = {
    AccountSid: config.accountSid,
    CallSid: `CA${id.replaceAll('-', '')}`,
    CallStatus: 'no-answer',
    Direction: 'inbound',
    From: from,
    To: config.number,
    Timestamp: at.toUTCString(),
  };
  const form = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));
  return {
    url,
    headers: { 'x-twilio-signature': twilioSignature(config.authToken, url, form) },
    bytes: Buffer.from(new URLSearchParams(fields).toString()),
  };
}
