import { z } from 'zod';
import type { CallOutside } from '@/channels/contract';
import { askJson, type JsonAnswer, jsonBody } from '@/channels/lib/json-call';
import type { OutboundPart, PartFile, PartResult } from '@/domain/channel/conversation';
import type { XConfig } from './config';

export const API = 'https://api.x.com';

const posted = z.object({ data: z.object({ id: z.string().min(1) }) });
const direct = z.object({ data: z.object({ dm_event_id: z.string().min(1) }) });

/** Answers a post in public, or a person by direct message. */
export async function deliver(part: OutboundPart, config: XConfig, call: CallOutside): Promise<PartResult> {
  const media: string[] = [];
  for (const file of part.files) {
    const uploaded = await upload(file, {
      category: part.conversation.isPublic ? 'tweet' : 'dm',
      config,
      call,
    });
    if (typeof uploaded !== 'string') return uploaded;
    media.push(uploaded);
  }
  const answer = { part, media };
  return part.conversation.isPublic ? answerPost(answer, config, call) : sendDirect(answer, config, call);
}

const uploaded = z.object({ data: z.object({ id: z.string().min(1) }) });

type Upload = Readonly<{ category: 'tweet' | 'dm'; config: XConfig; call: CallOutside }>;

/** Hands a picture over before it is posted (X API, "Media upload"). */
async function upload(
  file: PartFile,
  { category, config, call }: Upload,
): Promise<string | Exclude<PartResult, { status: 'sent' }>> {
  const body = new FormData();
  body.set('media', new Blob([Uint8Array.from(file.bytes)], { type: file.type }), file.name);
  body.set('media_category', `${category}_image`);
  const headers = { authorization: `Bearer ${config.accessToken}` };
  const answer = await askJson(call, { url: `${API}/2/media/upload`, method: 'POST', body, headers });
  const found = uploaded.safeParse(answer.json);
  return found.success ? found.data.data.id : refusalOf(answer, 'not_allowed');
}

type Said = Readonly<{ part: OutboundPart; media: readonly string[] }>;

async function answerPost(
  { part, media }: Said,
  { accessToken }: XConfig,
  call: CallOutside,
): Promise<PartResult> {
  const reply = { in_reply_to_tweet_id: part.answers };
  const pictures = media.length > 0 ? { media: { media_ids: media } } : {};
  const body = jsonBody({ text: part.text, reply, ...pictures }, accessToken);
  const answer = await askJson(call, { url: `${API}/2/tweets`, method: 'POST', ...body });
  const sent = posted.safeParse(answer.json);
  if (sent.success) return { status: 'sent', externalId: sent.data.data.id, detail: '' };
  return refusalOf(answer, 'not_summoned');
}

async function sendDirect(
  { part, media }: Said,
  { accessToken }: XConfig,
  call: CallOutside,
): Promise<PartResult> {
  const person = String(part.conversation.data['participant'] ?? '');
  const url = `${API}/2/dm_conversations/with/${encodeURIComponent(person)}/messages`;
  const said = {
    ...(part.text && { text: part.text }),
    ...(media.length > 0 && { attachments: media.map((id) => ({ media_id: id })) }),
  };
  const answer = await askJson(call, { url, method: 'POST', ...jsonBody(said, accessToken) });
  const sent = direct.safeParse(answer.json);
  if (sent.success) return { status: 'sent', externalId: sent.data.data.dm_event_id, detail: '' };
  return refusalOf(answer, 'blocked');
}

const problem = z.object({ detail: z.string().optional(), title: z.string().optional() });

/** How a refusal is to be taken; 403 means that this very answer is not allowed (contracts 0.10). */
export function refusalOf(answer: JsonAnswer, forbidden: string): Exclude<PartResult, { status: 'sent' }> {
  const { status, headers, json } = answer;
  const said = problem.safeParse(json);
  const reason = ((said.success && (said.data.detail ?? said.data.title)) || `X answers ${status}`).slice(
    0,
    300,
  );
  if (status === 429)
    return { status: 'deferred', code: 'rate', reason, retryAfterSeconds: secondsToWait(headers) };
  if (status === 401) return { status: 'deferred', code: 'sign_in', reason, retryAfterSeconds: null };
  if (status >= 500) return { status: 'deferred', code: String(status), reason, retryAfterSeconds: null };
  const code = status === 403 ? forbidden : String(status);
  return { status: 'rejected', code, reason, blocked: code === 'blocked' };
}

/** Seconds until the window of the limit begins anew; X names the instant. */
export function secondsToWait(headers: Readonly<Record<string, string>>): number {
  const reset = Number(headers['x-rate-limit-reset']) * 1000;
  const now = Date.parse(headers['date'] ?? '');
  const left = Math.ceil((reset - now) / 1000);
  return Number.isFinite(left) ? Math.min(Math.max(left, 1), 3600) : 900;
}
