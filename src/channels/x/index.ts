import { z } from 'zod';
import { defineConversationChannel } from '@/channels/contract';
import { askJson, jsonOf } from '@/channels/lib/json-call';
import { isSignedBy, macOf } from '@/channels/lib/signature';
import { OPEN } from '@/domain/channel/reach';
import { fail, ok } from '@/domain/shared/result';
import { type XConfig, xConfig, xSettings } from './config';
import { connect } from './connect';
import { API, deliver, refusalOf } from './deliver';
import { fetchMedia } from './media';
import { envelope } from './payload';
import { pollMentions } from './poll';
import { readEvent } from './read-event';

const HEADER = 'x-twitter-webhooks-signature';
/** Events are signed with the same secret: what could be one is not signed for whoever asks. */
const CHALLENGE = /^[\w+/=~.-]{1,500}$/;

/** What can be a key of ours; a call with any other is known by its bytes. */
const EVENT_ID = /^[\x21-\x7e]{1,200}$/;

const POST_LENGTH = 280;
const DIRECT_LENGTH = 10_000;

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
    const id = parsed.success ? (parsed.data.data.event_uuid ?? '') : '';
    return EVENT_ID.test(id) ? `event:${id}` : null;
  },
  read: readEvent,
  fetchFile: fetchMedia,
  // X takes a file only after an upload for which the permissions of this app are not enough (contracts D.3).
  limits: (way) => ({
    text: way === 'public' ? POST_LENGTH : DIRECT_LENGTH,
    unit: 'characters',
    files: 0,
    withText: true,
    fileBytes: 0,
  }),
  reach: ({ blockedAt, isPublic, data }) => {
    if (data['encrypted'] === true) return { state: 'closed', why: 'encrypted' };
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
