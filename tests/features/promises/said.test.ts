import { describe, expect, test } from 'vitest';
import { sayAsAgent } from '@/features/chat/commands/say-as-agent';
import { listPromises, PROMISE_LISTS } from '@/features/promises/commands/list-promises';
import { makePromise } from '@/features/promises/commands/make-promise';
import { sweepPromises } from '@/features/promises/commands/sweep-promises';
import { promiseInput } from '@/features/promises/inputs';
import { offerTimes, proposePromise } from '@/features/promises/proposals';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { saveDraft } from '@/features/tickets/commands/save-draft';
import { undoSend } from '@/features/tickets/commands/undo-send';
import { draftInput, replyInput } from '@/features/tickets/inputs';
import { ticketHead } from '@/features/tickets/queries-head';
import { countingDatabase } from '../../support/counting-database';
import { newChatWorld } from '../chat/chat-world';
import { newDesk } from '../sla/support';

const at = (time: string, day = 16) => new Date(`2020-11-${day}T${time}:00+01:00`);

/** A desk on Monday at nine in Budapest with a ticket in Hungarian. */
async function start() {
  const desk = await newDesk('2020-11-16T08:00:00Z');
  await desk.calendar({ standard: true });
  const { ticketId } = await desk.world.ticket(desk.agent, { language: 'hu' });
  const { db, workspaceId } = desk.world;
  const promises = () =>
    db.ticketPromise.findMany({ where: { workspaceId, ticketId }, orderBy: { id: 'asc' } });
  return { ...desk, db, ticketId, promises };
}

describe('a promise that goes with an answer', () => {
  test('times are offered, the soonest first, with a sentence in the language of the customer', async () => {
    const { agent, policy, calendar, world, customerWrites } = await start();
    await policy(await calendar({ name: 'Shop' }), { normal: { first_reply: 100 } });
    const { ticketId } = await world.ticket(agent, { language: 'hu' });
    await customerWrites(ticketId);
    const offered = await offerTimes(agent, { ticketId, about: 'answer' });
    if (!offered.ok) throw new Error(offered.error.code);
    // Two, four and eight working hours, and three days; the target of the policy is named as such.
    expect(offered.value.map(({ dueAt, source }) => [dueAt, source])).toEqual([
      [at('10:45').toISOString(), 'sla'],
      [at('11:00').toISOString(), 'manual'],
      [at('13:00').toISOString(), 'manual'],
      [at('17:00').toISOString(), 'manual'],
      [at('17:00', 18).toISOString(), 'manual'],
    ]);
    expect(offered.value[2]?.sentence).toBe('Válaszunkat ma 13:00-ig (november 16.) megkapja.');
  });

  test('is written down with the message, comes back to the draft with it, and waits there', async () => {
    const { agent, ticketId, promises, world } = await start();
    const promise = { about: 'answer', dueAt: at('15:00').toISOString() } as const;
    const html = '<p>Utánanézünk.</p>';
    const sent = await replyToTicket(agent, replyInput.parse({ ticketId, html, submitAs: 'open', promise }));
    if (!sent.ok) throw new Error(sent.error.code);
    const { messageId } = sent.value;
    expect(await promises()).toMatchObject([{ dueAt: at('15:00'), toldById: messageId, openAs: 'answer' }]);
    const back = await undoSend(agent, { messageId });
    expect(back.ok && back.value.promise).toEqual({ ...promise, sentence: '' });
    expect(await promises()).toMatchObject([{ openAs: null, reason: 'unsaid' }]);
    const { number } = await world.db.ticket.findFirstOrThrow({ where: { id: ticketId } });
    const drafts = async () => (await ticketHead(agent, number))?.drafts ?? [];
    expect((await drafts())[0]?.promise).toMatchObject({ about: 'answer', sentence: '' });

    const sentence = 'Válaszunkat ma 15:00-ig megkapja.';
    const draft = draftInput.parse({ ticketId, kind: 'reply', html, promise: { ...promise, sentence } });
    await saveDraft(agent, draft);
    const [kept] = await drafts();
    expect(kept?.promise?.sentence).toBe(sentence);
    expect(new Date(kept?.promise?.dueAt ?? '')).toEqual(at('15:00'));
    await saveDraft(agent, { ...draft, promise: null });
    expect((await drafts())[0]?.promise).toBeNull();
  });

  test('in a chat too, and not for a time that has passed', async () => {
    const world = await newChatWorld();
    const agent = await world.member();
    const { sessionId } = await world.chatting();
    const soon = new Date(world.now().getTime() + 3_600_000);
    const say = (dueAt: Date, text = 'You will hear from us within the hour.') => {
      const words = { sessionId, clientId: world.newId(), text, attachmentIds: [] };
      return sayAsAgent(agent, { ...words, promise: { about: 'answer', dueAt } });
    };
    expect(await say(new Date(world.now().getTime() - 1))).toEqual({
      ok: false,
      error: { code: 'promise.past' },
    });
    expect((await say(soon)).ok).toBe(true);
    const { ticketId, ticket } = await world.session(sessionId);
    const made = await world.db.ticketPromise.findMany({ where: { ticketId: ticketId ?? '' } });
    expect(made).toMatchObject([{ dueAt: soon, source: 'manual', text: expect.stringContaining('within') }]);
    expect(ticket?.messages.map(({ id }) => id)).toContain(made[0]?.toldById);
  });
});

test('all promises, each in the list in which it belongs, page by page, and only those that one may read', async () => {
  const desk = await start();
  const { agent, owner, world, until } = desk;
  const promised = async (dueAt: Date) => {
    const { ticketId } = await world.ticket(agent, { assigneeId: agent.actor.id });
    const made = await makePromise(agent, promiseInput.parse({ ticketId, dueAt }));
    if (!made.ok) throw new Error(made.error.code);
    return { ticketId, id: made.value.promiseId };
  };
  const broken = await promised(at('10:00'));
  const kept = await promised(at('12:00'));
  const atRisk = await promised(at('12:30'));
  const open = await promised(at('16:00', 18));
  await desk.reply(kept.ticketId);
  until(at('12:10'));
  await sweepPromises({ db: world.db, newId: () => crypto.randomUUID() }, at('12:10'));
  const idsIn = async (list: (typeof PROMISE_LISTS)[number], ctx = agent) =>
    (await listPromises(ctx, { list })).promises.map(({ id }) => id);
  const lists = Object.fromEntries(
    await Promise.all(PROMISE_LISTS.map(async (list) => [list, await idsIn(list)])),
  );
  expect(lists).toEqual({
    broken: [broken.id],
    kept: [kept.id],
    at_risk: [atRisk.id],
    open: [atRisk.id, open.id],
  });
  const stranger = { ...agent, actor: { ...agent.actor, id: owner.actor.id, scope: 'own' as const } };
  expect(await idsIn('open', stranger as typeof agent)).toEqual([]);

  const { db, workspaceId } = world;
  const [row] = await db.ticketPromise.findMany({ where: { workspaceId, id: kept.id } });
  if (!row) throw new Error('no promise');
  const more = Array.from({ length: 55 }, () => ({ ...row, id: crypto.randomUUID() }));
  await db.ticketPromise.createMany({ data: more });
  const counted = countingDatabase();
  const counting = { ...agent, db: counted.db };
  await listPromises(counting, { list: 'kept' });
  counted.statements();
  const first = await listPromises(counting, { list: 'kept' });
  expect(counted.statements()).toHaveLength(1);
  await counted.close();
  const rest = await listPromises(agent, { list: 'kept', after: first.next ?? '' });
  expect([first.promises.length, rest.promises.length, rest.next]).toEqual([50, 6, null]);
  expect(new Set([...first.promises, ...rest.promises].map(({ id }) => id)).size).toBe(56);
});

test('where nothing tells a time, who has promised before is still proposed a new one, ready to be told', async () => {
  const { agent, world } = await newDesk('2020-11-16T08:00:00Z');
  const { ticketId } = await world.ticket(agent, { language: 'hu' });
  const propose = () => proposePromise(agent, { ticketId, about: 'answer' });
  expect(await propose()).toMatchObject({ value: { dueAt: null, text: '' } });
  await makePromise(agent, promiseInput.parse({ ticketId, dueAt: at('10:00') }));
  const again = await propose();
  expect(again).toMatchObject({ value: { dueAt: at('13:00').toISOString(), source: 'manual' } });
  expect(again.ok && again.value.text).toContain('elnézését kérjük');
});
