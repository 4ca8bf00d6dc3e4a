import { describe, expect, test } from 'vitest';
import { fillQueue } from '@/features/routing/commands/fill-queue';
import { planTimeOff } from '@/features/routing/commands/plan-time-off';
import { fillQueuesOf, routeTicket } from '@/features/routing/commands/route-ticket';
import { saveProfile } from '@/features/routing/commands/save-profile';
import { saveSkill } from '@/features/routing/commands/save-skill';
import { setAvailability } from '@/features/routing/commands/set-availability';
import { profileInput, skillInput, timeOffInput } from '@/features/routing/inputs';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { deskUpdateInput } from '@/features/tickets/inputs';
import { assigneesOf, customerWrites, factsOf, idOf, lastSaveOf, newTeam } from './support';

type Team = Awaited<ReturnType<typeof newTeam>>;

/** What the worker does with the job of the ticket's last save. */
const passOver = async (team: Team, ticketId: string) =>
  routeTicket(team.router(), { ticketId, at: await lastSaveOf(team.world, ticketId) });

const assigneeOf = async (team: Team, ticketId: string) => (await assigneesOf(team.world, [ticketId]))[0];

describe('a ticket that comes in', () => {
  test('goes to whoever has the least to do, is opened by it, and says why', async () => {
    const team = await newTeam();
    const [busy, idle] = [await team.agent('Busy'), await team.agent('Idle')];
    await team.waiting({ assigneeId: idOf(busy) });
    const ticketId = await team.waiting({ requester: { email: 'new@c.test', name: 'New' } });
    await passOver(team, ticketId);
    expect(await assigneeOf(team, ticketId)).toBe(idOf(idle));
    const [reason] = await factsOf(team.world, ticketId, 'ticket.routed');
    expect(reason).toMatchObject({
      actorKind: 'system',
      actorId: 'routing',
      data: { to: idOf(idle), how: 'push', chosenBy: 'lowest_load', loadPercent: 0, customerId: null },
    });
    const ticket = await team.world.db.ticket.findFirstOrThrow({ where: { id: ticketId } });
    expect(ticket.status).toBe('open');
  });

  test('goes to whoever speaks its language and served the customer before', async () => {
    const team = await newTeam();
    const hungarian = await team.agent('Zsófia', { languages: ['hu', 'en'] });
    await team.agent('Ilona', { languages: ['hu'] });
    await team.agent('Emma', { languages: ['en'] });
    await team.waiting({ assigneeId: idOf(hungarian) });
    const ticketId = await team.waiting({ language: 'hu' });
    await passOver(team, ticketId);
    expect(await assigneeOf(team, ticketId)).toBe(idOf(hungarian));
    const [reason] = await factsOf(team.world, ticketId, 'ticket.routed');
    const customerId = expect.any(String);
    expect(reason?.data).toMatchObject({ language: 'hu', chosenBy: 'last_agent', customerId });
  });

  test('waits where nobody speaks its language, until it has waited as long as the queue allows', async () => {
    const team = await newTeam({ relaxAfterMinutes: 10 });
    const english = await team.agent('Emma', { languages: ['en'] });
    const ticketId = await team.waiting({ language: 'lv' });
    await passOver(team, ticketId);
    expect(await assigneeOf(team, ticketId)).toBeNull();
    team.world.pass(600);
    await fillQueue(team.router(), team.teamId);
    expect(await assigneeOf(team, ticketId)).toBe(idOf(english));
    const [reason] = await factsOf(team.world, ticketId, 'ticket.routed');
    expect(reason?.data).toMatchObject({ relaxed: true, language: null });
  });

  test('with a tag that asks for a skill goes to whoever has it, by name', async () => {
    const team = await newTeam();
    await team.agent('Emma');
    const skilled = await team.agent('Jānis');
    const made = await saveSkill(
      team.owner,
      skillInput.parse({ name: 'Espresso machines', tags: ['machine'] }),
    );
    const skillIds = made.ok ? [made.value.skillId] : [];
    const capacities = { mail: null, chat: null, phone: null, social: null };
    const profile = { userId: idOf(skilled), languages: [], skillIds, capacities };
    await saveProfile(team.owner, profileInput.parse(profile));
    await team.waiting({ assigneeId: idOf(skilled) });
    const ticketId = await team.waiting({ tags: ['machine'], requester: { email: 'x@c.test', name: '' } });
    await passOver(team, ticketId);
    expect(await assigneeOf(team, ticketId)).toBe(idOf(skilled));
    const [reason] = await factsOf(team.world, ticketId, 'ticket.routed');
    expect(reason?.data).toMatchObject({ skills: 'Espresso machines' });
  });

  test('waits while its queue is off or only for pulling, and in a team without a queue', async () => {
    const team = await newTeam({ mode: 'pull' });
    await team.agent('Emma');
    const ticketId = await team.waiting();
    await passOver(team, ticketId);
    await team.setQueue({ mode: 'off' });
    await passOver(team, ticketId);
    expect(await assigneeOf(team, ticketId)).toBeNull();
  });

  test('is given to nobody as spam', async () => {
    const team = await newTeam();
    await team.agent('Emma');
    const ticketId = await team.waiting();
    await changeTicket(team.owner, deskUpdateInput.parse({ ticketId, spam: true }));
    await passOver(team, ticketId);
    expect(await assigneeOf(team, ticketId)).toBeNull();
  });
});

describe('the order of a queue', () => {
  test('is by waiting time, by priority or by what is due next', async () => {
    const team = await newTeam();
    await team.capacity({ mail: 1 }, { low: 1, normal: 1, high: 1, urgent: 1 });
    const longest = await team.waiting();
    const urgent = await team.waiting({ priority: 'urgent' });
    const due = await team.waiting();
    const { workspaceId, db, now } = team.world;
    await db.ticket.updateMany({ where: { workspaceId, id: due }, data: { nextDueAt: now() } });
    for (const [order, expected] of [
      ['priority', urgent],
      ['due', due],
      ['longest_waiting', longest],
    ] as const) {
      await team.setQueue({ order });
      const agent = await team.agent(order);
      await fillQueuesOf(team.router(), idOf(agent));
      expect(await assigneeOf(team, expected)).toBe(idOf(agent));
    }
  });
});

describe('room for more', () => {
  test('comes with a ticket that is solved or waits for the customer, and what waits fills it', async () => {
    const team = await newTeam();
    await team.capacity({ mail: 1 });
    const agent = await team.agent('Emma');
    const [first, second] = [await team.waiting(), await team.waiting()];
    await passOver(team, second);
    expect(await assigneesOf(team.world, [first, second])).toEqual([idOf(agent), null]);
    team.world.pass(60);
    await changeTicket(agent, deskUpdateInput.parse({ ticketId: first, status: 'pending' }));
    await passOver(team, first);
    expect(await assigneesOf(team.world, [first, second])).toEqual([idOf(agent), idOf(agent)]);
  });

  test('a ticket taken by hand counts, beyond capacity too; routing then gives nothing more', async () => {
    const team = await newTeam();
    await team.capacity({ mail: 1 });
    const agent = await team.agent('Emma');
    await team.waiting({ assigneeId: idOf(agent) });
    await team.waiting({ assigneeId: idOf(agent) });
    const ticketId = await team.waiting();
    await passOver(team, ticketId);
    expect(await assigneeOf(team, ticketId)).toBeNull();
  });
});

describe('people who are not there', () => {
  test('get nothing: away, on a break, offline, or on leave', async () => {
    const team = await newTeam();
    for (const state of ['away', 'break', 'offline'] as const) {
      const agent = await team.agent(state);
      await setAvailability(agent, { state });
    }
    const onLeave = await team.agent('On leave');
    const days = { fromOn: '2026-03-01', untilOn: '2026-03-02' };
    await planTimeOff(onLeave, timeOffInput.parse(days));
    const ticketId = await team.waiting();
    await passOver(team, ticketId);
    expect(await assigneeOf(team, ticketId)).toBeNull();
    team.world.pass(86_400);
    await setAvailability(onLeave, { state: 'online' });
    await fillQueue(team.router(), team.teamId);
    expect(await assigneeOf(team, ticketId)).toBe(idOf(onLeave));
  });

  test('their customers are served by who stands in, from the first message on', async () => {
    const team = await newTeam({ mode: 'off' });
    const [away, standIn, last] = [await team.agent('A'), await team.agent('B'), await team.agent('C')];
    const ticketId = await team.waiting({ assigneeId: idOf(away) });
    const days = { fromOn: '2026-03-02', untilOn: '2026-03-06' };
    await planTimeOff(away, timeOffInput.parse({ ...days, substituteId: idOf(standIn) }));
    await planTimeOff(standIn, timeOffInput.parse({ ...days, substituteId: idOf(last) }));
    team.world.pass(60);
    await customerWrites(team.world, ticketId);
    await passOver(team, ticketId);
    expect(await assigneeOf(team, ticketId)).toBe(idOf(last));
    const [reason] = await factsOf(team.world, ticketId, 'ticket.routed');
    expect(reason?.data).toMatchObject({ how: 'substitute', from: idOf(away), to: idOf(last) });
  });

  test('two who stand in for each other while both are away do not turn in circles', async () => {
    const team = await newTeam({ mode: 'off' });
    const [one, other] = [await team.agent('A'), await team.agent('B')];
    const ticketId = await team.waiting({ assigneeId: idOf(one) });
    const days = { fromOn: '2026-03-02', untilOn: '2026-03-06' };
    await planTimeOff(one, timeOffInput.parse({ ...days, substituteId: idOf(other) }));
    await planTimeOff(other, timeOffInput.parse({ ...days, substituteId: idOf(one) }));
    team.world.pass(60);
    await customerWrites(team.world, ticketId);
    await passOver(team, ticketId);
    expect(await assigneeOf(team, ticketId)).toBe(idOf(one));
  });
});

test('a pass that runs twice, as jobs may, changes nothing the second time', async () => {
  const team = await newTeam();
  await team.agent('Emma');
  const ticketId = await team.waiting();
  const at = await lastSaveOf(team.world, ticketId);
  await routeTicket(team.router(), { ticketId, at });
  await routeTicket(team.router(), { ticketId, at });
  expect(await factsOf(team.world, ticketId, 'ticket.assigned')).toHaveLength(1);
});
