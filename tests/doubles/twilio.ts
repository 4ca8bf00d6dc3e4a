import { createHmac } from 'node:crypto';

type Fields = Readonly<Record<string, string>>;

/** A request as Twilio gets it. */
type Asked = Readonly<{ url: string; method?: string; headers?: Fields; body?: unknown }>;

/** What Twilio's double does to us: one signed form POST, as `receivePhoneCall` takes it. */
export type SignedPost = Readonly<{
  url: string;
  headers: Readonly<Record<string, string>>;
  bytes: Uint8Array;
}>;

const json = (status: number, body: unknown) => ({
  status,
  headers: { 'content-type': 'application/json' },
  bytes: Buffer.from(JSON.stringify(body)),
});

const refusal = (status: number, code: number, message: string) =>
  json(status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });

const field = (headers: Fields, wanted: string) =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1];

const NUMBER = /^\+[1-9]\d{6,14}$/;

function faultOf({ To = '', From = '', Url, Twiml }: Fields) {
  if (To === '') return refusal(400, 21201, "No 'To' number is specified");
  if (!NUMBER.test(To) && !/^sip:.+@.+$/.test(To)) {
    return refusal(400, 21211, `The 'To' number ${To} is not a valid phone number.`);
  }
  if (!NUMBER.test(From)) return refusal(400, 21212, "Invalid 'From' Phone Number");
  return Url || Twiml ? null : refusal(400, 21205, 'Url parameter is required');
}

/**
 * Twilio as far as we meet it: it signs what it sends (SHA-1 over address and fields), and of what we ask it insists on the
 * account's name and token, on form fields, on numbers in E.164, and it keeps recordings behind the same token.
 */
export function twilioDouble({
  accountSid = `AC${'1'.repeat(32)}`,
  authToken = 'twilio-token-of-a-test',
} = {}) {
  const recordings = new Map<string, Uint8Array | 'late' | 'deleted'>();
  /** Calls that are being recorded. */
  const running = new Set<string>();
  const placed: Fields[] = [];
  const expected = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  let counter = 0;

  const call = async ({ url, method = 'GET', headers = {}, body }: Asked) => {
    const { pathname, origin } = new URL(url);
    if (origin !== 'https://api.twilio.com') throw new Error(`nobody at ${origin}`);
    if (field(headers, 'authorization') !== expected) return refusal(401, 20003, 'Authenticate');
    if (pathname === `/2010-04-01/Accounts/${accountSid}.json`) {
      return json(200, { sid: accountSid, friendly_name: 'Double Ltd', status: 'active' });
    }
    if (method === 'DELETE') return erase(pathname);
    return method === 'POST' ? posted(pathname, headers, String(body)) : recording(pathname);
  };

  function posted(pathname: string, headers: Fields, body: string) {
    if (pathname.endsWith('/Calls.json')) return place(headers, body);
    const running = /\/Calls\/(CA\w+)\/Recordings\/Twilio\.CURRENT\.json$/.exec(pathname)?.[1];
    return running ? steer(running, headers, body) : refusal(404, 20404, 'The resource was not found');
  }

  /** A recording that runs may be paused, resumed or stopped; one that does not run is none. */
  function steer(callSid: string, headers: Fields, body: string) {
    if (field(headers, 'content-type') !== 'application/x-www-form-urlencoded') {
      return refusal(415, 20001, 'Unsupported media type');
    }
    const status = new URLSearchParams(body).get('Status') ?? '';
    if (!['stopped', 'paused', 'in-progress'].includes(status))
      return refusal(400, 20001, 'Status is invalid');
    if (!running.has(callSid)) return refusal(404, 20404, 'The requested resource was not found');
    if (status === 'stopped') running.delete(callSid);
    return json(200, { call_sid: callSid, status });
  }

  function erase(pathname: string) {
    const sid = /\/Recordings\/(RE\w+)\.json$/.exec(pathname)?.[1] ?? '';
    if (!recordings.delete(sid)) return refusal(404, 20404, `Recording ${sid} was not found`);
    return { status: 204, headers: {}, bytes: new Uint8Array() };
  }

  function place(headers: Fields, body: string) {
    if (field(headers, 'content-type') !== 'application/x-www-form-urlencoded') {
      return refusal(415, 20001, 'Unsupported media type');
    }
    const form = Object.fromEntries(new URLSearchParams(body));
    const wrong = faultOf(form);
    if (wrong) return wrong;
    placed.push(form);
    counter += 1;
    return json(201, {
      sid: `CA${String(counter).padStart(32, '0')}`,
      status: 'queued',
      direction: 'outbound-api',
    });
  }

  function recording(pathname: string) {
    const sid = /\/Recordings\/(RE\w+)/.exec(pathname)?.[1] ?? '';
    const kept = recordings.get(sid);
    if (!(kept instanceof Uint8Array)) return refusal(404, 20404, `Recording ${sid} was not found`);
    return { status: 200, headers: { 'content-type': 'audio/mpeg' }, bytes: kept };
  }

  return {
    accountSid,
    authToken,
    call,
    /** What we asked it to dial. */
    placed,
    running,
    recordings,
    keep: (sid: string, bytes: Uint8Array | 'late' | 'deleted') => recordings.set(sid, bytes),
    recordingUrl: (sid: string) =>
      `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`,
    /** A webhook, signed over the address that it was told. */
    post: (url: string, fields: Fields, { token = authToken, signedUrl = url } = {}): SignedPost => {
      const form: Fields = { AccountSid: accountSid, ApiVersion: '2010-04-01', ...fields };
      const text = Object.keys(form)
        .sort()
        .reduce((told, name) => told + name + form[name], signedUrl);
      const signature = createHmac('sha1', token).update(text, 'utf8').digest('base64');
      return {
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
        bytes: Buffer.from(new URLSearchParams(form).toString()),
      };
    },
  };
}

/** Entities as XML has them, so that an address can be called that stood in an attribute. */
const unescaped = (text: string) =>
  text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))).replace(/&amp;/g, '&');

/** The `<Gather>` that hears the next key: what is said meanwhile and where the key is told; null when nobody listens. */
export function listening(twiml: string) {
  const [, attributes = '', said = ''] = /<Gather ([^>]*)>([\s\S]*?)<\/Gather>/.exec(twiml) ?? [];
  const action = /action="([^"]*)"/.exec(attributes)?.[1];
  return action ? { action: unescaped(action), said: unescaped(said.replace(/<[^>]*>/g, '')) } : null;
}

/** An attribute of a verb of TwiML; null where there is none. */
export function attributeOf(twiml: string, verb: string, name: string): string | null {
  const head = new RegExp(`<${verb}\\b([^>]*)>`).exec(twiml)?.[1] ?? '';
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(head)?.[1];
  return value === undefined ? null : unescaped(value);
}
