import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { calendarInput } from '@/features/sla/inputs';
import { type TelegramDouble, telegramDouble, telegramUpdate } from '../../doubles/telegram';
import { OFFICE_WEEK } from '../sla/support';
import {
  answer,
  askInstead,
  call,
  connected,
  sendAll,
  sendSoon,
  takeIn,
  ticketOf,
  type World,
} from './support';

const SECRET = 'the-secret-of-our-webhook';
const config = { token: '700001:double-token-of-the-tests', secretToken: SECRET, username: 'kanna_bot' };
const signed = { 'x-telegram-bot-api-secret-token': SECRET };

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
  Object.assign(double, { tooMany: 0, broken: 0, sent: [], webhook: null, updates: [] });
  double.blocked.clear();
});

const bring = (update: object) => call(world, account, { bytes: JSON.stringify(update), headers: signed });

test('a message becomes a ticket of the person who wrote it, in their language', async () => {
  expect((await bring(telegramUpdate(1))).status).toBe(200);
  await takeIn(world);
  const ticket = await ticketOf(world);
  expect(ticket).toMatchObject({ channel: 'telegram', status: 'new', language: 'lv' });
  expect(ticket.requester.displayName).toBe('Anna Ozola');
  expect(ticket.requester.identities).toMatchObject([{ kind: 'telegram', value: '42', label: '@anna_o' }]);
  expect(ticket.messages).toMatchObject([{ direction: 'inbound', messageId: '42/1', channel: 'telegram' }]);
});

test('who writes is told at once, in their chat and language, when to expect an answer; once, and never about old words', async () => {
  const { db, workspaceId } = world;
  const calendar = { name: 'Office', timeZone: 'Europe/Riga', week: OFFICE_WEEK, standard: true };
  await saveCalendar(await world.member({ role: 'admin' }), calendarInput.parse(calendar));
  await db.workspace.update({
    where: { id: workspaceId },
    data: { answerWithinHours: 2, timeZone: 'Europe/Riga' },
  });
  const date = Math.floor(world.now().getTime() / 1000);
  await bring(telegramUpdate(1, { date }));
  await takeIn(world);
  await sendAll(world);
  const ticket = await ticketOf(world);
  const said = expect.stringMatching(
    new RegExp(
      `^Paldies, ka rakstījāt\\. Jūsu pieprasījuma numurs ir ${ticket.number}\\. Mūsu atbildi saņemsiet`,
    ),
  );
  expect(double.sent).toMatchObject([{ chat: 42, text: said }]);
  expect(await db.ticketPromise.findMany({ where: { workspaceId } })).toMatchObject([
    {
      ticketId: ticket.id,
      about: 'answer',
      source: 'general',
      openAs: 'answer',
      toldById: ticket.messages[1]?.id,
    },
  ]);
  expect(ticket).toMatchObject({ status: 'new', firstRepliedAt: null });
  await bring(telegramUpdate(2, { date: date + 60 }));
  await takeIn(world);
  await sendAll(world);
  expect(double.sent).toHaveLength(1);
  await bring(
    telegramUpdate(3, { date: date - 86_400, chat: { id: 77, type: 'private' }, from: { id: 77 } }),
  );
  await takeIn(world);
  await sendAll(world);
  expect(double.sent).toHaveLength(1);
});

test('the same update twice, and one that nobody signed, change nothing', async () => {
  await bring(telegramUpdate(1));
  expect((await bring(telegramUpdate(1))).status).toBe(200);
  const forged = await call(world, account, {
    bytes: JSON.stringify(telegramUpdate(2)),
    headers: { 'x-telegram-bot-api-secret-token': 'guessed' },
  });
  expect(forged.status).toBe(403);
  await takeIn(world);
  expect((await ticketOf(world)).messages).toHaveLength(1);
  const light = await world.db.channelAccount.findFirst({ where: { id: account.id } });
  expect(light?.health).toBe('healthy');
});

test('what comes in the wrong order stands in the right one', async () => {
  await bring(telegramUpdate(2, { text: 'second' }));
  await bring(telegramUpdate(1, { text: 'first' }));
  await bring(telegramUpdate(3, { text: 'third' }));
  await takeIn(world);
  expect((await ticketOf(world)).messages.map(({ text }) => text)).toEqual(['first', 'second', 'third']);
});

test('an answer goes to the same chat, once, and the next message comes back to the same ticket', async () => {
  const agent = await world.member();
  await bring(telegramUpdate(1));
  await takeIn(world);
  expect(await answer(world, agent)).toMatchObject({ ok: true });
  await sendAll(world);
  expect(double.sent).toEqual([]);
  await sendSoon(world);
  await sendAll(world);
  expect(double.sent).toEqual([
    { method: 'sendMessage', chat: 42, text: 'We send you a new one.', file: null, replyTo: null },
  ]);
  expect((await ticketOf(world)).messages.at(-1)).toMatchObject({
    direction: 'outbound',
    delivery: 'sent',
    channel: 'telegram',
  });
  await bring(telegramUpdate(5, { text: 'Paldies, gaidīšu!' }));
  await takeIn(world);
  const ticket = await ticketOf(world);
  expect(ticket.messages).toHaveLength(3);
  expect(ticket.status).toBe('open');
});

test('a text that is too long leaves in parts, in their order, and a try that is cut short goes on where it ended', async () => {
  const agent = await world.member();
  await bring(telegramUpdate(1));
  await takeIn(world);
  const sentence = 'This is one sentence of a very long answer. ';
  await answer(world, agent, { html: `<p>${sentence.repeat(200)}</p>` });
  world.pass(11);
  const sending = sendAll(world);
  await sending;
  expect(double.sent).toHaveLength(3);
  expect(double.sent.map(({ text }) => text).join(' ')).toBe(sentence.repeat(200).trim());
});

test('a vendor that is overrun is asked again after the time it names, and nothing leaves twice', async () => {
  const agent = await world.member();
  await bring(telegramUpdate(1));
  await takeIn(world);
  await answer(world, agent);
  double.tooMany = 1;
  await sendSoon(world);
  expect(double.sent).toHaveLength(0);
  world.pass(5);
  await sendAll(world);
  expect(double.sent).toHaveLength(0);
  world.pass(3);
  await sendAll(world);
  expect(double.sent).toHaveLength(1);
  expect((await ticketOf(world)).messages.at(-1)).toMatchObject({ delivery: 'sent' });
});

test('a later answer waits for an earlier one that is still tried', async () => {
  const agent = await world.member();
  await bring(telegramUpdate(1));
  await takeIn(world);
  await answer(world, agent, { html: '<p>one</p>' });
  world.pass(1);
  await answer(world, agent, { html: '<p>two</p>' });
  double.broken = 1;
  await sendSoon(world);
  expect(double.sent).toEqual([]);
  world.pass(6);
  await sendAll(world);
  world.pass(6);
  await sendAll(world);
  expect(double.sent.map(({ text }) => text)).toEqual(['one', 'two']);
});

test('somebody who blocked the bot cannot be reached, and it is said why', async () => {
  const agent = await world.member();
  await bring(telegramUpdate(1));
  await takeIn(world);
  await answer(world, agent);
  double.blocked.add(42);
  await sendSoon(world);
  const message = (await ticketOf(world)).messages.at(-1);
  expect(message).toMatchObject({
    delivery: 'failed',
    deliveryDetail: '@anna_o: Forbidden: bot was blocked by the user',
  });
  expect(await answer(world, agent)).toEqual({
    ok: false,
    error: { code: 'channel.closed', why: 'blocked' },
  });
  const member = {
    chat: { id: 42, type: 'private' },
    from: { id: 42 },
    date: 1_772_442_100,
    new_chat_member: { status: 'member' },
  };
  await bring({ update_id: 9, my_chat_member: member });
  await takeIn(world);
  expect(await answer(world, agent)).toMatchObject({ ok: true });
});

test('files are fetched at once, and one that is gone is named', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  double.files.set('photo-large', { path: 'photos/file_1.png', bytes: png });
  const photo = [
    { file_id: 'photo-small', file_size: 10 },
    { file_id: 'photo-large', file_size: png.byteLength },
  ];
  await bring(telegramUpdate(1, { text: '', caption: 'Look', photo }));
  await bring(
    telegramUpdate(2, { text: '', document: { file_id: 'gone', file_name: 'invoice.pdf', file_size: 3 } }),
  );
  await bring(
    telegramUpdate(3, {
      text: '',
      document: { file_id: 'huge', file_name: 'film.mp4', file_size: 21 * 1024 * 1024 },
    }),
  );
  await takeIn(world);
  const { messages } = await ticketOf(world);
  expect(messages[0]).toMatchObject({
    text: 'Look',
    attachments: [{ name: 'photo.jpg', type: 'image/png' }],
  });
  expect(messages[1]?.headers).toEqual({ 'missing-files': ['invoice.pdf'] });
  expect(messages[2]?.headers).toEqual({ 'missing-files': ['film.mp4'] });
});

test('an edited message shows its last words, however the edits come, and keeps the first in the history', async () => {
  await bring(telegramUpdate(1, { text: 'befor' }));
  const edited = (id: number, at: number, text: string) => {
    const { message } = telegramUpdate(1, { text, edit_date: 1_772_442_001 + at });
    return { update_id: id, edited_message: message };
  };
  await bring(edited(4, 20, 'after, again'));
  await bring(edited(3, 10, 'after'));
  await takeIn(world);
  const ticket = await ticketOf(world);
  expect(ticket.messages).toHaveLength(1);
  expect(ticket.messages[0]).toMatchObject({ text: 'after, again' });
  const { workspaceId } = world;
  const events = await world.db.ticketEvent.findMany({ where: { workspaceId, type: 'message.edited' } });
  expect(events.map(({ data }) => data)).toMatchObject([{ from: 'befor' }]);
});

test('our own messages, other robots, channels and what a group says among itself are left alone', async () => {
  const group = { chat: { id: -100, type: 'supergroup', title: 'Kettle fans' } };
  await bring(telegramUpdate(1, {}, { id: 700001 }));
  await bring({ update_id: 2, channel_post: { message_id: 1, chat: { id: -5, type: 'channel' }, date: 1 } });
  await bring(telegramUpdate(3, { ...group, text: 'nice weather' }));
  await takeIn(world);
  const { workspaceId } = world;
  expect(await world.db.ticket.count({ where: { workspaceId } })).toBe(0);
  await bring(telegramUpdate(4, { ...group, text: '@kanna_bot where is my kettle?' }));
  expect(await takeIn(world)).toEqual([{ ok: true }]);
  expect((await ticketOf(world)).messages[0]?.conversation).toMatchObject({ isPublic: true });
  const agent = await world.member();
  await answer(world, agent);
  await sendSoon(world);
  expect(double.sent).toMatchObject([{ chat: -100, replyTo: 4 }]);
});

test('bytes that are no update wait for an admin, whole', async () => {
  for (const bytes of [
    '',
    '[]',
    '{"update_id":"x"}',
    '{"update_id":1,"message":{"chat":7}}',
    '\u0000',
    '{'.repeat(10_000),
  ]) {
    expect((await call(world, account, { bytes, headers: signed })).status).toBe(200);
  }
  await takeIn(world);
  const { workspaceId } = world;
  const raw = await world.db.rawInbound.findMany({ where: { workspaceId } });
  expect(raw).toHaveLength(6);
  expect(new Set(raw.map(({ state }) => state))).toEqual(new Set(['held']));
  expect(raw.every(({ reason }) => reason?.startsWith('unreadable'))).toBe(true);
});
