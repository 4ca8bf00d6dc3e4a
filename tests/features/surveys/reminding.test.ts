import { expect, test } from 'vitest';
import { saveSurvey } from '@/features/surveys/commands/save-survey';
import { surveyFields } from '@/features/surveys/commands/survey-fields';
import { newWorld } from '../../support/world';
import { invites, later, mails, reopen, solvedTicket, survey } from './support';

/** Before the days of other tests: each sweep goes through every workspace. */
const DAY = '2015-03-02T09:00:00Z';

async function asked(over: Record<string, unknown>) {
  const world = await newWorld({ at: DAY });
  const agent = await world.member();
  const manager = await world.member({ role: 'manager' });
  const surveyId = await survey(manager, { remindAfterDays: 3, expireDays: 10, ...over });
  const { ticketId } = await solvedTicket(world, agent);
  await later(world, 2);
  expect(await mails(world)).toHaveLength(1);
  return { world, agent, manager, surveyId, ticketId };
}

test('who wrote again since is not reminded of how it was', async () => {
  const { world, agent, ticketId } = await asked({});
  await reopen(world, agent, ticketId);
  await later(world, 24 * 4);
  expect(await mails(world)).toHaveLength(1);
});

test('a worker that slept reminds nobody of what is over', async () => {
  const { world } = await asked({});
  await later(world, 24 * 11);
  expect(await mails(world)).toHaveLength(1);
  expect((await invites(world)).map(({ state }) => state)).toEqual(['expired']);
});

test('a reminder that quiet hours would hold until the end does not leave', async () => {
  const { world } = await asked({ remindAfterDays: 1, expireDays: 2 });
  const data = { expiresAt: new Date(world.now().getTime() + 30 * 3_600_000) };
  await world.db.surveyInvite.updateMany({ where: { workspaceId: world.workspaceId }, data });
  const definition = await world.db.surveyVersion.findFirstOrThrow({
    where: { workspaceId: world.workspaceId },
  });
  const terms = { ...(definition.terms as object), quiet: { from: 0, until: 1439 } };
  await world.db.surveyVersion.updateMany({ where: { workspaceId: world.workspaceId }, data: { terms } });
  await later(world, 25);
  await later(world, 24);
  expect(await mails(world)).toHaveLength(1);
});

test('the reminder asks in the words in which it was asked, also when the survey is another by now', async () => {
  const { world, manager, surveyId } = await asked({});
  const now = surveyFields.parse({ name: 'Satisfaction', kind: 'resolved', quiet: null, active: true });
  await saveSurvey(manager, { ...now, id: surveyId });
  await later(world, 24 * 4);
  const [, reminder] = await mails(world);
  expect(reminder?.html).toMatch(/score=5/);
});

test('a survey on a schedule begins with those for whom something was solved that it is meant for', async () => {
  const world = await newWorld({ at: DAY });
  const agent = await world.member();
  const manager = await world.member({ role: 'manager' });
  await solvedTicket(world, agent, { requester: { email: 'a@customer.test', name: 'A' } });
  await solvedTicket(world, agent, {
    priority: 'urgent',
    requester: { email: 'b@customer.test', name: 'B' },
  });
  const condition = { field: 'priority', operator: 'is_any_of', values: ['urgent'] };
  await survey(manager, { kind: 'nps', trigger: 'schedule', throttleDays: 90, condition });
  const turns = await world.db.surveyTurn.findMany({
    where: { workspaceId: world.workspaceId },
    select: { customer: { select: { displayName: true } } },
  });
  expect(turns.map(({ customer }) => customer.displayName)).toEqual(['B']);
});
