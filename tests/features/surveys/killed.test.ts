import { expect, test } from 'vitest';
import { victim } from '../../support/victim';
import { newWorld } from '../../support/world';
import { invites, later, mails, solvedTicket, survey } from './support';

/** Before the days of all other tests, so that the sweep meets these rows only. */
const DAY = '2016-03-07T09:00:00Z';
const LATER = new Date('2016-03-07T11:00:00Z');
const CUSTOMERS = 3;

async function prepared() {
  const world = await newWorld({ at: DAY });
  const agent = await world.member();
  await survey(await world.member({ role: 'manager' }), { delayMinutes: 60 });
  for (let index = 0; index < CUSTOMERS; index++) {
    const requester = { email: `killed-${index}@customer.test`, name: `Customer ${index}` };
    await solvedTicket(world, agent, { requester });
  }
  const errand = { work: 'survey', workspaceId: world.workspaceId, ticketId: '', at: LATER } as const;
  return { world, errand };
}

test('a worker that is killed at any statement of asking asks nobody twice and forgets nobody', async () => {
  const whole = await prepared();
  const { statements, said } = await victim(whole.errand, 0);
  expect(statements, said).toBeGreaterThan(10);
  expect(await mails(whole.world)).toHaveLength(CUSTOMERS);

  const { world, errand } = await prepared();
  const steps = Array.from({ length: 6 }, (_, step) => 2 + Math.floor((step * (statements - 2)) / 5));
  for (const statement of new Set(steps)) {
    await victim(errand, statement);
    const asked = (await invites(world)).filter(({ state }) => state === 'sent');
    // Each asking is there whole, with its mail and its fact, or not at all.
    const letters = await mails(world);
    const facts = await world.db.ticketEvent.count({
      where: { workspaceId: world.workspaceId, type: 'survey.asked' },
    });
    expect([statement, letters.length, facts]).toEqual([statement, asked.length, asked.length]);
  }
  await later(world, 2);
  await later(world, 1);
  expect(await mails(world)).toHaveLength(CUSTOMERS);
  expect(new Set((await mails(world)).flatMap(({ rcptTo }) => rcptTo)).size).toBe(CUSTOMERS);
}, 180_000);
