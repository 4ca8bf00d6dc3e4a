import { CONFIGS } from '../../channels/configs';
import { mention } from '../../doubles/mastodon';
import { whatsappPush } from '../../doubles/meta-push';
import { telegramUpdate } from '../../doubles/telegram';

/** Threads as vendors tell of them: what somebody writes, changes and takes back, a call each, and what comes of it. */
export type Fields = Record<string, unknown>;
export type Said = Readonly<{ id: string; text: string; deleted?: true }>;
/** What happens in a thread of somebody's, each a call of its own, and what stands on the ticket in the end. */
type Story = (n: number) => Readonly<{ events: readonly Fields[]; ends: readonly Said[] }>;

const AT = Date.parse('2026-03-02T09:00:00Z');
const SECOND = 1000;
const PAGE = CONFIGS.messenger.pageId;
const INSTAGRAM = CONFIGS.instagram.accountId;

const page = (entry: Fields) => ({ object: 'page', entry: [{ id: PAGE, time: AT, ...entry }] });
const picture = (entry: Fields) => ({ object: 'instagram', entry: [{ id: INSTAGRAM, time: AT, ...entry }] });

/** Private messages: one that is changed twice, one that is taken back, and one more. */
const privately =
  (wrap: (entry: Fields) => Fields, to: string): Story =>
  (n) => {
    const event = (seconds: number, over: Fields) =>
      wrap({
        messaging: [
          { sender: { id: `P-${n}` }, recipient: { id: to }, timestamp: AT + seconds * SECOND, ...over },
        ],
      });
    return {
      events: [
        event(0, { message: { mid: `m1-${n}`, text: 'Is the red ketle back?' } }),
        event(60, { message_edit: { mid: `m1-${n}`, text: 'Is the red kettle back?', num_edit: 1 } }),
        event(90, { message_edit: { mid: `m1-${n}`, text: 'Is the blue kettle back?', num_edit: 2 } }),
        event(20, { message: { mid: `m2-${n}`, text: 'My card number is 4111' } }),
        event(30, { message: { mid: `m2-${n}`, is_deleted: true } }),
        event(40, { message: { mid: `m3-${n}`, text: 'Thank you so much for looking' } }),
      ],
      ends: [
        { id: `m1-${n}`, text: 'Is the blue kettle back?' },
        { id: `m2-${n}`, text: '', deleted: true },
        { id: `m3-${n}`, text: 'Thank you so much for looking' },
      ],
    };
  };

const facebook: Story = (n) => {
  const root = `${PAGE}_${n}0`;
  const change = (seconds: number, over: Fields) =>
    page({
      changes: [
        {
          field: 'feed',
          value: {
            item: 'comment',
            verb: 'add',
            post_id: `${PAGE}_1`,
            parent_id: `${PAGE}_1`,
            from: { id: `FB-${n}`, name: 'Jānis' },
            created_time: AT / SECOND + seconds,
            ...over,
          },
        },
      ],
    });
  const below = { comment_id: `${root}1`, parent_id: root };
  const gone = { comment_id: `${root}2`, parent_id: root };
  return {
    events: [
      change(0, { comment_id: root, message: 'Kad bus tejkannas?' }),
      change(60, { comment_id: root, verb: 'edited', message: 'Kad būs tējkannas?' }),
      change(20, { ...below, message: 'Un cik tās maksā?' }),
      change(30, { ...gone, message: 'Mans numurs ir 26112233' }),
      change(40, { ...gone, verb: 'remove', from: undefined }),
    ],
    ends: [
      { id: root, text: 'Kad būs tējkannas?' },
      { id: `${root}1`, text: 'Un cik tās maksā?' },
      { id: `${root}2`, text: '', deleted: true },
    ],
  };
};

const instagramComments: Story = (n) => {
  const value = (seconds: number, over: Fields) => {
    const from = { id: `IG-${n}`, username: `anna${n}` };
    return { ...picture({ field: 'comments', value: { from, media: { id: 'M1' }, ...over } }), seconds };
  };
  const at = ({ seconds, entry, ...call }: ReturnType<typeof value>) => ({
    ...call,
    entry: [{ ...(entry as Fields[])[0], time: AT + seconds * SECOND }],
  });
  return {
    events: [
      at(value(0, { id: `c1-${n}`, text: 'So pretty! Is it red?' })),
      at(value(20, { id: `c2-${n}`, parent_id: `c1-${n}`, text: 'And do you ship to Riga?' })),
      at(value(40, { id: `c3-${n}`, parent_id: `c1-${n}`, text: 'I would take two of them' })),
    ],
    ends: [
      { id: `c1-${n}`, text: 'So pretty! Is it red?' },
      { id: `c2-${n}`, text: 'And do you ship to Riga?' },
      { id: `c3-${n}`, text: 'I would take two of them' },
    ],
  };
};

const x: Story = (n) => {
  const post = (seconds: number, type: string, over: Fields) => ({
    event_uuid: `e-${n}-${seconds}`,
    event_type: type,
    payload: {
      author_id: `42${n}`,
      conversation_id: `1${n}`,
      created_at: new Date(AT + seconds * SECOND).toISOString(),
      ...over,
    },
    includes: { users: [{ id: `42${n}`, name: 'Anna', username: `anna${n}` }] },
  });
  const answering = (id: string) => ({ referenced_tweets: [{ type: 'replied_to', id }] });
  return {
    events: [
      post(0, 'post.mention.create', { id: `1${n}`, text: '@kanna my kettle hums' }),
      post(20, 'post.reply.create', { id: `2${n}`, text: 'It hums in C minor', ...answering(`1${n}`) }),
      post(40, 'post.reply.create', {
        id: `3${n}`,
        text: 'Is this normal for kettles?',
        ...answering(`2${n}`),
      }),
    ],
    ends: [
      { id: `1${n}`, text: '@kanna my kettle hums' },
      { id: `2${n}`, text: 'It hums in C minor' },
      { id: `3${n}`, text: 'Is this normal for kettles?' },
    ],
  };
};

const xDirect: Story = (n) => {
  const direct = (seconds: number, text: string) => ({
    event_uuid: `d-${n}-${seconds}`,
    event_type: 'dm.received',
    payload: {
      direct_message_events: [
        {
          type: 'message_create',
          id: `d${seconds}-${n}`,
          created_timestamp: String(AT + seconds * SECOND),
          message_create: {
            target: { recipient_id: CONFIGS.x.userId },
            sender_id: `42${n}`,
            message_data: { text },
          },
        },
      ],
    },
  });
  return {
    events: [
      direct(0, 'My order is 1234'),
      direct(20, 'It never arrived here'),
      direct(40, 'Where may it be?'),
    ],
    ends: [
      { id: `d0-${n}`, text: 'My order is 1234' },
      { id: `d20-${n}`, text: 'It never arrived here' },
      { id: `d40-${n}`, text: 'Where may it be?' },
    ],
  };
};

const mastodon: Story = (n) => {
  const account = { id: `77${n}`, acct: `anna${n}@tea.example`, display_name: 'Anna', bot: false };
  const post = (seconds: number, text: string, over: Fields) => ({
    ...mention(`${n}${seconds}`, text, {
      account,
      created_at: new Date(AT + seconds * SECOND).toISOString(),
      mentions: [{ id: CONFIGS.mastodon.accountId, acct: CONFIGS.mastodon.acct }],
      ...over,
    }),
  });
  const edited = (seconds: number, text: string) => ({
    ...post(0, text, { id: `s1-${n}`, edited_at: new Date(AT + seconds * SECOND).toISOString() }),
    id: `${n}9${seconds}`,
    type: 'update',
  });
  return {
    events: [
      post(0, 'Where is my ketle?', { id: `s1-${n}` }),
      edited(60, 'Where is my kettle?'),
      edited(90, 'Where is my red kettle?'),
      post(20, 'It should be here by now', { id: `s2-${n}`, in_reply_to_id: `s1-${n}` }),
      post(40, 'Nobody rang at the door', { id: `s3-${n}`, in_reply_to_id: `s2-${n}` }),
    ],
    ends: [
      { id: `s1-${n}`, text: 'Where is my red kettle?' },
      { id: `s2-${n}`, text: 'It should be here by now' },
      { id: `s3-${n}`, text: 'Nobody rang at the door' },
    ],
  };
};

const whatsapp: Story = (n) => {
  const told = (seconds: number, type: string, over: Fields) =>
    whatsappPush({
      messages: [
        {
          from_user_id: `HU.${n}`,
          id: `wamid.${seconds}-${n}`,
          timestamp: String(AT / SECOND + seconds),
          type,
          ...over,
        },
      ],
    });
  const sent = (seconds: number, body: string) => told(seconds, 'text', { text: { body } });
  const edited = (seconds: number, of: number, body: string) => {
    const message = { context: { id: 'wamid.other' }, type: 'text', text: { body } };
    return told(seconds, 'edit', { edit: { original_message_id: `wamid.${of}-${n}`, message } });
  };
  const revoked = (seconds: number, of: number) =>
    told(seconds, 'revoke', { revoke: { original_message_id: `wamid.${of}-${n}` } });
  return {
    events: [
      sent(0, 'Jó napot kívánok!'),
      edited(60, 0, 'Jó estét!'),
      edited(90, 0, 'Jó estét kívánok!'),
      sent(20, 'A kártyám száma 4111'),
      revoked(30, 20),
      sent(40, 'Mit kell tennem?'),
    ],
    ends: [
      { id: `wamid.0-${n}`, text: 'Jó estét kívánok!' },
      { id: `wamid.20-${n}`, text: '', deleted: true },
      { id: `wamid.40-${n}`, text: 'Mit kell tennem?' },
    ],
  };
};

const telegram: Story = (n) => {
  const chat = 100_000 + n;
  const update = (id: number, text: string) =>
    telegramUpdate(n * 10 + id, { message_id: id, date: AT / SECOND + id * 10, text }, { id: chat });
  const edited = (id: number, seconds: number, text: string) => ({
    update_id: n * 10 + id,
    edited_message: { ...(update(1, text)['message'] as Fields), edit_date: AT / SECOND + seconds },
  });
  return {
    events: [
      update(1, 'Mana tejkanna'),
      edited(5, 60, 'Mana tējkanna'),
      edited(6, 90, 'Mana sarkanā tējkanna'),
      update(2, 'vairs nesilda ūdeni'),
    ],
    ends: [
      { id: `${chat}/1`, text: 'Mana sarkanā tējkanna' },
      { id: `${chat}/2`, text: 'vairs nesilda ūdeni' },
    ],
  };
};

const api: Story = (n) => {
  const instant = (seconds: number) => new Date(AT + seconds * SECOND).toISOString();
  const message = (id: string, text: string, seconds: number) => ({
    id: `${id}-${n}`,
    conversationId: `c-${n}`,
    customer: { id: `u-${n}`, name: 'Anna' },
    text,
    sentAt: instant(seconds),
  });
  return {
    events: [
      { type: 'message.created', data: message('a', 'It is brocken', 0) },
      { type: 'message.updated', data: { ...message('a', 'It is broken', 0), updatedAt: instant(60) } },
      { type: 'message.created', data: message('b', 'My password is 1234', 20) },
      { type: 'message.deleted', data: { id: `b-${n}`, at: instant(30) } },
      { type: 'message.created', data: message('c', 'What can I do now?', 40) },
    ],
    ends: [
      { id: `a-${n}`, text: 'It is broken' },
      { id: `b-${n}`, text: '', deleted: true },
      { id: `c-${n}`, text: 'What can I do now?' },
    ],
  };
};

export const STORIES = {
  messenger: ['messenger', privately(page, PAGE)],
  'instagram in private': ['instagram', privately(picture, INSTAGRAM)],
  'instagram comments': ['instagram', instagramComments],
  facebook: ['facebook', facebook],
  x: ['x', x],
  'x in private': ['x', xDirect],
  mastodon: ['mastodon', mastodon],
  whatsapp: ['whatsapp', whatsapp],
  telegram: ['telegram', telegram],
  api: ['api', api],
} as const satisfies Record<string, readonly [keyof typeof CONFIGS, Story]>;
