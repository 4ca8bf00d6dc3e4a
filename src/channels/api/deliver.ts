import { z } from 'zod';
import type { CallOutside } from '@/channels/contract';
import { askJson, type JsonAnswer, retryAfter } from '@/channels/lib/json-call';
import { webhookSignature } from '@/channels/lib/standard-webhook';
import type { OutboundPart, PartResult } from '@/domain/channel/conversation';
import { type ApiConfig, goodAt } from './config';

/** Of an answer to a webhook nothing more is read (contracts F.1). */
const ANSWER_BYTES = 64 * 1024;

type Pushed = Readonly<{ id: string; at: Date; body: unknown }>;

/** Calls the app: Standard Webhooks 1.0.0, with the instant of this very try. */
export function push(config: ApiConfig, { id, at, body }: Pushed, call: CallOutside): Promise<JsonAnswer> {
  const bytes = Buffer.from(JSON.stringify(body));
  const timestamp = String(Math.floor(at.getTime() / 1000));
  // An app that has not changed over yet finds the signature of the old secret beside the new one.
  const signatures = goodAt(config, at).map(({ secret }) =>
    webhookSignature(secret, { id, timestamp, body: bytes }),
  );
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Kalauz-Webhooks/1.0',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
  return askJson(call, { url: config.url, method: 'POST', headers, body: bytes, maxBytes: ANSWER_BYTES });
}

const named = z.object({ id: z.string().min(1).max(200) });

/** Hands an answer to the app. The same id comes with every try, so that the app takes it once. */
export async function deliver(part: OutboundPart, config: ApiConfig, call: CallOutside): Promise<PartResult> {
  const { id, text, files, conversation, answers, at } = part;
  const data = {
    id,
    conversationId: conversation.key,
    customerId: conversation.data['customerId'] ?? null,
    inReplyTo: answers,
    text,
    files: files.map(({ name, type, url, bytes }) => ({ name, type, url, size: bytes.byteLength })),
  };
  const body = { type: 'message.created', timestamp: at.toISOString(), data };
  const answer = await push(config, { id: `msg_${id.replace('/', '_')}`, at, body }, call);
  if (answer.status < 200 || answer.status > 299) return refusalOf(answer);
  const own = named.safeParse(answer.json);
  return { status: 'sent', externalId: own.success ? own.data.id : id, detail: '' };
}

const said = z.object({ error: z.string().or(z.object({ message: z.string() })) });

/** What the app says when it refuses, in a line. */
export function reasonOf({ status, json }: JsonAnswer): string {
  const parsed = said.safeParse(json);
  const error = parsed.success ? parsed.data.error : `the app answers ${status}`;
  return (typeof error === 'string' ? error : error.message).replaceAll('\0', '').slice(0, 300);
}

/** What the app cannot take it will not take later either; everything else is tried again (contracts F.1). */
const FINAL = [400, 413, 422];

function refusalOf(answer: JsonAnswer): Exclude<PartResult, { status: 'sent' }> {
  const { status, headers } = answer;
  const reason = reasonOf(answer);
  if (status === 410) return { status: 'rejected', code: 'gone', reason, blocked: true };
  if (FINAL.includes(status)) return { status: 'rejected', code: String(status), reason, blocked: false };
  const code = status === 401 || status === 403 ? 'sign_in' : String(status);
  return { status: 'deferred', code, reason, retryAfterSeconds: retryAfter(headers) };
}
