import type { CallOutside } from '@/channels/contract';
import type { TwilioConfig } from './config';
import {
  type Checked,
  type Done,
  type FetchedRecording,
  isServerDown,
  isSignInRefused,
  type Originate,
  type Originated,
  type ProviderRefusal,
  type RefusedRecording,
} from './provider';

const authorization = ({ accountSid, authToken }: TwilioConfig) =>
  `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

/** Has Twilio ring the agent and then the customer. Says in Twilio's words why it did not. */
export async function originate(
  config: TwilioConfig,
  call: CallOutside,
  asked: Originate,
): Promise<Originated> {
  const body = new URLSearchParams({
    To: asked.device,
    From: config.number,
    Url: `${asked.address}?step=bridge&to=${encodeURIComponent(asked.number)}`,
    StatusCallback: `${asked.address}?step=status`,
  });
  for (const event of ['initiated', 'ringing', 'answered', 'completed'])
    body.append('StatusCallbackEvent', event);
  const answer = await call({
    url: `${config.apiBase}/2010-04-01/Accounts/${config.accountSid}/Calls.json`,
    method: 'POST',
    headers: { authorization: authorization(config), 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
  const said = jsonOf(answer.bytes);
  const sid = said['sid'];
  if (answer.status === 201 && typeof sid === 'string') return { ok: true, callId: sid };
  return { ok: false, ...refusalOf(answer) };
}

/** Signs in at Twilio and says whose account it is, or why not. */
export async function checkTwilio(config: TwilioConfig, call: CallOutside): Promise<Checked> {
  const answer = await call({
    url: `${config.apiBase}/2010-04-01/Accounts/${config.accountSid}.json`,
    headers: { authorization: authorization(config) },
  });
  const said = jsonOf(answer.bytes);
  const name = said['friendly_name'];
  if (answer.status !== 200) return { ok: false, reason: reasonOf(answer.status, said) };
  return { ok: true, name: typeof name === 'string' ? name : config.accountSid };
}

const LARGEST_RECORDING = 100 * 1024 * 1024;

/** Fetches a recording as MP3, which every browser plays. Only from Twilio's own host: credentials go nowhere else. */
export async function fetchRecording(
  config: TwilioConfig,
  call: CallOutside,
  url: string,
): Promise<FetchedRecording> {
  if (!URL.canParse(url) || !isTwilios(config, new URL(url)))
    return { state: 'gone', reason: 'not at Twilio' };
  const answer = await call({
    url: /\.(?:mp3|wav)$/.test(url) ? url : `${url}.mp3`,
    headers: { authorization: authorization(config) },
    maxBytes: LARGEST_RECORDING,
  });
  if (answer.status === 404 || answer.status === 410)
    return { state: 'gone', reason: `HTTP ${answer.status}` };
  if (answer.status !== 200) return { state: 'late', ...refusalOf(answer) };
  return { state: 'fetched', bytes: answer.bytes, type: answer.headers['content-type'] ?? 'audio/mpeg' };
}

/** Stops the recording that runs on a call, or deletes one. What is not there any more needs neither. */
export async function refuseRecording(
  config: TwilioConfig,
  call: CallOutside,
  { callId, recordingUrl }: RefusedRecording,
): Promise<Done> {
  const account = `${config.apiBase}/2010-04-01/Accounts/${config.accountSid}`;
  const headers = { authorization: authorization(config) };
  const answer =
    recordingUrl === null
      ? await call({
          url: `${account}/Calls/${callId}/Recordings/Twilio.CURRENT.json`,
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ Status: 'stopped' }).toString(),
        })
      : await call({
          url: `${account}/Recordings/${/\/(RE\w+)/.exec(recordingUrl)?.[1] ?? ''}.json`,
          method: 'DELETE',
          headers,
        });
  if ([200, 204, 404, 410].includes(answer.status)) return { ok: true };
  return { ok: false, ...refusalOf(answer) };
}

function isTwilios({ apiBase, accountSid }: TwilioConfig, url: URL): boolean {
  return url.origin === new URL(apiBase).origin && url.pathname.includes(`/Accounts/${accountSid}/`);
}

function jsonOf(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const refusalOf = ({ status, bytes }: Readonly<{ status: number; bytes: Uint8Array }>): ProviderRefusal => ({
  reason: reasonOf(status, jsonOf(bytes)),
  isSignIn: isSignInRefused(status),
  isDown: isServerDown(status),
});

function reasonOf(status: number, said: Readonly<Record<string, unknown>>): string {
  const message = typeof said['message'] === 'string' ? said['message'] : `HTTP ${status}`;
  return typeof said['code'] === 'number' ? `${said['code']}: ${message}` : message;
}
