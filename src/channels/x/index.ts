import { z } from 'zod';
import {
  type CallOutside,
  defineConversationChannel,
  type Polled,
  type Unreachable,
} from '@/channels/contract';
import { askJson, jsonBody, jsonOf } from '@/channels/lib/json-call';
import { isSignedBy, macOf } from '@/channels/lib/signature';
import { OPEN } from '@/domain/channel/reach';
import { fail, ok, type Result } from '@/domain/shared/result';
import { type XConfig, xConfig, xSettings } from './config';
import { deliver, refusalOf, secondsToWait } from './deliver';
import { envelope } from './payload';
import { readEvent } from './read-event';

const API = 'https://api.x.com';
const HEADER = 'x-twitter-webhooks-signature';
const POLL_SECONDS = 300;
/** Events are signed with the same secret: what could be one is not signed for whoever asks. */
const CHALLENGE = /^[\w+/=~.-]{1,500}$/;

/** X: mentions, answers and direct messages of an account (contracts D.3). */
export const x = defineConversationChannel<XConfig>({
  kind: 'x',
  config: xConfig,
  settings: xSettings,
  accountOf: ({ userId }) => userId,
  handshake: ({ method, url }, { consumerSecret }) => {
    const token = new URL(url).searchParams.get('crc_token');
    if (method !== 'GET' || token === null || !CHALLENGE.test(token)) return null;
    const answer = { response_token: `sha256=${macOf(consumerSecret, token, 'base64')}` };
    return { status: 200, contentType: 'application/json', body: JSON.stringify(answer) };
  },
  isGenuine: ({ headers, bytes }, { consumerSecret }) =>
    isSignedBy(consumerSecret, { header: headers[HEADER] ?? '', bytes, encoding: 'base64' }),
  keyOf: ({ bytes }) => {
    const parsed = envelope.safeParse(jsonOf(bytes));
    const id = parsed.success ? parsed.data.data.event_uuid : undefined;
    return id ? `event:${id.slice(0, 200)}` : null;
  },
  read: readEvent,
  limits: { text: 280, unit: 'characters', files: 1, withText: true, fileBytes: 0 },
  reach: ({ blockedAt, isPublic, data }) => {
    if (blockedAt) return { state: 'closed', why: 'blocked' };
    return isPublic && data['summoned'] !== true ? { state: 'closed', why: 'not_summoned' } : OPEN;
  },
  deliver,
  poll: pollMentions,
  check: async ({ accessToken }, call) => {
    const headers = { authorization: `Bearer ${accessToken}` };
    const answer = await askJson(call, { url: `${API}/2/users/me`, headers });
    const me = z.object({ data: z.object({ username: z.string() }) }).safeParse(answer.json);
    if (!me.success) return fail({ code: 'channel.unreachable', reason: refusalOf(answer, '403').reason });
    const { username } = me.data.data;
    return ok({ name: `@${username}`, learned: { username } });
  },
  connect,
  sample: ({ id, text, name, at }, { userId, consumerSecret }) => {
    const author = `9${Number.parseInt(id.slice(-8), 16)}`;
    const payload = { id: `8${author}`, text, author_id: author, created_at: at.toISOString() };
    const includes = { users: [{ id: author, name, username: 'test' }] };
    const data = {
      event_uuid: id,
      filter: { user_id: userId },
      event_type: 'post.mention.create',
      payload,
      includes,
    };
    const bytes = Buffer.from(JSON.stringify({ data }));
    const signature = `sha256=${macOf(consumerSecret, bytes, 'base64')}`;
    return { headers: { 'content-type': 'application/json', [HEADER]: signature }, bytes };
  },
});

const EVENTS = ['post.mention.create', 'post.reply.create', 'dm.received'] as const;
const webhook = z.object({ data: z.object({ id: z.string() }) });

/** Registers our address and what we want to hear; what is registered already stays. */
async function connect(
  address: string,
  config: XConfig,
  call: CallOutside,
): Promise<Result<null, Unreachable>> {
  const { bearerToken, accessToken, userId } = config;
  const made = await askJson(call, {
    url: `${API}/2/webhooks`,
    method: 'POST',
    ...jsonBody({ url: address }, bearerToken),
  });
  const found = webhook.safeParse(made.json);
  if (!found.success) return fail({ code: 'channel.unreachable', reason: refusalOf(made, '403').reason });
  for (const type of EVENTS) {
    const body = { event_type: type, filter: { user_id: userId }, webhook_id: found.data.data.id };
    const token = type === 'dm.received' ? accessToken : bearerToken;
    const url = `${API}/2/activity/subscriptions`;
    const answer = await askJson(call, { url, method: 'POST', ...jsonBody(body, token) });
    if (answer.status >= 300 && answer.status !== 409) {
      return fail({ code: 'channel.unreachable', reason: refusalOf(answer, '403').reason });
    }
  }
  return ok(null);
}

const cursorShape = z.object({ sinceId: z.string() });
const page = z.object({
  data: z.array(z.looseObject({ id: z.string(), author_id: z.string() })).default([]),
  includes: z.object({ users: z.array(z.unknown()).default([]) }).default({ users: [] }),
  meta: z.object({ newest_id: z.string().optional() }).default({}),
});

/** Mentions since the last one that was stored, in case a call was lost; each is put into an envelope as X would bring it. */
async function pollMentions(cursor: unknown, config: XConfig, call: CallOutside): Promise<Polled> {
  const { userId, accessToken } = config;
  const known = cursorShape.safeParse(cursor);
  const since = known.success ? `&since_id=${encodeURIComponent(known.data.sinceId)}` : '';
  const fields =
    'tweet.fields=created_at,author_id,conversation_id,referenced_tweets,entities&expansions=author_id';
  const url = `${API}/2/users/${userId}/mentions?max_results=100&${fields}${since}`;
  const answer = await askJson(call, { url, headers: { authorization: `Bearer ${accessToken}` } });
  if (answer.status === 429) {
    return { items: [], cursor, more: false, retryAfterSeconds: secondsToWait(answer.headers) };
  }
  if (answer.status !== 200) throw new Error(refusalOf(answer, '403').reason);
  const { data, includes, meta } = page.parse(answer.json);
  const items = data.reverse().map((payload) => {
    const event = { event_type: 'post.mention.create', filter: { user_id: userId }, payload, includes };
    return { key: `mention:${payload.id}`, bytes: Buffer.from(JSON.stringify({ data: event })) };
  });
  const newest = meta.newest_id;
  return {
    items,
    cursor: newest ? { sinceId: newest } : cursor,
    more: false,
    retryAfterSeconds: POLL_SECONDS,
  };
}
