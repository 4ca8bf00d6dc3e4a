import { expect, test } from 'vitest';
import { chooseSurveys } from '@/features/surveys/commands/choose-surveys';
import { surveyStop } from '@/features/surveys/queries-choice';
import { newWorld } from '../../support/world';
import { invites, later, mails, solvedTicket, survey } from './support';

/** Before the days of other tests: each sweep goes through every workspace. */
const DAY = '2017-03-06T09:00:00Z';

test('staff call off what is planned for whoever wants no questions, and let them be asked again', async () => {
  const world = await newWorld({ at: DAY });
  const agent = await world.member();
  await survey(await world.member({ role: 'manager' }), { throttleDays: 0 });
  await solvedTicket(world, agent);
  const [planned] = await invites(world);
  const customerId = planned?.customerId ?? '';

  expect(await chooseSurveys(agent, { customerId, asked: false })).toMatchObject({ ok: true });
  expect(await surveyStop(agent, customerId)).toMatchObject({ source: 'staff', at: world.now() });
  await later(world, 3);
  expect(await mails(world)).toEqual([]);
  expect((await invites(world)).map(({ state, reason }) => [state, reason])).toEqual([
    ['skipped', 'opted_out'],
  ]);

  await chooseSurveys(agent, { customerId, asked: true });
  await chooseSurveys(agent, { customerId, asked: true });
  expect(await surveyStop(agent, customerId)).toBeNull();
  await solvedTicket(world, agent);
  await later(world, 3);
  expect(await mails(world)).toHaveLength(1);
  const told = await world.db.auditEntry.count({
    where: { workspaceId: world.workspaceId, action: 'customer.surveys' },
  });
  expect(told).toBe(2);
  const light = await world.member({ role: 'light_agent' });
  expect(await chooseSurveys(light, { customerId, asked: false })).toMatchObject({
    error: { code: 'not_found' },
  });
});
