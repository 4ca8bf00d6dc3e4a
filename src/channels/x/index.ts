import { defineConversationChannel } from '@/channels/contract';
import { jsonOf } from '@/channels/lib/json-call';
import { isSignedBy, macOf } from '@/channels/lib/signature';
import { OPEN } from '@/domain/channel/reach';
import { check } from './check';
import { type XConfig, xConfig, xSettings } from './config';
import { connect } from './connect';
import { deliver } from './deliver';
import { fetchMedia } from './media';
import { envelope } from './payload';
import { pollMentions } from './poll';
import { readEvent } from './read-event';

const HEADER = 'x-twitter-webhooks-signature';
/** Events are signed with the same secret: what could be one is not signed for whoever asks. */
const CHALLENGE = /^[\w+/=~.-]{1,500}$/;

/** What can be a key of ours; a call with any other is known by its bytes. */
const EVENT_ID = /^[\x21-\x7e]{1,200}$/;

const POST = { text: 280, files: 4 };
const DIRECT = { text: 10_000, files: 1 };
/** What one upload takes; films would have to be sent in pieces (X API, "Media best practices"). */
const PICTURES = ['image/jpeg', 'image/png', 'image/webp'];

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
  limits: (way) => ({
    ...(way === 'public' ? POST : DIRECT),
    unit: 'characters',
    withText: true,
    types: PICTURES,
    fileBytes: 5 * 1024 * 1024,
  }),
  reach: ({ blockedAt, isPublic, data }) => {
    if (data['encrypted'] === true) return { state: 'closed', why: 'encrypted' };
    if (blockedAt) return { state: 'closed', why: 'blocked' };
    return isPublic && data['summoned'] !== true ? { state: 'closed', why: 'not_summoned' } : OPEN;
  },
  deliver,
  poll: pollMentions,
  check,
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
