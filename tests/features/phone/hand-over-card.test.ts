import { beforeEach, expect, test } from 'vitest';
import { logCall } from '@/features/phone/commands/log-call';
import { recordAttempt } from '@/features/phone/commands/record-attempt';
import { requestCallback } from '@/features/phone/commands/request-callback';
import { logCallInput } from '@/features/phone/inputs';
import { getHandOver, getHandOvers } from '@/features/phone/queries-desk';
import { makePromise } from '@/features/promises/commands/make-promise';
import { promiseInput } from '@/features/promises/inputs';
import type { StaffContext } from '@/server/context';
import { countingDatabase } from '../../support/counting-database';
import { newWorld } from '../../support/world';
import { ANNA } from './telephone';

let world: Awaited<ReturnType<typeof newWorld>>;
let agent: StaffContext;
let ticketId: string;
beforeEach(async () => {
  world = await newWorld({ at: '2026-03-02T09:00:00Z' });
  agent = await world.member({ name: 'Zsófia' });
  ticketId = (await world.ticket(agent)).ticketId;
});

/** A message of the chat, a minute after what came before. */
async function chat(direction: 'inbound' | 'outbound', visibleText: string) {
  world.pass(60);
  const isTheirs = direction === 'inbound';
  await world.db.message.create({
    data: {
      ...{ workspaceId: world.workspaceId, id: agent.newId(), ticketId, direction, visibleText },
      channel: 'chat',
      authorKind: isTheirs ? 'customer' : 'user',
      authorName: isTheirs ? 'Anna' : 'Zsófia',
      text: visibleText,
      createdAt: world.now(),
    },
  });
}

async function called(over: object) {
  world.pass(60);
  const call = { direction: 'inbound', outcome: 'completed', number: ANNA, ticketId, talkSeconds: 95 };
  const made = await logCall(agent, logCallInput.parse({ ...call, ...over }));
  if (!made.ok) throw new Error(made.error.code);
}

async function owedCallback() {
  const asked = await requestCallback(agent, { ticketId, number: ANNA });
  if (!asked.ok) throw new Error(asked.error.code);
  return asked.value.callbackId;
}

async function cardOf() {
  const card = await getHandOver(agent, ticketId);
  if (!card) throw new Error('no card');
  const lines = (pieces: typeof card.asked) => pieces.map(({ text, author }) => [text, author]);
  return { ...card, asked: lines(card.asked), tried: card.tried, promised: lines(card.promised) };
}

test('mail, chat and calls together: what was noted of a call stands for it, never the words of the timeline', async () => {
  await chat('outbound', 'Is the base dry? We will send a lid by Friday.');
  await chat('inbound', 'It is dry.');
  await called({});
  await called({ outcome: 'missed' });
  expect((await cardOf()).asked).toEqual([
    ['My kettle is broken.', expect.any(String)],
    ['It is dry.', 'Anna'],
  ]);
  await called({ note: 'Asks for her money back.' });
  await called({ direction: 'outbound' });
  await called({
    direction: 'outbound',
    note: 'Told her how to send it back. We will refund it within 3 days.',
  });
  const card = await cardOf();
  expect(card.asked).toEqual([
    ['My kettle is broken.', expect.any(String)],
    ['Asks for her money back.', 'Zsófia'],
  ]);
  expect(card.tried).toMatchObject([
    { text: 'Told her how to send it back. We will refund it within 3 days.', isCall: true, outcome: null },
    { text: 'Is the base dry? We will send a lid by Friday.', isCall: false },
  ]);
  expect(card.promised).toEqual([
    ['We will refund it within 3 days.', 'Zsófia'],
    ['We will send a lid by Friday.', 'Zsófia'],
  ]);
  expect(JSON.stringify(card)).not.toMatch(/ call, | min |missed/i);
});

test('every time that we called counts as tried: for a callback, and of our own accord', async () => {
  await chat('outbound', 'Is the base dry?');
  const callbackId = await owedCallback();
  world.pass(60);
  await recordAttempt(agent, { callbackId, outcome: 'no_answer', note: 'rang out' });
  await called({ direction: 'outbound', outcome: 'busy', talkSeconds: 0 });
  expect((await cardOf()).tried).toMatchObject([
    { outcome: 'busy', text: '', author: 'Zsófia', isCall: true },
    { outcome: 'no_answer', text: 'rang out', author: 'Zsófia', isCall: true },
    { outcome: null, text: 'Is the base dry?' },
  ]);
});

test('a callback that reached them is said once, by what was noted of it', async () => {
  const callbackId = await owedCallback();
  await called({ direction: 'outbound', callbackId, note: 'She tries the new lid.' });
  expect((await cardOf()).tried).toMatchObject([{ outcome: null, text: 'She tries the new lid.' }]);
});

test('a callback that reached them, of which nothing was noted, is said as reached', async () => {
  const callbackId = await owedCallback();
  await called({ direction: 'outbound', callbackId });
  expect((await cardOf()).tried).toMatchObject([{ outcome: 'reached', isCall: true }]);
});

test('what is promised by its time stands on the card with how it stands, until it has ended', async () => {
  const [soon, later] = [new Date('2026-03-02T12:00:00Z'), new Date('2026-03-04T12:00:00Z')];
  const promise = async (over: object) => {
    const made = await makePromise(agent, promiseInput.parse({ ticketId, ...over }));
    if (!made.ok) throw new Error(made.error.code);
  };
  await promise({ about: 'resolution', dueAt: later, text: 'The lid comes by post.' });
  await promise({ about: 'answer', dueAt: soon });
  expect((await cardOf()).owed).toMatchObject([
    { about: 'answer', dueAt: soon, state: 'open', author: 'Zsófia', text: '' },
    { about: 'resolution', dueAt: later, state: 'open', text: 'The lid comes by post.' },
  ]);
  world.pass(4 * 3_600);
  expect((await cardOf()).owed).toMatchObject([{ about: 'answer', state: 'broken' }, { state: 'open' }]);
  await world.db.ticketPromise.updateMany({
    where: { workspaceId: world.workspaceId, about: 'answer' },
    data: { endedAt: world.now(), openAs: null },
  });
  expect((await cardOf()).owed).toMatchObject([{ about: 'resolution' }]);
});

test('cards of many tickets cost three questions, and each has its own', async () => {
  await called({ note: 'Asks for her money back.' });
  const { ticketId: other } = await world.ticket(agent, { email: 'other@customer.test' });
  const counted = countingDatabase();
  const counting = { ...agent, db: counted.db };
  await getHandOvers(counting, [ticketId, other]);
  counted.statements();
  const cards = await getHandOvers(counting, [ticketId, other]);
  expect(counted.statements()).toHaveLength(3);
  await counted.close();
  expect([cards[ticketId]?.asked.length, cards[other]?.asked.length]).toEqual([2, 1]);
  expect(await getHandOvers({ ...agent, workspaceId: agent.newId() }, [ticketId])).toMatchObject({
    [ticketId]: { asked: [], tried: [], owed: [], promised: [] },
  });
});
