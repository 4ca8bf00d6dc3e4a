import { describe, expect, test } from 'vitest';
import { comeUnderPolicies } from '@/features/sla/commands/come-under-policies';
import { sweepSla } from '@/features/sla/commands/sweep-sla';
import { deleteEndpoint } from '@/features/webhooks/commands/delete-endpoint';
import type { StaffContext } from '@/server/context';
import { clocksIn, type Desk, factsOf, newDesk, rulesVersionOf } from './support';

const KINDS = ['sla.warning', 'sla.target_missed', 'sla.escalated'];

/** A ticket of Monday 9:00 in Budapest whose first reply is due at 11:00, with an assignee in a team that has a lead. */
async function withDueTicket() {
  const desk = await newDesk('2020-11-16T08:00:00Z');
  const { world } = desk;
  const teamId = await world.team();
  const assignee = await world.member({ name: 'Gábor', teamIds: [teamId] });
  const lead = await world.member({ name: 'Līga', teamIds: [teamId] });
  const manager = await world.member({ name: 'Mara', role: 'manager' });
  await world.db.teamMember.updateMany({
    where: { teamId, userId: lead.actor.id ?? '' },
    data: { lead: true },
  });
  await world.db.user.update({ where: { id: assignee.actor.id ?? '' }, data: { locale: 'hu' } });
  await desk.policy(await desk.calendar(), { normal: { first_reply: 120 } });
  const { ticketId } = await world.ticket(desk.agent, { assigneeId: assignee.actor.id, teamId });
  return { ...desk, ticketId, assignee, lead, manager };
}

const at = (time: string) => new Date(`2020-11-16T${time}:00+01:00`);

/** Sweeps at this instant, years before the clocks of all other tests, so that theirs are left alone. */
async function sweep({ world, until }: Desk, instant: Date) {
  until(instant);
  await sweepSla({ db: world.db, newId: () => crypto.randomUUID() }, instant);
}

const mailsTo = async ({ world }: Desk, person: StaffContext) => {
  const user = await world.db.user.findUniqueOrThrow({ where: { id: person.actor.id ?? '' } });
  const mails = await world.db.outgoingMail.findMany({
    where: { workspaceId: world.workspaceId, rcptTo: { has: user.email } },
    orderBy: { id: 'asc' },
  });
  return mails.map(({ subject }) => subject.replace(/#\d+/, '#'));
};

const told = async ({ world }: Desk, ticketId: string) => {
  const kinds = [...KINDS, 'sla.webhook_called'];
  const facts = await Promise.all(kinds.map((type) => factsOf(world, ticketId, type)));
  return facts.flat().map(({ type }) => type);
};

describe('the sweep over due clocks', () => {
  test('warns the assignee at 75 %, in their language, and nobody before', async () => {
    const desk = await withDueTicket();
    await sweep(desk, at('10:29'));
    expect(await told(desk, desk.ticketId)).toEqual([]);
    await sweep(desk, at('10:30'));
    expect(await told(desk, desk.ticketId)).toEqual(['sla.warning']);
    expect(await mailsTo(desk, desk.assignee)).toEqual(['Hamarosan lejár: # Broken kettle']);
    expect(await mailsTo(desk, desk.lead)).toEqual([]);
  });

  test('marks a missed target with its true instant and tells assignee and lead, however late it runs', async () => {
    const desk = await withDueTicket();
    await sweep(desk, at('10:45'));
    await sweep(desk, at('11:00'));
    expect(await told(desk, desk.ticketId)).toEqual(['sla.warning']);
    await sweep(desk, at('11:40'));
    const clock = (await clocksIn(desk.world, desk.ticketId)).get('first_reply 1');
    expect(clock).toMatchObject({ breachedAt: at('11:00'), state: 'running', level: 2 });
    const [missed] = await factsOf(desk.world, desk.ticketId, 'sla.target_missed');
    expect(missed?.data).toEqual({
      metric: 'first_reply',
      sequence: 1,
      dueAt: at('11:00').toISOString(),
    });
    expect(await mailsTo(desk, desk.lead)).toEqual(['Overdue: # Broken kettle']);
    expect(await mailsTo(desk, desk.manager)).toEqual([]);
  });

  test('tells managers an open hour later, and nobody twice', async () => {
    const desk = await withDueTicket();
    for (const time of ['10:30', '10:31', '11:01', '11:02', '12:00', '12:01', '15:00']) {
      await sweep(desk, at(time));
    }
    expect(await told(desk, desk.ticketId)).toEqual(KINDS);
    expect(await mailsTo(desk, desk.manager)).toEqual(['Still overdue: # Broken kettle']);
    expect(await mailsTo(desk, desk.assignee)).toHaveLength(2);
    expect(await mailsTo(desk, desk.lead)).toHaveLength(1);
  });

  test('tells managers of what nobody has and no lead hears of, from the first step on', async () => {
    const desk = await withDueTicket();
    const { world } = desk;
    const leaderless = await world.team();
    const admin = await world.member({ name: 'Adél', role: 'admin' });
    const bound = await world.member({ name: 'Ben', role: 'manager', scope: 'own' });
    await desk.change(desk.ticketId, { assigneeId: null, teamId: leaderless });
    await sweep(desk, at('10:30'));
    expect(await mailsTo(desk, desk.manager)).toEqual(['Due soon: # Broken kettle']);
    await sweep(desk, at('11:30'));
    expect((await mailsTo(desk, desk.manager)).toSorted()).toEqual([
      'Due soon: # Broken kettle',
      'Overdue: # Broken kettle',
    ]);
    for (const other of [desk.assignee, desk.lead, admin, bound])
      expect(await mailsTo(desk, other)).toEqual([]);
  });

  test('calls the webhook of the policy after its own time, once', async () => {
    const desk = await withDueTicket();
    const { db, workspaceId } = desk.world;
    const endpointId = crypto.randomUUID();
    const made = desk.world.now();
    const endpoint = {
      workspaceId,
      id: endpointId,
      name: 'Alarm',
      url: 'https://alarm.test/',
      sealedSecret: '',
    };
    await db.webhookEndpoint.create({ data: { ...endpoint, createdAt: made, updatedAt: made } });
    const { id, calendarId } = await db.slaPolicy.findFirstOrThrow({ where: { workspaceId } });
    const webhook = { webhookEndpointId: endpointId, webhookMinutes: 90 };
    await desk.policy(calendarId, { normal: { first_reply: 120 } }, { id, ...webhook });
    await comeUnderPolicies(desk.world.system('schedule'), { rulesVersion: await rulesVersionOf(desk) });
    const calls = () => db.webhookDelivery.findMany({ where: { workspaceId, endpointId } });
    for (const time of ['10:30', '11:01', '12:00', '12:29']) await sweep(desk, at(time));
    expect(await calls()).toEqual([]);
    for (const time of ['12:30', '12:31', '15:00']) await sweep(desk, at(time));
    expect(await told(desk, desk.ticketId)).toEqual([...KINDS, 'sla.webhook_called']);
    const [call, ...others] = await calls();
    expect(others).toEqual([]);
    expect(call?.type).toBe('sla.still_missed');
    expect(JSON.parse(call?.body ?? '')).toMatchObject({
      timestamp: at('12:30').toISOString(),
      data: { ticket: { id: desk.ticketId }, metric: 'first_reply', dueAt: at('11:00').toISOString() },
    });
    expect(await mailsTo(desk, desk.manager)).toHaveLength(1);
  });

  test('says nothing of a webhook that is switched off or gone', async () => {
    const desk = await withDueTicket();
    const { db, workspaceId } = desk.world;
    const endpointId = crypto.randomUUID();
    const made = desk.world.now();
    const endpoint = {
      workspaceId,
      id: endpointId,
      name: 'Alarm',
      url: 'https://alarm.test/',
      sealedSecret: '',
    };
    await db.webhookEndpoint.create({
      data: { ...endpoint, active: false, createdAt: made, updatedAt: made },
    });
    const { id, calendarId } = await db.slaPolicy.findFirstOrThrow({ where: { workspaceId } });
    const webhook = { webhookEndpointId: endpointId, webhookMinutes: 90 };
    await desk.policy(calendarId, { normal: { first_reply: 120 } }, { id, ...webhook });
    await comeUnderPolicies(desk.world.system('schedule'), { rulesVersion: await rulesVersionOf(desk) });
    await sweep(desk, at('15:00'));
    expect(await told(desk, desk.ticketId)).toEqual(['sla.target_missed', 'sla.escalated']);
    expect(await deleteEndpoint(desk.owner, { endpointId })).toMatchObject({ ok: true });
    expect(await db.slaPolicy.findFirst({ where: { workspaceId } })).toMatchObject({
      webhookEndpointId: null,
    });
  });

  test('says everything once when two sweeps run at once', async () => {
    const desk = await withDueTicket();
    desk.until(at('11:01'));
    const world = { db: desk.world.db, newId: () => crypto.randomUUID() };
    await Promise.all(Array.from({ length: 4 }, () => sweepSla(world, at('11:01'))));
    expect(await told(desk, desk.ticketId)).toEqual(['sla.target_missed']);
    expect(await mailsTo(desk, desk.assignee)).toHaveLength(1);
  });

  test('leaves nothing behind when it breaks in the middle, and does all of it the next time', async () => {
    const desk = await withDueTicket();
    desk.until(at('11:01'));
    const broken = () => {
      throw new Error('the worker was killed');
    };
    await expect(sweepSla({ db: desk.world.db, newId: broken }, at('11:01'))).rejects.toThrow('killed');
    expect(await told(desk, desk.ticketId)).toEqual([]);
    await sweep(desk, at('11:02'));
    expect(await told(desk, desk.ticketId)).toEqual(['sla.target_missed']);
    expect(await mailsTo(desk, desk.assignee)).toHaveLength(1);
  });

  test('catches up after the worker was away: all facts, one mail to each', async () => {
    const desk = await withDueTicket();
    await sweep(desk, at('16:00'));
    expect(await told(desk, desk.ticketId)).toEqual(['sla.target_missed', 'sla.escalated']);
    expect(await mailsTo(desk, desk.manager)).toEqual(['Still overdue: # Broken kettle']);
    expect(await mailsTo(desk, desk.lead)).toEqual(['Overdue: # Broken kettle']);
    expect(await mailsTo(desk, desk.assignee)).toHaveLength(1);
  });

  test('a reply that comes late before any sweep is missed all the same, and mails nobody', async () => {
    const desk = await withDueTicket();
    desk.until(at('11:30'));
    await desk.reply(desk.ticketId);
    expect(await told(desk, desk.ticketId)).toEqual(['sla.target_missed']);
    await sweep(desk, at('12:30'));
    expect(await told(desk, desk.ticketId)).toEqual(['sla.target_missed']);
    expect(await mailsTo(desk, desk.assignee)).toEqual([]);
  });

  test('a later due time arms the warning again', async () => {
    const desk = await withDueTicket();
    await sweep(desk, at('10:30'));
    const policy = await desk.world.db.slaPolicy.findFirstOrThrow({
      where: { workspaceId: desk.world.workspaceId },
    });
    await desk.policy(policy.calendarId, { normal: { first_reply: 240 } }, { id: policy.id });
    await desk.change(desk.ticketId, { subject: 'Broken kettle again' });
    await sweep(desk, at('12:01'));
    expect(await told(desk, desk.ticketId)).toEqual(['sla.warning', 'sla.warning']);
  });

  test('a paused clock is not looked at', async () => {
    const desk = await newDesk('2020-11-16T08:00:00Z');
    await desk.policy(await desk.calendar(), { normal: { requester_wait: 60 } });
    const { ticketId } = await desk.world.ticket(desk.agent);
    await desk.reply(ticketId, 'pending');
    await sweep(desk, at('15:00'));
    expect(await told(desk, ticketId)).toEqual([]);
  });
});
