import { expect, test } from 'vitest';
import { activateSurvey } from '@/features/surveys/commands/activate-survey';
import { askByHand } from '@/features/surveys/commands/ask-by-hand';
import { surveysByHand } from '@/features/surveys/queries-choice';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { newWorld } from '../../support/world';
import { invites, mails, solvedTicket, survey } from './support';

test('a colleague asks from a ticket, by mail or by a link, about whoever had it then, once, and what is on', async () => {
  const world = await newWorld();
  const agent = await world.member();
  const manager = await world.member({ role: 'manager' });
  const solved = await survey(manager, { name: 'After' });
  const byHand = await survey(manager, {
    name: 'Resolved?',
    kind: 'resolved',
    trigger: 'hand',
    remindAfterDays: 3,
  });
  await survey(manager, { kind: 'nps', trigger: 'schedule', throttleDays: 90 });
  expect((await surveysByHand(agent)).map(({ id }) => id)).toEqual([byHand, solved]);
  const { ticketId } = await solvedTicket(world, agent);
  world.pass(60);
  await changeTicket(manager, { ticketId, assigneeId: manager.actor.id });
  const asked = await askByHand(manager, { ticketId, surveyId: byHand, send: true });
  expect(asked).toMatchObject({
    ok: true,
    value: { link: expect.stringMatching(/\/survey\/[a-z2-7]{32}$/) },
  });
  expect(await askByHand(manager, { ticketId, surveyId: byHand, send: false })).toMatchObject({
    error: { code: 'survey.asked_already' },
  });
  expect(await mails(world)).toHaveLength(1);
  const hand = (await invites(world)).filter(({ surveyId }) => surveyId === byHand);
  expect(hand).toMatchObject([{ agentId: agent.actor.id, channel: 'email', remindAt: expect.any(Date) }]);
  await activateSurvey(manager, { surveyId: solved, active: false });
  expect(await askByHand(manager, { ticketId, surveyId: solved, send: false })).toMatchObject({
    error: { code: 'not_found' },
  });
});

test('about the relationship a customer is asked every 90 days at most, by hand neither', async () => {
  const world = await newWorld();
  const agent = await world.member();
  const surveyId = await survey(await world.member({ role: 'manager' }), { kind: 'nps', trigger: 'hand' });
  const first = await solvedTicket(world, agent);
  const second = await solvedTicket(world, agent);
  expect((await askByHand(agent, { ticketId: first.ticketId, surveyId, send: true })).ok).toBe(true);
  world.pass(80 * 86_400);
  expect(await askByHand(agent, { ticketId: second.ticketId, surveyId, send: true })).toMatchObject({
    error: { code: 'survey.asked_already' },
  });
  world.pass(11 * 86_400);
  expect((await askByHand(agent, { ticketId: second.ticketId, surveyId, send: true })).ok).toBe(true);
});
