import { expect, test } from 'vitest';
import { conversationChannel } from '@/channels/adapters';

type Kind = 'telegram' | 'whatsapp' | 'mastodon' | 'x';

/** What an adapter makes of one event: the words and what cannot be shown, or why it is none of ours. */
function shownOf(kind: Kind, config: object, event: object) {
  const adapter = conversationChannel(kind);
  if (!adapter) throw new Error(kind);
  const read = adapter.read(
    { bytes: Buffer.from(JSON.stringify(event)) } as never,
    adapter.config.parse(config),
  );
  if (!read.ok) throw new Error(read.error.detail);
  return read.value.map((each) =>
    each.kind === 'message' ? [each.message.text, each.message.unshown ?? []] : [each.kind],
  );
}

const bot = {
  token: '700001:double-token-of-the-tests',
  mode: 'poll',
  secretToken: 'secret-of-the-tests-1234567890',
};
const said = (content: object) => ({
  update_id: 1,
  message: {
    message_id: 1,
    from: { id: 5, first_name: 'Anna' },
    chat: { id: 5, type: 'private' },
    date: 1_772_442_000,
    ...content,
  },
});

test('Telegram: a poll, a throw, a story and what bots are not given say what they are; news of the chat is none', () => {
  const poll = { question: 'Which tea?', options: [{ text: 'Green' }, { text: 'Black' }] };
  expect(shownOf('telegram', bot, said({ poll }))).toEqual([['Which tea?\n– Green\n– Black', ['poll']]]);
  expect(shownOf('telegram', bot, said({ dice: { emoji: '🎯', value: 6 } }))).toEqual([['🎯 6', ['dice']]]);
  expect(shownOf('telegram', bot, said({ story: { id: 1 } }))).toEqual([['', ['story']]]);
  expect(shownOf('telegram', bot, said({ checklist: {} }))).toEqual([['', ['unsupported']]]);
  expect(shownOf('telegram', bot, said({ pinned_message: {} }))).toEqual([['ignored']]);
  const location = { latitude: 56.9, longitude: 24.1 };
  const venue = { title: 'Tea house', address: 'Riga' };
  expect(shownOf('telegram', bot, said({ location, venue }))).toEqual([
    ['Tea house\nRiga\nhttps://www.openstreetmap.org/?mlat=56.9&mlon=24.1', []],
  ]);
});

const number = {
  phoneNumberId: '10000000001',
  businessId: '20000000002',
  accessToken: 'token-of-the-double',
  appSecret: 'app_secret_of_the_tests',
  verifyToken: 'verify-token-of-the-tests',
};
const whatsapp = (message: object) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '1',
      changes: [
        {
          field: 'messages',
          value: {
            metadata: { phone_number_id: '10000000001' },
            messages: [{ from: '36301234567', id: 'wamid.A', timestamp: '1772442000', ...message }],
          },
        },
      ],
    },
  ],
});

test('WhatsApp: an order lists its items, a form its fields, and what is not passed on says so', () => {
  const order = { text: 'Soon, please', product_items: [{ product_retailer_id: 'CUP-1', quantity: 2 }] };
  expect(shownOf('whatsapp', number, whatsapp({ type: 'order', order }))).toEqual([
    ['Soon, please\n2 × CUP-1', ['order']],
  ]);
  const filled = JSON.stringify({ flow_token: 'x', size: 'large', gift: true });
  const interactive = { type: 'nfm_reply', nfm_reply: { response_json: filled } };
  expect(shownOf('whatsapp', number, whatsapp({ type: 'interactive', interactive }))).toEqual([
    ['size: large\ngift: true', []],
  ]);
  const broken = { type: 'nfm_reply', nfm_reply: { response_json: '{' } };
  for (const each of [{ type: 'unsupported' }, { type: 'interactive', interactive: broken }])
    expect(shownOf('whatsapp', number, whatsapp(each))).toEqual([['', ['unsupported']]]);
});

test('Mastodon: a poll shows what there is to choose; X: an attachment that X does not pass on is named', () => {
  const account = { id: '77', acct: 'anna@tea.example', display_name: 'Anna' };
  const status = {
    id: 's1',
    created_at: '2026-03-02T09:00:00.000Z',
    visibility: 'public',
    content: '<p>Which?</p>',
    poll: { options: [{ title: 'Cup' }, { title: 'Pot' }] },
    account,
  };
  const server = {
    server: 'https://social.test',
    accessToken: 'token-of-the-double',
    accountId: '1',
    acct: 'kanna',
  };
  expect(shownOf('mastodon', server, { id: '1', type: 'mention', account, status })).toEqual([
    ['Which?\n\n– Cup\n– Pot', ['poll']],
  ]);
  const own = {
    userId: '5000',
    consumerSecret: 'consumer_secret_test',
    bearerToken: 'bearer-token',
    accessToken: 'token-of-the-double',
  };
  const message = { text: '', attachment: { type: 'location' } };
  const event = {
    type: 'message_create',
    id: '9',
    message_create: { target: { recipient_id: '5000' }, sender_id: '42', message_data: message },
  };
  const payload = { direct_message_events: [event], users: {} };
  expect(shownOf('x', own, { data: { event_type: 'dm.received', payload } })).toEqual([
    ['', ['unsupported']],
  ]);
});
