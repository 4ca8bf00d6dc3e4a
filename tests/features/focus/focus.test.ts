import { expect, test } from 'vitest';
import { correctFocus } from '@/features/focus/commands/correct-focus';
import { recordFocus } from '@/features/focus/commands/record-focus';
import { focusOnTicket } from '@/features/focus/queries';
import { noteEverything } from '@/features/metrics/commands/count-changes';
import { saveMetricSettings } from '@/features/metrics/commands/save-metric-settings';
import { metricSplit } from '@/features/metrics/queries';
import { mergeTickets } from '@/features/tickets/commands/merge-tickets';
import { undoMerge } from '@/features/tickets/commands/undo-merge';
import type { StaffContext } from '@/server/context';
import { countingDatabase } from '../../support/counting-database';
import { caller, keyOf } from '../api/calls';
import { everything, newNumbers } from '../metrics/support';

/** A desk that measures, with a ticket in front of its agent. */
async function measuring() {
  const numbers = await newNumbers('2026-03-02T09:00:00Z');
  const { desk } = numbers;
  const { world, owner, agent } = desk;
  await saveMetricSettings(owner, { measureFocus: true });
  const { ticketId, number } = await world.ticket(agent, { kind: 'inbound' });
  const tell = (ctx: StaffContext, ...beats: [sessionId: string, seconds: number, ticketId?: string][]) =>
    recordFocus(ctx, {
      beats: beats.map(([sessionId, seconds, id = ticketId]) => ({ sessionId, seconds, ticketId: id })),
    });
  const focus = async (ctx = agent, id = ticketId) => focusOnTicket(ctx, id);
  return { ...numbers, world, owner, agent, ticketId, number, tell, focus };
}

test('beats make one row of a session; telling them again, or late, changes nothing', async () => {
  const { world, agent, tell, focus } = await measuring();
  const session = agent.newId();
  world.pass(30);
  expect(await tell(agent, [session, 30])).toBe(1);
  expect(await tell(agent, [session, 30])).toBe(0);
  world.pass(30);
  expect(await tell(agent, [session, 58])).toBe(1);
  expect(await tell(agent, [session, 30], [session, 58])).toBe(0);
  expect(await world.db.focusSession.findMany({ where: { workspaceId: world.workspaceId } })).toMatchObject([
    { id: session, seconds: 58, reason: null },
  ]);
  expect(await focus()).toMatchObject({ mine: 58, total: 58, takesPart: true, corrections: [] });
});

test('nobody is at tickets for longer than the clock of the server ran, in whatever tabs, at the same time too', async () => {
  const { world, agent, tell, focus } = await measuring();
  const sessions = Array.from({ length: 4 }, () => agent.newId());
  await tell(agent, [agent.newId(), 10]);
  world.pass(60);
  await Promise.all(sessions.map((session) => tell(agent, [session, 60])));
  expect((await focus())?.total).toBe(70);
  await tell(agent, [agent.newId(), 9000]);
  expect((await focus())?.total).toBe(70);
});

test('who does not answer the ticket, and a workspace that does not measure, keep nothing', async () => {
  const { world, owner, agent, ticketId, tell, focus } = await measuring();
  const stranger = await measuring();
  const reader = await world.member({ role: 'light_agent', name: 'Lía Light' });
  const outside = await world.member({ scope: 'own', name: 'Otto Own' });
  for (const ctx of [stranger.agent, reader, outside]) expect(await tell(ctx, [ctx.newId(), 20])).toBe(0);
  expect(await focusOnTicket(stranger.agent, ticketId)).toBeNull();
  expect(await focusOnTicket(outside, ticketId)).toBeNull();
  expect(await focusOnTicket(reader, ticketId)).toMatchObject({ measured: true, takesPart: false });
  const session = agent.newId();
  await tell(agent, [session, 20]);
  const other = await world.member({ name: 'Other Agent' });
  world.pass(600);
  await tell(other, [session, 100]);
  expect((await focus())?.people).toMatchObject([{ name: 'Ágnes Agent', seconds: 20 }]);
  await saveMetricSettings(owner, { measureFocus: false });
  world.pass(600);
  expect(await tell(agent, [session, 300])).toBe(0);
  expect(await focus()).toMatchObject({ measured: false, takesPart: false, total: 20 });
  expect(await correctFocus(agent, { ticketId, minutes: 5, reason: 'x' })).toMatchObject({
    error: { code: 'focus.off' },
  });
});

test('people correct their own time with a reason, managers that of others; both stay in the history', async () => {
  const { world, agent, manager, ticketId, tell, focus } = await measuring();
  await tell(agent, [agent.newId(), 90]);
  const said = { ticketId, minutes: 12, reason: 'Called the supplier' };
  expect(await correctFocus(agent, said)).toMatchObject({ ok: true });
  expect(await correctFocus(agent, said)).toMatchObject({ ok: true });
  expect(await focus()).toMatchObject({
    mine: 720,
    corrections: [{ seconds: 630, reason: 'Called the supplier', by: 'Ágnes Agent' }],
  });
  const other = await world.member({ name: 'Other Agent' });
  const userId = agent.actor.id ?? '';
  expect(await correctFocus(other, { ...said, userId })).toMatchObject({ error: { code: 'not_found' } });
  expect(await correctFocus(manager, { ...said, userId, minutes: 3 })).toMatchObject({ ok: true });
  expect(await focus()).toMatchObject({ mine: 180, total: 180 });
  const where = { workspaceId: world.workspaceId, ticketId, type: 'ticket.time_corrected' };
  const events = await world.db.ticketEvent.findMany({ where, orderBy: { position: 'asc' } });
  expect(events.map(({ data, actorName }) => [actorName, data])).toMatchObject([
    ['Ágnes Agent', { fromSeconds: 90, toSeconds: 720, name: 'Ágnes Agent' }],
    ['Márta Manager', { fromSeconds: 720, toSeconds: 180, name: 'Ágnes Agent' }],
  ]);
});

test('time goes along when tickets are merged, beats that come later too, and back when that is undone', async () => {
  const { world, agent, number, tell, focus } = await measuring();
  const { ticketId: other } = await world.ticket(agent, { kind: 'inbound' });
  const session = agent.newId();
  await tell(agent, [session, 60, other]);
  const done = await mergeTickets(agent, { ticketId: other, intoNumber: number, acrossCustomers: false });
  if (!done.ok) throw new Error(done.error.code);
  world.pass(30);
  await tell(agent, [session, 75, other]);
  expect((await focus())?.total).toBe(75);
  await undoMerge(agent, { mergeId: done.value.mergeId });
  expect([(await focus())?.total, (await focus(agent, other))?.total]).toEqual([0, 75]);
});

test('beats and the panel take as many queries for many as for one', async () => {
  const { world, agent, ticketId, tell } = await measuring();
  const { db, statements, close } = countingDatabase();
  const ctx = { ...agent, db };
  const asked = async (count: number) => {
    world.pass(3600);
    const before = statements().length;
    const beats = Array.from({ length: count }, () => [agent.newId(), 5] as [string, number]);
    await tell(ctx, ...beats);
    await focusOnTicket(ctx, ticketId);
    return statements().length - before;
  };
  await asked(1);
  expect(await asked(20)).toBe(await asked(1));
  await close();
});

test('120, 45 and 200 seconds are a handle time of 365 seconds, and late corrections change the past (contracts G.7b)', async () => {
  const { desk, world, owner, agent, manager, ticketId, number, tell, count } = await measuring();
  const call = caller(await keyOf(owner, ['insights:read', 'tickets:read', 'tickets:write']));
  const handled = async () => {
    await count();
    const { json } = await call('/metrics?metrics=ticket_handle&from=2026-03-01&to=2026-03-31&compared=none');
    return json.data[0];
  };
  for (const seconds of [120, 45]) {
    world.pass(300);
    await tell(agent, [agent.newId(), seconds]);
  }
  await count();
  expect(await world.db.metricChange.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
  world.pass(300);
  const session = agent.newId();
  await tell(agent, [session, 100]);
  // Work in progress asks for no counting.
  expect(await world.db.metricChange.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
  await desk.reply(ticketId, 'solved');
  expect(await handled()).toMatchObject({ count: 1, value: expect.closeTo(265 / 60, 4), version: 2 });
  // The browser tells the rest of the session after the solution.
  world.pass(120);
  await tell(agent, [session, 200]);
  expect(await handled()).toMatchObject({ count: 1, value: expect.closeTo(365 / 60, 4) });
  // What is read again a day later is no handling.
  world.pass(86_400);
  await tell(agent, [agent.newId(), 100]);
  expect((await handled()).value).toBeCloseTo(365 / 60, 4);
  const parts = await metricSplit(manager, 'ticket_handle', {
    ...{ period: { from: '2026-03-02', to: '2026-03-02' }, by: 'agent' },
  });
  expect(parts).toMatchObject([{ label: 'Ágnes Agent', count: 1 }]);
  const answer = await call(`/tickets/${number}/focus-corrections`, {
    method: 'POST',
    body: { userId: agent.actor.id, minutes: 10, reason: 'Told by telephone' },
  });
  expect(answer.json).toMatchObject({ total: 600, corrections: [{ seconds: 135 }] });
  expect((await call(`/tickets/${number}/focus`)).json).toEqual(answer.json);
  expect((await handled()).value).toBeCloseTo((365 + 135) / 60, 4);
  const kept = await everything(desk);
  await world.db.metricFact.deleteMany({ where: { workspaceId: world.workspaceId } });
  await world.db.metricDay.deleteMany({ where: { workspaceId: world.workspaceId } });
  await world.db.metricSketch.deleteMany({ where: { workspaceId: world.workspaceId } });
  await world.db.$transaction((tx) => noteEverything(tx, world.workspaceId));
  await count();
  expect(await everything(desk)).toEqual(kept);
});
