import { expect, test } from 'vitest';
import { linkVisit } from '@/features/knowledge/commands/link-visit';
import { recordIntent, recordSeen } from '@/features/knowledge/help-session';
import { makePromise } from '@/features/promises/commands/make-promise';
import { sweepPromises } from '@/features/promises/commands/sweep-promises';
import { promiseInput } from '@/features/promises/inputs';
import { bothWays } from './both-ways';
import { newNumbers } from './support';

const at = (hour: number, day = 2) => new Date(Date.UTC(2026, 2, day, hour));

test('promises are kept or broken, and an answer that is too late does not mend it', async () => {
  const { desk, numbers } = await newNumbers(at(9).toISOString());
  const ids: string[] = [];
  for (let index = 0; index < 4; index++) {
    const { ticketId } = await desk.world.ticket(desk.agent, { kind: 'inbound' });
    const made = await makePromise(
      desk.agent,
      promiseInput.parse({ ticketId, about: 'answer', dueAt: at(12) }),
    );
    if (!made.ok) throw new Error(made.error.code);
    ids.push(ticketId);
  }
  const [first = '', second = '', third = '', fourth = ''] = ids;
  desk.until(at(10));
  for (const id of [first, second, third]) await desk.reply(id);
  expect((await numbers(['kept_promises']))['kept_promises']).toMatchObject({ value: 1, count: 3 });
  await sweepPromises({ db: desk.world.db, newId: desk.agent.newId }, at(14));
  desk.until(at(15));
  await desk.reply(fourth);
  expect((await numbers(['kept_promises']))['kept_promises']).toMatchObject({ value: 0.75, count: 4 });
});

test('320 people opened the form and 96 left after an article without a ticket: 30 % (contracts G.14)', async () => {
  const { desk, numbers } = await newNumbers(at(9).toISOString());
  const { world, agent } = desk;
  const scope = { db: world.db, workspaceId: world.workspaceId, now: world.now };
  const { ticketId } = await world.ticket(agent, {
    requester: { email: 'late@customer.test', name: 'Late' },
  });
  const { requesterId } = await world.db.ticket.findFirstOrThrow({ where: { id: ticketId } });
  const visits = Array.from({ length: 320 }, () => agent.newId());
  for (const [index, id] of visits.entries()) {
    await recordIntent(scope, { id, intent: 'form', locale: 'en' });
    if (index < 98) await recordSeen(scope, { id, articleId: null });
  }
  // One asked by the form after all, and one wrote a mail the same evening.
  await linkVisit({ ...scope, sessionId: visits[96] ?? '' }, { ticketId, customerId: requesterId });
  const { ticketId: mail } = await world.ticket(agent, {
    requester: { email: 'evening@customer.test', name: 'Eve' },
  });
  const evening = await world.db.ticket.findFirstOrThrow({ where: { id: mail } });
  await world.db.helpSession.updateMany({
    where: { workspaceId: world.workspaceId, id: visits[97] ?? '' },
    data: { customerId: evening.requesterId },
  });
  world.pass(3 * 86_400);
  const { read } = await bothWays(world, desk.owner);
  expect(await read('deflection,self_service', 3)).toMatchObject([
    { metric: 'deflection', value: 0.3, count: 320 },
    { metric: 'self_service', value: 160, count: 320 },
  ]);

  // Who comes by another channel within the day did not help themselves, however late we hear who they are.
  const { ticketId: later } = await world.ticket(agent, {
    requester: { email: 'later@customer.test', name: 'L' },
  });
  await world.db.ticket.updateMany({ where: { id: later }, data: { createdAt: at(20) } });
  const who = await world.db.ticket.findFirstOrThrow({ where: { id: later } });
  await world.db.helpSession.updateMany({
    where: { id: visits[0] ?? '' },
    data: { customerId: who.requesterId },
  });
  expect((await numbers(['deflection']))['deflection']?.value).toBe(95 / 320);
});

test('40 visits to the help centre beside 10 tickets are 4 to 1 (contracts G.14, one to a hundred)', async () => {
  const { desk } = await newNumbers(at(9).toISOString());
  const { world, agent, owner } = desk;
  const scope = { db: world.db, workspaceId: world.workspaceId, now: world.now };
  for (let index = 0; index < 40; index++) {
    await recordIntent(scope, {
      id: agent.newId(),
      intent: index % 2 === 0 ? 'form' : 'search',
      locale: 'en',
    });
    if (index % 4 === 0) await world.ticket(agent, { kind: 'inbound' });
  }
  world.pass(3 * 86_400);
  const { read } = await bothWays(world, owner);
  expect(await read('self_service', 3)).toMatchObject([{ value: 4, count: 40 }]);
});
