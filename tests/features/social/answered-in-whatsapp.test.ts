import { expect, test } from 'vitest';
import { CONFIGS } from '../../channels/configs';
import { metaPush, whatsappEchoes, whatsappPush } from '../../doubles/meta-push';
import { newWorld } from '../../support/world';
import { NOW } from './meta-world';
import { call, connected, takeIn, ticketOf } from './support';

/** What a colleague writes in the WhatsApp Business app, on a number that is used there and here. */
type Fields = Record<string, unknown>;

const NUMBER = '36301234567';
const inApp = (id: string, seconds: number, over: Fields) => ({
  id: `wamid.${id}`,
  timestamp: String(NOW / 1000 + seconds),
  type: 'text',
  text: { body: `Words ${id}` },
  ...over,
});

test('an edit whose words cannot be read takes the place of nothing', async () => {
  const world = await newWorld({ mailbox: false, at: '2026-03-02T12:00:00Z' });
  const { account } = await connected('whatsapp', CONFIGS.whatsapp, world);
  const edit = { original_message_id: 'wamid.1', message: { type: 'hologram' } };
  const from = { from: NUMBER };
  const messages = [inApp('1', 0, from), inApp('2', 5, { ...from, type: 'edit', text: undefined, edit })];
  await call(world, account, metaPush(CONFIGS.whatsapp.appSecret, whatsappPush({ messages })));
  await takeIn(world);
  expect((await ticketOf(world)).messages).toMatchObject([{ text: 'Words 1', editedAt: null }]);
});

test.each([
  ['by the number', { to: NUMBER }, []],
  ['by the id', { to_user_id: 'HU.7' }, []],
  ['by the number of a contact', { to: '36300000000' }, [{ wa_id: '36300000000', user_id: 'HU.7' }]],
])('WhatsApp: written in the Business app and told %s, before and after the customer', async (...row) => {
  const [, to, contacts] = row;
  const world = await newWorld({ mailbox: false, at: '2026-03-02T12:00:00Z' });
  const { account } = await connected('whatsapp', CONFIGS.whatsapp, world);
  const push = (body: Fields) => call(world, account, metaPush(CONFIGS.whatsapp.appSecret, body));
  await push(whatsappEchoes([inApp('2', 60, to)], contacts));
  await takeIn(world);
  const from = { from: NUMBER, from_user_id: 'HU.7' };
  await push(whatsappPush({ messages: [inApp('1', 0, from)] }));
  await takeIn(world);
  await takeIn(world);
  const original_message_id = 'wamid.2';
  await push(
    whatsappEchoes(
      [
        inApp('3', 90, to),
        inApp('4', 95, { ...to, type: 'revoke', text: undefined, revoke: { original_message_id } }),
      ],
      contacts,
    ),
  );
  await push({ ...whatsappEchoes([inApp('2', 60, to)], contacts), again: 1 });
  await takeIn(world);
  const { messages } = await ticketOf(world);
  expect(messages.map(({ direction, text }) => [direction, text])).toEqual([
    ['inbound', 'Words 1'],
    ['outbound', 'Words 2'],
    ['outbound', 'Words 3'],
  ]);
  const outbound = messages.filter(({ direction }) => direction === 'outbound');
  expect(outbound.map(({ threadedBy, delivery }) => [threadedBy, delivery])).toEqual([
    ['own_app', 'sent'],
    ['own_app', 'sent'],
  ]);
  const where = { workspaceId: world.workspaceId };
  expect(await world.db.outgoingMail.count({ where: { ...where, kind: 'reply' } })).toBe(0);
  expect(await world.db.ticket.count({ where })).toBe(1);
});
