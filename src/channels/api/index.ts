import { defineConversationChannel, type WebCall } from '@/channels/contract';
import { fetchByAddress } from '@/channels/lib/meta-send';
import { sameSecret } from '@/channels/lib/signature';
import { isSignedWebhook, webhookSignature } from '@/channels/lib/standard-webhook';
import { OPEN } from '@/domain/channel/reach';
import { fail, ok } from '@/domain/shared/result';
import { type ApiConfig, apiConfig, apiSettings, goodAt } from './config';
import { deliver, push, reasonOf } from './deliver';
import { readEvent } from './read-event';

/** An app of one's own: it pushes what its users write, and answers are pushed to it (contracts F.1, docs/API-CHANNEL.md). */
export const api = defineConversationChannel<ApiConfig>({
  kind: 'api',
  config: apiConfig,
  settings: apiSettings,
  accountOf: () => null,
  isGenuine: (call, config, now) => hasKey(call, config, now) || isSigned(call, config, now),
  // The app hears at once what is wrong with a call; the bytes are kept all the same.
  answer: ({ bytes }, config) => {
    const read = readEvent({ bytes, receivedAt: new Date(0) }, config);
    return read.ok
      ? json(200, { accepted: true })
      : json(422, { code: 'not_understood', detail: read.error.detail });
  },
  read: readEvent,
  fetchFile: async (file, _, call) =>
    file.ref === null
      ? fetchByAddress(file, call)
      : { bytes: Buffer.from(file.ref, 'base64'), type: null, name: null },
  limits: () => ({
    text: 10_000,
    unit: 'characters',
    files: 10,
    withText: true,
    fileBytes: 25 * 1024 * 1024,
  }),
  reach: ({ blockedAt }, { url }) => {
    if (url === '') return { state: 'closed', why: 'no_push_address' };
    return blockedAt ? { state: 'closed', why: 'app_closed' } : OPEN;
  },
  deliver,
  check: async (config, call) => {
    if (config.url === '')
      return fail({ code: 'channel.unreachable', reason: 'no address to push answers to' });
    const at = new Date();
    const body = { type: 'ping', timestamp: at.toISOString(), data: {} };
    const answer = await push(config, { id: `msg_ping_${at.getTime()}`, at, body }, call);
    return answer.status >= 200 && answer.status <= 299
      ? ok({ name: new URL(config.url).host, learned: {} })
      : fail({ code: 'channel.unreachable', reason: reasonOf(answer) });
  },
  sample: ({ id, text, name, at }, { secret }) => {
    const customer = { id: `test-${id}`, name };
    const data = { id, conversationId: `test-${id}`, customer, text, sentAt: at.toISOString() };
    const bytes = Buffer.from(JSON.stringify({ type: 'message.created', data }));
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const signed = { id: `msg_${id}`, timestamp, body: bytes };
    return {
      headers: {
        'content-type': 'application/json',
        'webhook-id': signed.id,
        'webhook-timestamp': timestamp,
        'webhook-signature': webhookSignature(secret, signed),
      },
      bytes,
    };
  },
});

const json = (status: number, body: object) => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify(body),
});

/** `Authorization: Bearer <key>` (RFC 6750 §2.1). */
function hasKey({ headers }: WebCall, config: ApiConfig, now: Date): boolean {
  const [, given] = /^Bearer +(\S{1,200})$/i.exec(headers['authorization'] ?? '') ?? [];
  return given !== undefined && goodAt(config, now).some(({ apiKey }) => sameSecret(given, apiKey));
}

const isSigned = ({ headers, bytes }: WebCall, config: ApiConfig, now: Date): boolean =>
  goodAt(config, now).some(({ secret }) => isSignedWebhook(secret, { headers, body: bytes, now }));
