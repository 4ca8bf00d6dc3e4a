import type { CallOutside, OutsideAnswer } from '@/channels/contract';
import { askJson, type JsonAnswer, jsonBody, retryAfter } from '@/channels/lib/json-call';
import type { PartResult } from '@/domain/channel/conversation';
import type { MastodonConfig } from './config';

type Asked = Readonly<{ path: string; post?: unknown; form?: FormData; idempotencyKey?: string }>;

/** Asks the account's own server. */
export function askServer(
  call: CallOutside,
  { server, accessToken }: MastodonConfig,
  { path, post, form, idempotencyKey }: Asked,
): Promise<JsonAnswer> {
  const url = `${server}${path}`;
  const headers = {
    authorization: `Bearer ${accessToken}`,
    ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
  };
  if (form) return askJson(call, { url, method: 'POST', body: form, headers });
  if (post === undefined) return askJson(call, { url, headers, maxBytes: 5 * 1024 * 1024 });
  const body = jsonBody(post);
  return askJson(call, {
    url,
    method: 'POST',
    body: body.body ?? '',
    headers: { ...body.headers, ...headers },
  });
}

/** Seconds until the server wants to be asked again: its reset is an instant (contracts D.5), or the general header. */
export function secondsToWait(headers: OutsideAnswer['headers']): number {
  const reset = Date.parse(headers['x-ratelimit-reset'] ?? '');
  const answered = Date.parse(headers['date'] ?? '');
  const left = Number.isNaN(reset) || Number.isNaN(answered) ? null : Math.ceil((reset - answered) / 1000);
  return Math.min(Math.max(left ?? retryAfter(headers) ?? 60, 1), 3600);
}

/** Why a call failed whose answer was longer than we read. */
export const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'too_large';

/** What the server says when it refuses. */
export function reasonOf({ status, json }: JsonAnswer): string {
  const error = typeof json === 'object' && json !== null && 'error' in json ? json.error : null;
  return typeof error === 'string' ? error.slice(0, 300) : `the server answers ${status}`;
}

/** How a refusal is to be taken: too many calls and trouble are tried again, a token that ran out too. */
export function refusalOf(answer: JsonAnswer): Exclude<PartResult, { status: 'sent' }> {
  const { status, headers } = answer;
  const reason = reasonOf(answer);
  if (status === 429) {
    return { status: 'deferred', code: 'rate', reason, retryAfterSeconds: secondsToWait(headers) };
  }
  if (status === 401) return { status: 'deferred', code: 'sign_in', reason, retryAfterSeconds: null };
  if (status >= 500) return { status: 'deferred', code: String(status), reason, retryAfterSeconds: null };
  return { status: 'rejected', code: String(status), reason, blocked: false };
}
