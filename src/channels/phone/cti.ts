import type { CallOutside } from '@/channels/contract';
import { isSignedWebhook, webhookSignature } from '@/channels/lib/standard-webhook';
import type { PhoneConfig } from './config';
import {
  type FetchedRecording,
  isServerDown,
  isSignInRefused,
  type PhoneAdapter,
  type PhoneCall,
  type SampleCall,
} from './provider';
import { readCti } from './read-cti';

type CtiConfig = Extract<PhoneConfig, { provider: 'cti' }>;

const LARGEST_RECORDING = 100 * 1024 * 1024;

/** A telephone system of one's own, which sends signed events and takes no orders (contracts C.4). */
export const cti: PhoneAdapter<CtiConfig> = {
  account: (config) => ({
    isGenuine: ({ headers, bytes }, now) => isSignedWebhook(config.secret, { headers, body: bytes, now }),
    read: ({ headers, bytes }, receivedAt) => readCti(bytes, { id: headers['webhook-id'] ?? '', receivedAt }),
    answer: async (_, { isRepeated }) => ({
      status: 200,
      contentType: 'application/json',
      body: JSON.stringify({ code: isRepeated ? 'duplicate' : 'taken' }),
    }),
    sample: (missed) => sample(missed, config),
    fetchRecording,
  }),
  settings: [{ name: 'secret', kind: 'generated', required: false }],
  answersCalls: false,
  addresses: [{ purpose: 'events', query: '' }],
  secretOf: (random) => `whsec_${Buffer.from(random).toString('base64')}`,
};

function sample({ id, at, from, address }: SampleCall, { secret }: CtiConfig): PhoneCall {
  const data = { call_id: `test-${id}`, direction: 'inbound', from, completion: 'missed' };
  const body = Buffer.from(JSON.stringify({ type: 'call.ended', timestamp: at.toISOString(), data }));
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = webhookSignature(secret, { id, timestamp, body });
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  return { url: address, headers, bytes: body };
}

/** The address of a recording needs no name: whoever knows it may hear it. */
async function fetchRecording(url: string, call: CallOutside): Promise<FetchedRecording> {
  const answer = await call({ url, maxBytes: LARGEST_RECORDING });
  if (answer.status === 404 || answer.status === 410)
    return { state: 'gone', reason: `HTTP ${answer.status}` };
  if (answer.status !== 200)
    return {
      state: 'late',
      reason: `HTTP ${answer.status}`,
      isSignIn: isSignInRefused(answer.status),
      isDown: isServerDown(answer.status),
    };
  return { state: 'fetched', bytes: answer.bytes, type: answer.headers['content-type'] ?? '' };
}
