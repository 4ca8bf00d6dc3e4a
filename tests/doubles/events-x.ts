import { AT, type Examples } from './events-meta';

type Fields = Record<string, unknown>;

const ISO = new Date(AT).toISOString();
/** The account of the tests. */
const OWN = '50000000005';

const USERS = (n: number) => [{ id: `42${n}`, name: 'Anna', username: `anna${n}` }];
const envelope = (n: number, type: string, payload: Fields, includes: Fields = { users: USERS(n) }) => ({
  data: { event_uuid: `e-${n}`, filter: { user_id: '5000' }, event_type: type, tag: 't', payload, includes },
});
const posted =
  (type: string, over: Fields = {}, includes?: Fields) =>
  (n: number) => {
    const written = {
      id: `7${n}`,
      text: '@kanna my kettle hums 🫖',
      author_id: `42${n}`,
      conversation_id: `7${n}`,
    };
    return envelope(n, type, { ...written, created_at: ISO, ...over }, includes);
  };
const direct = (type: string, data: Fields) => (n: number) => {
  const target = { recipient_id: '5000' };
  const made = { target, sender_id: `42${n}`, message_data: { text: 'Psst', entities: {}, ...data } };
  const event = {
    type: 'message_create',
    id: `9${n}`,
    created_timestamp: String(AT + n),
    message_create: made,
  };
  const users = { [`42${n}`]: { data: { id: `42${n}`, username: `anna${n}`, name: 'Anna' } } };
  return envelope(n, type, { direct_message_events: [event], users });
};
/** As it is fetched ("Get DM events"), in case its call was lost. */
const fetched =
  (over: Fields = {}) =>
  (n: number) => {
    const written = { id: `9${n}`, event_type: 'MessageCreate', text: 'Psst 🫖', sender_id: `42${n}` };
    const payload = { ...written, dm_conversation_id: `42${n}-${OWN}`, created_at: ISO, ...over };
    return envelope(n, 'dm.fetched', payload, { users: USERS(n), media: [picture] });
  };
const picture = { media_key: '3_1', type: 'photo', url: 'https://pbs.twimg.com/public/gone.png' };
const film = {
  media_key: '3_1',
  type: 'video',
  preview_image_url: 'https://pbs.twimg.com/public/gone.png',
  variants: [
    { content_type: 'video/mp4', url: 'https://video.twimg.com/public/gone.mp4', bit_rate: 832_000 },
  ],
};
const guarded = { type: 'photo', media_url_https: 'https://ton.twitter.com/private/gone.png' };

export const xEvents: Examples = {
  mention: posted('post.mention.create'),
  reply: posted('post.reply.create', { referenced_tweets: [{ type: 'replied_to', id: '1' }] }),
  quote: posted('post.reply.create', { referenced_tweets: [{ type: 'quoted', id: '1' }] }),
  named: posted('post.reply.create', { entities: { mentions: [{ id: '5000', username: 'kanna' }] } }),
  picture: posted('post.mention.create', { attachments: { media_keys: ['3_1'] } }, { media: [picture] }),
  film: posted('post.mention.create', { attachments: { media_keys: ['3_1'] } }, { media: [film] }),
  own: posted('post.mention.create', { author_id: OWN }),
  appEcho: posted('post.reply.create', {
    author_id: OWN,
    referenced_tweets: [{ type: 'replied_to', id: '70' }],
  }),
  appEchoPicture: posted(
    'post.reply.create',
    {
      author_id: OWN,
      referenced_tweets: [{ type: 'replied_to', id: '70' }],
      attachments: { media_keys: ['3_1'] },
    },
    { media: [picture] },
  ),
  fetchedDirect: fetched(),
  fetchedPicture: fetched({ attachments: { media_keys: ['3_1'] } }),
  fetchedOwn: fetched({ sender_id: OWN }),
  fetchedAmongSeveral: fetched({ dm_conversation_id: '1-2-3' }),
  fetchedJoin: fetched({ event_type: 'ParticipantsJoin' }),
  direct: direct('dm.received', {}),
  directPicture: direct('dm.received', { attachment: { type: 'media', media: guarded } }),
  directSent: direct('dm.sent', {}),
  appEchoDirect: (n) => {
    const made = { target: { recipient_id: `42${n}` }, sender_id: OWN };
    const message_create = { ...made, message_data: { text: 'Yes, since Monday', entities: {} } };
    const event = { type: 'message_create', id: `9${n}`, created_timestamp: String(AT + n), message_create };
    return envelope(n, 'dm.sent', { direct_message_events: [event], users: {} });
  },
  read: (n) =>
    envelope(n, 'dm.read', {
      direct_message_mark_read_events: [{ created_timestamp: String(AT), sender_id: `42${n}`, target: {} }],
    }),
  typing: (n) => envelope(n, 'dm.indicate_typing', { direct_message_indicate_typing_events: [] }),
  encrypted: (n) =>
    envelope(n, 'chat.received', {
      id: `c-${n}`,
      conversation_id: `42${n}-5000`,
      sender_id: `42${n}`,
      created_at_msec: String(AT),
    }),
  revoked: (n) => envelope(n, 'oauth.revoke', { date_time: ISO }),
};
