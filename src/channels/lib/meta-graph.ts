import { z } from 'zod';
import type { CallOutside } from '@/channels/contract';
import type { PartResult } from '@/domain/channel/conversation';
import { askJson, type JsonAnswer, jsonBody, retryAfter } from './json-call';

/** The version that the documentation shows (contracts D.1); the platform keeps each for two years. */
const VERSION = 'v25.0';

type GraphCall = Readonly<{
  path: string;
  token: string;
  /** graph.facebook.com unless the account signs in with Instagram itself. */
  host?: 'graph.facebook.com' | 'graph.instagram.com';
  post?: unknown;
  form?: FormData;
}>;

/** Asks the Graph API: GET, or POST with JSON or a form. The token goes in the head, so that it stands in no log of addresses. */
export function askGraph(
  call: CallOutside,
  { path, token, host, post, form }: GraphCall,
): Promise<JsonAnswer> {
  const url = `https://${host ?? 'graph.facebook.com'}/${VERSION}/${path}`;
  if (form)
    return askJson(call, { url, method: 'POST', body: form, headers: { authorization: `Bearer ${token}` } });
  if (post === undefined) return askJson(call, { url, headers: { authorization: `Bearer ${token}` } });
  return askJson(call, { url, method: 'POST', ...jsonBody(post, token) });
}

const problem = z.object({
  error: z.object({
    message: z.string().default(''),
    code: z.number().default(0),
    error_subcode: z.number().optional(),
    error_data: z.object({ details: z.string().default('') }).optional(),
  }),
});

/** What the Graph API complains of; null when it does not. */
export function graphError({
  status,
  json,
}: JsonAnswer): Readonly<{ code: number; subcode: number; reason: string }> | null {
  const parsed = problem.safeParse(json);
  if (parsed.success) {
    const { code, error_subcode: subcode = 0, message, error_data: data } = parsed.data.error;
    return { code, subcode, reason: (data?.details || message).slice(0, 300) };
  }
  return status >= 200 && status < 300
    ? null
    : { code: 0, subcode: 0, reason: `the Graph API answers ${status}` };
}

const RATE = [4, 17, 32, 80007, 130429, 131048, 131056, 613];
const SIGN_IN = [190, 102, 10_190];
const TROUBLE = [1, 2, 131000, 131016, 133004];

/**
 * How a complaint is to be taken (contracts D.1, D.2): too many calls and trouble on their side are tried again, and so is a
 * token that has run out, since an admin can renew it; `final` names what is true of this thread for good.
 */
export function graphRefusal(
  answer: JsonAnswer,
  final: Readonly<Record<string, string>>,
): Exclude<PartResult, { status: 'sent' }> {
  const { code, subcode, reason } = graphError(answer) ?? { code: 0, subcode: 0, reason: 'no answer of use' };
  const known = final[`${code}/${subcode}`] ?? final[String(code)];
  if (known) return { status: 'rejected', code: known, reason, blocked: known === 'blocked' };
  const wait = waitFor(code, answer);
  if (wait) return { status: 'deferred', reason, ...wait };
  return { status: 'rejected', code: String(code), reason, blocked: false };
}

/** Why it is worth another try, and after how long; null when it is not. */
function waitFor(
  code: number,
  { status, headers }: JsonAnswer,
): Readonly<{ code: string; retryAfterSeconds: number | null }> | null {
  const wait = retryAfter(headers);
  if (RATE.includes(code) || status === 429) return { code: 'rate', retryAfterSeconds: wait ?? 60 };
  if (SIGN_IN.includes(code) || status === 401) return { code: 'sign_in', retryAfterSeconds: wait };
  if (TROUBLE.includes(code) || status >= 500)
    return { code: String(code || status), retryAfterSeconds: wait };
  return null;
}
