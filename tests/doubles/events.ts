import {
  AT,
  type Examples,
  facebookEvents,
  instagramEvents,
  messengerEvents,
  whatsappEvents,
} from './events-meta';
import { xEvents } from './events-x';

type Fields = Record<string, unknown>;

const ISO = new Date(AT).toISOString();
const SECONDS = AT / 1000;

const person = (n: number) => ({
  id: 100_000 + n,
  is_bot: false,
  first_name: 'Anna',
  last_name: 'Ozola',
  username: `anna_${n}`,
  language_code: 'lv',
});
const message = (n: number, over: Fields) => ({
  message_id: n,
  from: person(n),
  chat: { id: 100_000 + n, first_name: 'Anna', type: 'private' },
  date: SECONDS + n,
  ...over,
});
const update = (over: Fields) => (n: number) => ({ update_id: 5000 + n, message: message(n, over) });
const file = (over: Fields = {}) => ({ file_id: 'gone', file_unique_id: 'g', file_size: 10, ...over });
const group = { chat: { id: -100, type: 'supergroup', title: 'Kettle fans' } };
const membership = (status: string) => (n: number) => ({
  update_id: 5000 + n,
  my_chat_member: {
    chat: { id: 100_000 + n, type: 'private' },
    from: person(n),
    date: SECONDS + n,
    old_chat_member: { status: 'member' },
    new_chat_member: { status },
  },
});

const reacted = (n: number, over: Fields) => ({
  update_id: 5000 + n,
  message_reaction: {
    chat: { id: 100_000 + n, type: 'private' },
    message_id: 1,
    user: person(n),
    date: SECONDS + n,
    old_reaction: [],
    new_reaction: [{ type: 'emoji', emoji: '👍' }],
    ...over,
  },
});

const telegramEvents: Examples = {
  text: update({ text: 'Sveiki! 🫖', entities: [{ type: 'bold', offset: 0, length: 6 }] }),
  photo: update({ caption: 'Look', photo: [file({ width: 90 }), file({ width: 900 })] }),
  document: update({ document: file({ file_name: 'invoice.pdf', mime_type: 'application/pdf' }) }),
  voice: update({ voice: file({ duration: 3, mime_type: 'audio/ogg' }) }),
  video: update({ video: file({ duration: 3 }) }),
  round: update({ video_note: file() }),
  audio: update({ audio: file({ file_name: 'song.mp3' }) }),
  animation: update({ animation: file(), document: file() }),
  sticker: update({ sticker: file({ emoji: '🙂' }) }),
  location: update({ location: { latitude: 56.95, longitude: 24.1 } }),
  contact: update({ contact: { phone_number: '+37126112233', first_name: 'Jānis' } }),
  poll: update({ poll: { id: '1', question: 'Which?', options: [{ text: 'red', voter_count: 0 }] } }),
  dice: update({ dice: { emoji: '🎲', value: 3 } }),
  venue: update({ venue: { title: 'Shop', address: 'Brīvības 1', location: { latitude: 1, longitude: 2 } } }),
  answer: update({ text: 'This', reply_to_message: { message_id: 1, from: person(1) } }),
  album: update({ media_group_id: '7', photo: [file()] }),
  edited: (n) => ({
    update_id: 5000 + n,
    edited_message: message(n, { text: 'changed', edit_date: SECONDS + n + 60 }),
  }),
  blocked: membership('kicked'),
  unblocked: membership('member'),
  mentioned: update({ ...group, text: '@kanna_bot where is it?', message_thread_id: 9 }),
  chatter: update({ ...group, text: 'nice weather' }),
  moved: update({ ...group, migrate_to_chat_id: -1001 }),
  movedHere: update({ ...group, chat: { ...group.chat, id: -1001 }, migrate_from_chat_id: -100 }),
  robot: (n) => update({ from: { ...person(n), is_bot: true } })(n),
  channelPost: (n) => ({
    update_id: 5000 + n,
    channel_post: message(n, { chat: { id: -5, type: 'channel' } }),
  }),
  reaction: (n) => ({
    update_id: 5000 + n,
    message_reaction: {
      chat: { id: 1, type: 'private' },
      message_id: 1,
      user: person(n),
      date: SECONDS + n,
      old_reaction: [],
      new_reaction: [{ type: 'emoji', emoji: '👍' }],
    },
  }),
  unreaction: (n) => reacted(n, { new_reaction: [] }),
  reactionOfOwnEmoji: (n) => reacted(n, { new_reaction: [{ type: 'custom_emoji', custom_emoji_id: '5' }] }),
  reactionAsChat: (n) =>
    reacted(n, { user: undefined, actor_chat: { id: -7, type: 'channel', title: 'Kettle fans' } }),
  reactionOfNobody: (n) => reacted(n, { user: undefined }),
  button: (n) => ({ update_id: 5000 + n, callback_query: { id: '1', from: person(n), data: 'yes' } }),
};

const notified =
  (type: string, over: Fields = {}) =>
  (n: number) => {
    const account = { id: `77${n}`, acct: `anna${n}@tea.example`, display_name: 'Anna', bot: false };
    const status = {
      id: `s${n}`,
      uri: `https://tea.example/s/${n}`,
      url: `https://tea.example/@anna/${n}`,
      created_at: ISO,
      visibility: 'public',
      content: '<p><a href="https://own.test/@kanna">@kanna</a> Where is my <b>kettle</b>?</p>',
      spoiler_text: '',
      language: 'lv',
      mentions: [{ id: '1', acct: 'kanna', username: 'kanna', url: 'https://own.test/@kanna' }],
      media_attachments: [],
      account,
      ...over,
    };
    return { id: String(n), type, created_at: ISO, account, status };
  };
const OWN = { id: '1', acct: 'kanna', display_name: 'Kanna', bot: false };
const shown = { type: 'image', url: 'https://files.own.test/gone.png', description: 'the kettle' };

const mastodonEvents: Examples = {
  mention: notified('mention'),
  direct: notified('mention', { visibility: 'direct' }),
  unlisted: notified('mention', { visibility: 'unlisted', spoiler_text: 'kettles' }),
  followers: notified('mention', { visibility: 'private' }),
  answer: notified('mention', { in_reply_to_id: 's0', in_reply_to_account_id: '1' }),
  picture: notified('mention', { media_attachments: [shown, { ...shown, type: 'gifv' }] }),
  changed: notified('update', { edited_at: new Date(AT + 60_000).toISOString() }),
  readAgain: notified('read_again', { edited_at: new Date(AT + 60_000).toISOString() }),
  gone: (n) => ({ id: `s${n}`, type: 'gone', at: ISO }),
  appEcho: notified('own', { in_reply_to_id: 's0', account: OWN }),
  appEchoPicture: notified('own', {
    in_reply_to_id: 's0',
    account: OWN,
    media_attachments: [shown],
    content: '',
  }),
  ownPost: notified('own', { account: OWN }),
  boost: notified('reblog'),
  favourite: notified('favourite'),
  poll: notified('poll', { poll: { id: '1', options: [] } }),
  follow: (n) => ({ id: String(n), type: 'follow', created_at: ISO, account: { id: '7', acct: 'b' } }),
};

const said =
  (type: string, over: Fields = {}) =>
  (n: number) => ({
    type,
    data: {
      id: `m-${n}`,
      conversationId: `c-${n}`,
      customer: {
        id: `u-${n}`,
        name: 'Anna Ozola',
        email: `a${n}@tea.example`,
        phone: '+37126112233',
        language: 'lv',
      },
      text: 'Sveiki! 🫖',
      sentAt: ISO,
      ...over,
    },
  });
const about =
  (type: string, over: Fields = {}) =>
  (n: number) => ({
    type,
    data: { id: `m-${n}`, conversationId: `c-${n}`, at: ISO, ...over },
  });
const inside = { name: 'log.txt', type: 'text/plain', content: 'ZXJyb3I=' };
const outside = { name: 'gone.png', type: 'image/png', url: 'https://files.own.test/gone.png' };

const apiEvents: Examples = {
  created: said('message.created'),
  files: said('message.created', { files: [inside, outside], inReplyTo: 'm-0' }),
  updated: said('message.updated', { updatedAt: ISO }),
  deleted: about('message.deleted'),
  delivered: about('message.delivered'),
  read: about('message.read'),
  failed: about('message.failed', { reason: 'gone' }),
  seen: about('conversation.read', { upTo: ISO }),
  closed: about('conversation.closed'),
  reopened: about('conversation.reopened'),
};

/** One valid call for every kind of event, by channel (contracts D). */
export const EVENTS = {
  messenger: messengerEvents,
  instagram: instagramEvents,
  facebook: facebookEvents,
  whatsapp: whatsappEvents,
  telegram: telegramEvents,
  x: xEvents,
  mastodon: mastodonEvents,
  api: apiEvents,
} as const;
