import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CONFIGS } from '../../channels/configs';
import { type TelegramDouble, telegramDouble, telegramUpdate } from '../../doubles/telegram';
import { answer, askInstead, call, connected, sendSoon, takeIn, ticketOf, type World } from './support';

/** A group that becomes a supergroup is another chat from then on (Bot API, "migrate_to_chat_id"). */
const config = { ...CONFIGS.telegram, username: 'kanna_bot' };
const headers = { 'x-telegram-bot-api-secret-token': config.secretToken };
const GROUP = -42;
const SUPERGROUP = -1_001_234_567_890;

let double: TelegramDouble;
let world: World;
let account: Awaited<ReturnType<typeof connected>>['account'];
beforeAll(async () => {
  double = await telegramDouble(config.token);
  askInstead({ 'api.telegram.org': double.base });
});
afterAll(() => double.stop());
beforeEach(async () => {
  ({ world, account } = await connected('telegram', config));
  double.sent = [];
  double.migrated = new Map([[GROUP, SUPERGROUP]]);
});

const says = async (id: number, chat: number, type: string) => {
  const update = telegramUpdate(id, { chat: { id: chat, type }, text: `@kanna_bot Words ${id}` });
  await call(world, account, { bytes: JSON.stringify(update), headers });
  await takeIn(world);
};

test('an answer to a group that became a supergroup goes there, once, and the thread goes on there', async () => {
  await says(1, GROUP, 'group');
  await answer(world, await world.member());
  await sendSoon(world);
  expect(double.sent).toMatchObject([{ chat: SUPERGROUP, text: 'We send you a new one.', replyTo: null }]);
  expect(double.asked.filter(({ path }) => path.endsWith('/sendMessage'))).toHaveLength(2);
  await says(7, SUPERGROUP, 'supergroup');
  const ticket = await ticketOf(world);
  expect(ticket.messages).toMatchObject([
    { direction: 'inbound', messageId: `${GROUP}/1` },
    { direction: 'outbound', delivery: 'sent', messageId: `${SUPERGROUP}/1000` },
    { direction: 'inbound', messageId: `${SUPERGROUP}/7` },
  ]);
  const where = { workspaceId: world.workspaceId };
  const threads = await world.db.channelConversation.findMany({
    where,
    select: { key: true, isPublic: true },
  });
  expect(new Set(threads.map(({ key, isPublic }) => `${key} ${isPublic}`))).toEqual(
    new Set([`${GROUP} true`, `${SUPERGROUP} true`]),
  );
  expect(await world.db.ticket.count({ where })).toBe(1);
});

test('one that is gone there as well is refused, and asked no third time', async () => {
  await says(1, GROUP, 'group');
  await answer(world, await world.member());
  double.migrated.set(SUPERGROUP, -1_009_999_999_999);
  double.asked.length = 0;
  await sendSoon(world);
  expect(double.asked.filter(({ path }) => path.endsWith('/sendMessage'))).toHaveLength(2);
  expect((await ticketOf(world)).messages.at(-1)).toMatchObject({ delivery: 'failed' });
});
