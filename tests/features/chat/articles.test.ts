import { expect, test } from 'vitest';
import { GET } from '@/app/api/chat/[key]/articles/route';
import { blockSenderInput } from '@/features/blocks/commands/block-fields';
import { blockSender } from '@/features/blocks/commands/block-sender';
import { releaseBlocked } from '@/features/blocks/commands/settle-blocked';
import { listHeldBack } from '@/features/blocks/queries';
import { forgetChatAccounts } from '@/features/chat/account';
import { leaveMessage } from '@/features/chat/commands/leave-message';
import { setAvailability } from '@/features/routing/commands/set-availability';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { calendarInput } from '@/features/sla/inputs';
import { liveArticle } from '../knowledge/support';
import { OFFICE_WEEK } from '../sla/support';
import { newChatWorld } from './chat-world';

const READER = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0';

/** A chat whose window searches the articles, of which one is for everybody. */
async function start(knowledge = true) {
  const world = await newChatWorld();
  const { db, workspaceId, chat } = world;
  const manager = await world.member({ role: 'manager' });
  await liveArticle(manager, { title: 'How to descale a kettle' });
  await liveArticle(manager, { title: 'How we descale kettles', audience: 'internal' });
  const account = await db.chatAccount.findUniqueOrThrow({ where: { publicKey: chat.publicKey } });
  const settings = { ...(account.settings as object), knowledge };
  await db.chatAccount.update({ where: { publicKey: chat.publicKey }, data: { settings } });
  const find = async (q: string, visit = '', userAgent = READER) => {
    forgetChatAccounts();
    const query = new URLSearchParams({ q, language: 'en', ...(visit && { visit }) });
    const headers = { 'user-agent': userAgent, 'x-real-ip': chat.publicKey };
    const request = new Request(`http://help.test/api/chat/${chat.publicKey}/articles?${query}`, { headers });
    const answer = await GET(request, { params: Promise.resolve({ key: chat.publicKey }) });
    return (await answer.json()) as { articles: { title: string; url: string }[]; visit: string | null };
  };
  const visits = () => db.helpSession.findMany({ where: { workspaceId }, orderBy: { startedAt: 'asc' } });
  return { world, find, visits };
}

test('articles for everybody are found before a chat begins, with their whole address, and a visit is counted once', async () => {
  const { world, find, visits } = await start();
  const first = await find('descal');
  expect(first.articles.map(({ title }) => title)).toEqual(['How to descale a kettle']);
  expect(first.articles[0]?.url).toMatch(
    new RegExp(`^http.+/help/${world.slug}/en/articles/how-to-descale-a-kettle$`),
  );
  await find('kettle', first.visit ?? '');
  expect(await visits()).toMatchObject([{ intent: 'search', ticketId: null }]);
  expect((await visits())[0]?.seenAt).not.toBeNull();
  // A name that nobody gave begins a visit of its own, and programs that search none.
  await find('kettle', `${crypto.randomUUID()}.${'0'.repeat(32)}`);
  expect((await find('kettle', '', 'SomeBot/1.0')).visit).toBeNull();
  expect(await visits()).toHaveLength(2);
});

test('whoever chats or leaves a message after all was not helped by the articles', async () => {
  const { world, find, visits } = await start();
  const chatted = (await find('kettle')).visit ?? '';
  const left = (await find('kettle')).visit ?? '';
  await find('kettle');
  const message = { clientId: world.newId(), text: 'It still leaks.', attachmentIds: [], visit: chatted };
  expect((await world.begin({ name: 'Anna', message })).ok).toBe(true);
  const page = { url: 'https://shop.test/', title: 'Shop', referrer: '' };
  const words = { name: 'Edgars', email: `${world.newId()}@customer.test`, text: 'Please call me.' };
  const at = { clientId: world.newId(), language: 'en', timeZone: 'Europe/Riga', page } as const;
  const kept = await leaveMessage(await world.context(), {
    ...at,
    ...words,
    visit: left,
    files: [],
    userAgent: READER,
  });
  expect(kept.ok).toBe(true);
  const tickets = (await visits()).map(({ ticketId }) => ticketId !== null).toSorted();
  expect(tickets).toEqual([false, true, true]);
});

test('who leaves a message while nobody is there is told until when an answer was promised', async () => {
  const { world } = await start();
  const { db, workspaceId } = world;
  const page = { url: 'https://shop.test/', title: 'Shop', referrer: '' };
  const email = `${world.newId()}@customer.test`;
  const leave = async (clientId: string) => {
    const at = { clientId, language: 'en', timeZone: 'Europe/Riga', page, name: 'Edgars', email } as const;
    const words = { text: 'Please call me.', files: [], userAgent: READER };
    const left = await leaveMessage(await world.context(), { ...at, ...words });
    return left.ok ? left.value : null;
  };
  expect(await leave(world.newId())).toMatchObject({ answerBy: null });
  const calendar = { name: 'Office', timeZone: 'Europe/Riga', week: OFFICE_WEEK, standard: true };
  await saveCalendar(await world.member({ role: 'admin' }), calendarInput.parse(calendar));
  await db.workspace.update({ where: { id: workspaceId }, data: { answerWithinHours: 2 } });
  const id = world.newId();
  const left = await leave(id);
  expect(left?.answerBy).toMatch(/^by /);
  expect(await leave(id)).toEqual(left);
  expect(await db.ticketPromise.count({ where: { workspaceId, openAs: 'answer' } })).toBe(1);
});

test('a chat that begins while nobody is there is promised an answer, and so are words let in after a block; where somebody is, none', async () => {
  const { world } = await start();
  const { db, workspaceId } = world;
  const admin = await world.member({ role: 'admin' });
  const calendar = { name: 'Office', timeZone: 'Europe/Riga', week: OFFICE_WEEK, standard: true };
  await saveCalendar(admin, calendarInput.parse(calendar));
  await db.workspace.update({ where: { id: workspaceId }, data: { answerWithinHours: 2 } });
  const promised = () => db.ticketPromise.count({ where: { workspaceId, openAs: 'answer' } });
  await world.chatting('Is anybody there?');
  expect(await promised()).toBe(1);

  await blockSender(admin, blockSenderInput.parse({ kind: 'domain', value: 'bad.test', reason: '' }));
  const message = { clientId: world.newId(), text: 'Let me in', attachmentIds: [] };
  expect((await world.begin({ name: 'Eva', email: 'eva@bad.test', message })).ok).toBe(false);
  const [held] = (await listHeldBack(admin, {})).rows;
  if (!held) throw new Error('nothing is held');
  expect((await releaseBlocked(admin, held)).ok).toBe(true);
  expect(await promised()).toBe(2);

  const there = await newChatWorld();
  const boss = await there.member({ role: 'admin' });
  await saveCalendar(boss, calendarInput.parse(calendar));
  await there.db.workspace.update({ where: { id: there.workspaceId }, data: { answerWithinHours: 2 } });
  expect((await setAvailability(await there.member(), { state: 'online' })).ok).toBe(true);
  await there.chatting('Hello');
  expect(await db.ticketPromise.count({ where: { workspaceId: there.workspaceId } })).toBe(0);
});

test('where the switch is off nothing is found and nothing is counted', async () => {
  const { find, visits } = await start(false);
  expect(await find('descale')).toEqual({ articles: [], visit: null });
  expect(await visits()).toEqual([]);
});
