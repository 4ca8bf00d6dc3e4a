import { describe, expect, test } from 'vitest';
import { checkDrift } from '@/features/sla/commands/check-drift';
import { comeUnderPolicies } from '@/features/sla/commands/come-under-policies';
import { orderPolicies } from '@/features/sla/commands/order-policies';
import { recalculateClocks } from '@/features/sla/commands/recalculate-clocks';
import { restorePolicy } from '@/features/sla/commands/restore-policy';
import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { noteInput } from '@/features/tickets/inputs';
import { countingDatabase } from '../../support/counting-database';
import { ALWAYS, clocksIn, type Desk, factsOf, newDesk, rulesVersionOf } from './support';

const at = (time: string) => new Date(`2026-11-16T${time}:00+01:00`);
const firstReply = async ({ world }: Desk, ticketId: string) =>
  (await clocksIn(world, ticketId)).get('first_reply 1');
const note = (desk: Desk, ticketId: string) =>
  addNoteToTicket(desk.agent, noteInput.parse({ ticketId, html: '<p>Look.</p>' }));

/** A desk on Monday at 9:00 in Budapest. */
const monday = () => newDesk('2026-11-16T08:00:00Z');

describe('which policy promises', () => {
  test('the first in order whose conditions match', async () => {
    const desk = await monday();
    const calendarId = await desk.calendar();
    const conditions = { field: 'priority', operator: 'is_any_of', values: ['high'] };
    await desk.policy(calendarId, { high: { first_reply: 10 } }, { name: 'Fast', conditions });
    await desk.policy(calendarId, { high: { first_reply: 20 }, normal: { first_reply: 30 } });
    const high = await desk.world.ticket(desk.agent, { priority: 'high' });
    const normal = await desk.world.ticket(desk.agent);
    expect((await firstReply(desk, high.ticketId))?.dueAt).toEqual(at('09:10'));
    expect((await firstReply(desk, normal.ticketId))?.dueAt).toEqual(at('09:30'));
  });

  test('not one that is switched off', async () => {
    const desk = await monday();
    await desk.policy(await desk.calendar(), { normal: { first_reply: 10 } }, { active: false });
    const { ticketId } = await desk.world.ticket(desk.agent);
    expect(await clocksIn(desk.world, ticketId)).toEqual(new Map());
  });

  test('one for the organization of the requester', async () => {
    const desk = await monday();
    const { world } = desk;
    const id = crypto.randomUUID();
    await world.db.organization.create({ data: { workspaceId: world.workspaceId, id, name: 'Big' } });
    const conditions = { field: 'organizationId', operator: 'is_any_of', values: [id] };
    await desk.policy(await desk.calendar(), { normal: { first_reply: 10 } }, { conditions });
    const { ticketId } = await world.ticket(desk.agent);
    expect(await firstReply(desk, ticketId)).toBeUndefined();
    await world.db.customer.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { organizationId: id },
    });
    await note(desk, ticketId);
    expect((await firstReply(desk, ticketId))?.dueAt).toEqual(at('09:10'));
  });
});

describe('a promise that comes later', () => {
  test('counts from the beginning, but nobody is late before it was given', async () => {
    const desk = await monday();
    const { ticketId } = await desk.world.ticket(desk.agent);
    await desk.policy(await desk.calendar(), { normal: { first_reply: 60, resolution: 240 } });
    desk.until(at('11:00'));
    expect(await clocksIn(desk.world, ticketId)).toEqual(new Map());
    await note(desk, ticketId);
    const clocks = await clocksIn(desk.world, ticketId);
    expect(clocks.get('first_reply 1')).toMatchObject({ breachedAt: at('11:00'), reason: 'policy_changed' });
    expect(clocks.get('resolution 1')).toMatchObject({ elapsed: 120, dueAt: at('13:00'), breachedAt: null });
  });

  test('gives no verdict on what had ended', async () => {
    const desk = await monday();
    const { ticketId } = await desk.world.ticket(desk.agent);
    desk.until(at('15:00'));
    await desk.reply(ticketId, 'open');
    await desk.policy(await desk.calendar(), { normal: { first_reply: 60 } });
    await note(desk, ticketId);
    expect(await firstReply(desk, ticketId)).toMatchObject({ state: 'uncounted', breachedAt: null });
  });
});

describe('a promise that changes', () => {
  test('keeps what was counted; a new due time that has passed is late from now', async () => {
    const desk = await monday();
    const calendarId = await desk.calendar();
    const id = await desk.policy(calendarId, { normal: { first_reply: 240 } });
    const { ticketId } = await desk.world.ticket(desk.agent);
    desk.until(at('11:00'));
    await desk.policy(calendarId, { normal: { first_reply: 60 } }, { id });
    await note(desk, ticketId);
    expect(await firstReply(desk, ticketId)).toMatchObject({
      elapsed: 120,
      dueAt: at('11:00'),
      breachedAt: at('11:00'),
      reason: 'policy_changed',
    });
  });

  test('a longer target shows the new due time, and leaves what was late late', async () => {
    const desk = await monday();
    const calendarId = await desk.calendar();
    const id = await desk.policy(calendarId, { normal: { first_reply: 60 } });
    const { ticketId } = await desk.world.ticket(desk.agent);
    desk.until(at('11:00'));
    await desk.policy(calendarId, { normal: { first_reply: 240 } }, { id });
    await note(desk, ticketId);
    expect(await firstReply(desk, ticketId)).toMatchObject({ dueAt: at('13:00'), breachedAt: at('10:00') });
  });

  test('a metric that is no longer promised ends without a verdict', async () => {
    const desk = await monday();
    const calendarId = await desk.calendar();
    const id = await desk.policy(calendarId, { normal: { first_reply: 60 } });
    const { ticketId } = await desk.world.ticket(desk.agent);
    await desk.policy(calendarId, { normal: { resolution: 60 } }, { id });
    await note(desk, ticketId);
    expect((await firstReply(desk, ticketId))?.state).toBe('cancelled');
  });

  test('every version of a policy and of a calendar is kept', async () => {
    const desk = await monday();
    const calendarId = await desk.calendar();
    const id = await desk.policy(calendarId, { normal: { first_reply: 60 } });
    await desk.policy(calendarId, { normal: { first_reply: 30 } }, { id });
    await desk.calendar({ id: calendarId, week: ALWAYS });
    const where = { workspaceId: desk.world.workspaceId };
    const versions = await desk.world.db.slaPolicyVersion.findMany({ where, orderBy: { version: 'asc' } });
    expect(versions).toMatchObject([
      { version: 1, policy: { targets: [{ minutes: 60 }] } },
      { version: 2, policy: { targets: [{ minutes: 30 }] } },
    ]);
    expect(await desk.world.db.calendarVersion.count({ where })).toBe(2);
  });
});

describe('edited policies', () => {
  const moved = async (desk: Desk) =>
    comeUnderPolicies(desk.world.system('schedule'), { rulesVersion: await rulesVersionOf(desk) });

  test('reach open tickets without anybody touching these, and only those to which something changes', async () => {
    const desk = await monday();
    const calendarId = await desk.calendar();
    const conditions = { field: 'priority', operator: 'is_any_of', values: ['high'] };
    const fast = await desk.policy(calendarId, { high: { first_reply: 240 } }, { name: 'Fast', conditions });
    await desk.policy(calendarId, { normal: { first_reply: 240 } });
    const high = await desk.world.ticket(desk.agent, { priority: 'high' });
    const normal = await desk.world.ticket(desk.agent);
    desk.until(at('11:00'));
    await desk.policy(calendarId, { high: { first_reply: 60 } }, { id: fast, name: 'Fast', conditions });
    expect(await moved(desk)).toBe(1);
    expect(await moved(desk)).toBe(0);
    expect(await firstReply(desk, high.ticketId)).toMatchObject({
      elapsed: 120,
      breachedAt: at('11:00'),
      reason: 'policy_changed',
    });
    expect(await factsOf(desk.world, normal.ticketId, 'sla.recalculated')).toEqual([]);
  });

  test('reach tickets that come under another policy by the new order, and end promises that are switched off', async () => {
    const desk = await monday();
    const calendarId = await desk.calendar();
    const slow = await desk.policy(calendarId, { normal: { first_reply: 240 } });
    const fast = await desk.policy(calendarId, { normal: { first_reply: 60 } });
    const { ticketId } = await desk.world.ticket(desk.agent);
    await orderPolicies(desk.owner, { policyIds: [fast, slow] });
    expect(await moved(desk)).toBe(1);
    expect((await firstReply(desk, ticketId))?.dueAt).toEqual(at('10:00'));
    for (const id of [fast, slow]) {
      await desk.policy(calendarId, { normal: { first_reply: 60 } }, { id, active: false });
    }
    expect(await moved(desk)).toBe(1);
    expect((await firstReply(desk, ticketId))?.state).toBe('cancelled');
  });

  test('leave the work to the run of a later edit', async () => {
    const desk = await monday();
    const calendarId = await desk.calendar();
    const id = await desk.policy(calendarId, { normal: { first_reply: 240 } });
    await desk.world.ticket(desk.agent);
    const overtaken = await rulesVersionOf(desk);
    await desk.policy(calendarId, { normal: { first_reply: 60 } }, { id });
    const ctx = desk.world.system('schedule');
    expect(await comeUnderPolicies(ctx, { rulesVersion: overtaken })).toBe(0);
    expect(await moved(desk)).toBe(1);
  });

  test('are taken back by restoring an earlier version, as a new one', async () => {
    const desk = await monday();
    const calendarId = await desk.calendar();
    const policyId = await desk.policy(calendarId, { normal: { first_reply: 240 } });
    const { ticketId } = await desk.world.ticket(desk.agent);
    await desk.policy(calendarId, { normal: { first_reply: 60 } }, { id: policyId });
    expect(await restorePolicy(desk.owner, { policyId, version: 1 })).toMatchObject({
      value: { version: 3 },
    });
    await moved(desk);
    expect((await firstReply(desk, ticketId))?.dueAt).toEqual(at('13:00'));
    expect(await restorePolicy(desk.owner, { policyId, version: 7 })).toMatchObject({ ok: false });
  });
});

describe('on hold', () => {
  test('stays on hold when the customer writes, while the next reply is owed', async () => {
    const desk = await monday();
    await desk.policy(await desk.calendar(), { normal: { next_reply: 60, agent_work: 240 } });
    const { ticketId } = await desk.world.ticket(desk.agent);
    await desk.reply(ticketId, 'on_hold');
    desk.until(at('10:00'));
    await desk.customerWrites(ticketId);
    const ticket = await desk.world.db.ticket.findFirstOrThrow({ where: { id: ticketId } });
    const clocks = await clocksIn(desk.world, ticketId);
    expect(ticket.status).toBe('on_hold');
    expect(clocks.get('next_reply 1')).toMatchObject({ state: 'running', dueAt: at('11:00') });
    expect(clocks.get('agent_work 1')?.state).toBe('paused');
  });
});

describe('a calendar that changes', () => {
  test('counts on by the new hours from then on, and keeps what was counted by the old ones', async () => {
    const desk = await monday();
    const calendarId = await desk.calendar();
    await desk.policy(calendarId, { normal: { first_reply: 600 } });
    const { ticketId } = await desk.world.ticket(desk.agent);
    desk.until(at('20:00'));
    await desk.calendar({ id: calendarId, week: ALWAYS });
    const edited = { calendarId, version: 2 };
    expect(await recalculateClocks(desk.world.system('schedule'), edited)).toBe(1);
    expect(await recalculateClocks(desk.world.system('schedule'), edited)).toBe(0);
    desk.until(at('21:00'));
    const clock = await firstReply(desk, ticketId);
    expect(clock).toMatchObject({ elapsed: 480 + 60, dueAt: at('22:00') });
    expect(await factsOf(desk.world, ticketId, 'sla.recalculated')).toHaveLength(1);
  });

  test('another zone leaves what was counted, and counts the rest by its own hours', async () => {
    const desk = await monday();
    const calendarId = await desk.calendar();
    await desk.policy(calendarId, { normal: { first_reply: 540 } });
    const { ticketId } = await desk.world.ticket(desk.agent);
    desk.until(at('16:00'));
    await desk.calendar({ id: calendarId, timeZone: 'Europe/Riga' });
    await recalculateClocks(desk.world.system('schedule'), { calendarId, version: 2 });
    const clock = await firstReply(desk, ticketId);
    expect(clock).toMatchObject({ elapsed: 420, dueAt: new Date('2026-11-17T09:00:00Z') });
  });
});

describe('spam', () => {
  test('is promised nothing, and what was promised counts again when it was none', async () => {
    const desk = await monday();
    await desk.policy(await desk.calendar(), { normal: { first_reply: 120 } });
    const { ticketId } = await desk.world.ticket(desk.agent);
    await desk.change(ticketId, { spam: true });
    expect(await firstReply(desk, ticketId)).toMatchObject({ state: 'cancelled', reason: 'spam' });
    desk.until(at('10:00'));
    await desk.change(ticketId, { spam: false });
    expect(await firstReply(desk, ticketId)).toMatchObject({ state: 'running', dueAt: at('11:00') });
  });
});

describe('a workspace without policies', () => {
  test('pays one short query for each change of a ticket', async () => {
    const desk = await monday();
    const { ticketId } = await desk.world.ticket(desk.agent);
    const { db, statements, close } = countingDatabase();
    await note({ ...desk, agent: { ...desk.agent, db } }, ticketId);
    const told = statements().filter((text) => /Sla|rulesVersion|Calendar/.test(text));
    await close();
    expect(told.filter((text) => text.includes('rulesVersion'))).toHaveLength(1);
    expect(told.filter((text) => /"Sla(Clock|Policy)"|Calendar"/.test(text))).toEqual([]);
  });
});

describe('the nightly check', () => {
  // It looks at the tickets of all tests that have run beside it.
  test('reports a clock that differs from its history, and leaves it as it is', {
    timeout: 180_000,
  }, async () => {
    const desk = await newDesk('2031-05-05T08:00:00Z');
    await desk.policy(await desk.calendar(), { normal: { first_reply: 120 } });
    const { ticketId } = await desk.world.ticket(desk.agent);
    const world = { db: desk.world.db, now: desk.world.now };
    const before = await checkDrift(world);
    const wrong = new Date('2031-05-05T15:00:00Z');
    await desk.world.db.slaClock.updateMany({ where: { ticketId }, data: { dueAt: wrong } });
    const after = await checkDrift(world);
    expect(after.drifted - before.drifted).toBe(1);
    expect((await firstReply(desk, ticketId))?.dueAt).toEqual(wrong);
    const row = await desk.world.db.heartbeat.findUniqueOrThrow({ where: { name: 'sla-check' } });
    expect(JSON.parse(row.detail)).toEqual(after);
  });
});
