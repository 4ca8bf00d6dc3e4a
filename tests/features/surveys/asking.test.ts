import { describe, expect, test } from 'vitest';
import { noteUndelivered } from '@/features/surveys/commands/note-undelivered';
import { keepOptOut } from '@/features/surveys/commands/opt-out';
import { newWorld } from '../../support/world';
import { invites, later, mails, reopen, solve, solvedTicket, survey } from './support';

/** Before the days of all other tests: each sweep goes through every workspace. */
const DAY = '2018-03-05T09:00:00Z';

/** One after the other: each sweep goes through every workspace. */
describe('asking about a solution', () => {
  test('comes after the delay, once, in the customer’s language, with the agent and team of the time', async () => {
    const world = await newWorld({ at: DAY });
    const agent = await world.member();
    const teamId = await world.team();
    await survey(await world.member({ role: 'manager' }), { delayMinutes: 60 });
    const { ticketId } = await solvedTicket(world, agent, { language: 'lv', teamId });

    expect(await mails(world)).toEqual([]);
    await later(world, 2);
    await later(world, 1);

    const [mail, ...others] = await mails(world);
    expect(others).toEqual([]);
    expect(mail?.subject).toContain('Kā mums veicās?');
    expect(mail?.rcptTo).toEqual(['anna@customer.test']);
    expect(mail?.mailFrom).toBe(world.mailbox.address);
    expect(mail?.headers).toMatchObject({
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Unsubscribe': expect.stringMatching(/^<http.+\/api\/surveys\/[a-z2-7]{32}\/stop>$/),
      'Auto-Submitted': 'auto-generated',
    });
    expect(mail?.html).toMatch(/<html lang="lv">.*href="[^"]+\?score=5"/s);
    expect(mail?.text).toMatch(/\?score=1/);
    const [invite] = await invites(world);
    expect(invite).toMatchObject({
      ticketId,
      agentId: agent.actor.id,
      teamId,
      state: 'sent',
      channel: 'email',
    });
    const events = await world.db.ticketEvent.findMany({
      where: { workspaceId: world.workspaceId, ticketId },
    });
    expect(events.filter(({ type }) => type === 'survey.asked')).toHaveLength(1);
  });

  test('is called off when the ticket comes back, and asked anew about the next solution', async () => {
    const world = await newWorld({ at: DAY });
    const agent = await world.member();
    await survey(await world.member({ role: 'manager' }));
    const { ticketId } = await solvedTicket(world, agent);
    await reopen(world, agent, ticketId);
    await later(world, 3);
    expect(await mails(world)).toEqual([]);

    await solve(world, agent, ticketId);
    await later(world, 3);
    expect(await mails(world)).toHaveLength(1);
    expect((await invites(world)).map(({ state, episode }) => [episode, state])).toEqual([
      [0, 'cancelled'],
      [1, 'sent'],
    ]);
  });

  test('happens once within the throttle over all tickets of a customer, also when two are due at once', async () => {
    const world = await newWorld({ at: DAY });
    const agent = await world.member();
    await survey(await world.member({ role: 'manager' }), { throttleDays: 14 });
    await solvedTicket(world, agent);
    await solvedTicket(world, agent);
    await later(world, 3);
    expect(await mails(world)).toHaveLength(1);
    expect((await invites(world)).map(({ reason }) => reason).sort()).toEqual(['', 'throttled']);

    world.pass(15 * 86_400);
    await solvedTicket(world, agent);
    await later(world, 3);
    expect(await mails(world)).toHaveLength(2);
  });

  test.each([
    ['spam', { spam: true }, 'spam'],
    ['a ticket that was closed without a word', { firstRepliedAt: null }, 'no_reply'],
    ['an internal task', { lastCustomerAt: null }, 'internal'],
  ])('never about %s', async (_name, data, reason) => {
    const world = await newWorld({ at: DAY });
    const agent = await world.member();
    await survey(await world.member({ role: 'manager' }));
    const { ticketId } = await solvedTicket(world, agent);
    await world.db.ticket.updateMany({ where: { workspaceId: world.workspaceId, id: ticketId }, data });
    await later(world, 3);
    expect(await mails(world)).toEqual([]);
    expect((await invites(world)).map((each) => each.reason)).toEqual([reason]);
  });

  test('not whom the condition leaves out, not who opted out, and not when it is switched off meanwhile', async () => {
    const world = await newWorld({ at: DAY });
    const agent = await world.member();
    const manager = await world.member({ role: 'manager' });
    const condition = { field: 'priority', operator: 'is_any_of', values: ['urgent'] };
    await survey(manager, { condition });
    await solvedTicket(world, agent);
    await solvedTicket(world, agent, { priority: 'urgent' });
    expect(await invites(world)).toHaveLength(1);
    const [{ customerId = '' } = {}] = await invites(world);
    await world.db.$transaction((tx) =>
      keepOptOut(tx, { workspaceId: world.workspaceId, customerId, source: 'staff', at: world.now() }),
    );
    await later(world, 3);
    await solvedTicket(world, agent, { priority: 'urgent' });
    await later(world, 3);
    expect(await mails(world)).toEqual([]);
    expect((await invites(world)).map(({ reason }) => reason)).toEqual(['opted_out', 'opted_out']);

    const stranger = { email: 'blocked@customer.test', name: 'Blocked' };
    await solvedTicket(world, agent, { priority: 'urgent', requester: stranger });
    await world.db.customer.updateMany({
      where: { workspaceId: world.workspaceId, identities: { some: { value: stranger.email } } },
      data: { blockedAt: world.now() },
    });
    await later(world, 3);
    expect(await mails(world)).toEqual([]);
    expect((await invites(world)).map(({ reason }) => reason)).toContain('blocked');

    await solvedTicket(world, agent, {
      priority: 'urgent',
      requester: { email: 'b@customer.test', name: 'B' },
    });
    await world.db.surveyDefinition.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { active: false },
    });
    await later(world, 3);
    expect((await invites(world)).at(-1)?.reason).toBe('switched_off');
  });

  test('waits for the morning on the customer’s own clock', async () => {
    const world = await newWorld({ at: '2018-03-24T20:00:00Z' });
    const agent = await world.member();
    await survey(await world.member({ role: 'manager' }), {
      delayMinutes: 30,
      quiet: { from: 1200, until: 480 },
    });
    await solvedTicket(world, agent);
    await world.db.customer.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { timeZone: 'America/New_York' },
    });
    await solvedTicket(world, agent, { requester: { email: 'peteris@customer.test', name: 'Pēteris' } });
    await world.db.customer.updateMany({
      where: { workspaceId: world.workspaceId, displayName: 'Pēteris' },
      data: { timeZone: 'Europe/Riga' },
    });
    // 17:00 in New York; 23:00 in Riga, in the night in which its clock jumps.
    await later(world, 1);
    expect((await mails(world)).flatMap(({ rcptTo }) => rcptTo)).toEqual([]);
    // Planned by the workspace's clock, both wait for its morning; then each customer's own clock counts.
    await later(world, 9);
    expect((await mails(world)).flatMap(({ rcptTo }) => rcptTo)).toEqual(['peteris@customer.test']);
    await later(world, 8);
    expect((await mails(world)).flatMap(({ rcptTo }) => rcptTo)).toHaveLength(2);
  });

  test('reminds once, not who has answered, and ends', async () => {
    const world = await newWorld({ at: DAY });
    const agent = await world.member();
    await survey(await world.member({ role: 'manager' }), { remindAfterDays: 3, expireDays: 10 });
    await solvedTicket(world, agent);
    await later(world, 2);
    await later(world, 24 * 4);
    await later(world, 24);
    expect((await mails(world)).map(({ uniqueKey }) => uniqueKey?.split('/').at(-1))).toEqual([
      'question',
      'reminder',
    ]);
    await later(world, 24 * 6);
    expect((await invites(world)).map(({ state }) => state)).toEqual(['expired']);
  });

  test('what bounced was never asked: it neither counts nor throttles', async () => {
    const world = await newWorld({ at: DAY });
    const agent = await world.member();
    await survey(await world.member({ role: 'manager' }));
    await solvedTicket(world, agent);
    await later(world, 2);
    const [mail] = await mails(world);
    await world.db.$transaction((tx) => noteUndelivered(tx, world, mail?.id ?? ''));
    expect((await invites(world)).map(({ state }) => state)).toEqual(['bounced']);
    await solvedTicket(world, agent);
    await later(world, 2);
    expect(await mails(world)).toHaveLength(2);
  });

  test('about the relationship: first turns at a solution, at an even pace, and not again within 90 days', async () => {
    const world = await newWorld({ at: DAY });
    const agent = await world.member();
    const manager = await world.member({ role: 'manager' });
    for (const name of ['a', 'b', 'c'])
      await solvedTicket(world, agent, { requester: { email: `${name}@customer.test`, name } });
    await survey(manager, { kind: 'nps', trigger: 'schedule', throttleDays: 90, dailyQuota: 24 });
    await later(world, 1);
    expect(await mails(world)).toHaveLength(1);
    await later(world, 1);
    await later(world, 1);
    await later(world, 30);
    const sent = await mails(world);
    expect(new Set(sent.flatMap(({ rcptTo }) => rcptTo)).size).toBe(3);
    expect(sent).toHaveLength(3);
    await solvedTicket(world, agent, { requester: { email: 'a@customer.test', name: 'a' } });
    await later(world, 24 * 60);
    expect(await mails(world)).toHaveLength(3);
    await later(world, 24 * 31);
    await later(world, 2);
    await later(world, 2);
    expect((await mails(world)).length).toBeGreaterThan(3);
  });
});
