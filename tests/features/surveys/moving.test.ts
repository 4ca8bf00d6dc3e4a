import { expect, test } from 'vitest';
import { mergeCustomers } from '@/features/customers/commands/merge-customers';
import { unmergeCustomers } from '@/features/customers/commands/unmerge-customers';
import { countWorkspace } from '@/features/metrics/commands/count-changes';
import { answerSurvey } from '@/features/surveys/commands/answer-survey';
import { keepOptOut } from '@/features/surveys/commands/opt-out';
import { questionBelow } from '@/features/surveys/queries-page';
import { mergeTickets } from '@/features/tickets/commands/merge-tickets';
import { undoMerge } from '@/features/tickets/commands/undo-merge';
import { inviteToken, placedToken } from '@/server/crypto/survey-token';
import { newWorld } from '../../support/world';
import { invites, later, solvedTicket, survey } from './support';

/** A customer who was asked about a solved ticket and has answered. */
async function answered() {
  const world = await newWorld();
  const agent = await world.member({ role: 'owner' });
  await survey(agent, { throttleDays: 0 });
  const { ticketId } = await solvedTicket(world, agent);
  await later(world, 2);
  const [invite] = await invites(world);
  const said = { token: inviteToken(invite?.id ?? ''), score: 5, answers: {}, comment: 'Quick.' };
  const ctx = { db: world.db, now: world.now, newId: agent.newId };
  const kept = await answerSurvey(ctx, said);
  if (!kept.ok) throw new Error(kept.error.code);
  const answer = () => world.db.surveyAnswer.findFirstOrThrow({ where: { workspaceId: world.workspaceId } });
  return { world, agent, ticketId, customerId: invite?.customerId ?? '', answer };
}

test('an answer goes with the ticket into another one, and comes back with it', async () => {
  const { world, agent, ticketId, answer } = await answered();
  const { db, workspaceId } = world;
  const other = await world.ticket(agent, { kind: 'inbound' });
  const merged = await mergeTickets(agent, { ticketId, intoNumber: other.number, acrossCustomers: false });
  if (!merged.ok) throw new Error(merged.error.code);
  expect(await answer()).toMatchObject({ ticketId: other.ticketId, score: 5 });
  await countWorkspace(world, workspaceId);
  const where = { workspaceId, kind: 'answer' };
  const fact = () => db.metricFact.findFirst({ where, select: { ticketId: true, excluded: true } });
  expect(await fact()).toEqual({ ticketId: other.ticketId, excluded: null });
  expect((await undoMerge(agent, { mergeId: merged.value.mergeId })).ok).toBe(true);
  expect(await answer()).toMatchObject({ ticketId });
});

test('an answer and the wish not to be asked go with the customer, and both come back', async () => {
  const { world, agent, customerId, answer } = await answered();
  const { db, workspaceId } = world;
  await keepOptOut(db, { workspaceId, customerId, source: 'staff', at: world.now() });
  const { ticketId } = await world.ticket(agent, {
    requester: { email: 'new@customer.test', name: 'Anna Ozola' },
  });
  const { requesterId: targetId } = await db.ticket.findFirstOrThrow({
    where: { workspaceId, id: ticketId },
  });
  const wanting = () => db.surveyOptOut.findMany({ where: { workspaceId }, select: { customerId: true } });
  const merged = await mergeCustomers(agent, { sourceId: customerId, targetId });
  if (!merged.ok) throw new Error(merged.error.code);
  expect(await answer()).toMatchObject({ customerId: targetId });
  expect(await wanting()).toContainEqual({ customerId: targetId });
  expect((await unmergeCustomers(agent, { mergeId: merged.value.mergeId })).ok).toBe(true);
  expect(await answer()).toMatchObject({ customerId });
  expect(await wanting()).toEqual([{ customerId }]);
});

test('whoever asked for it finds the question below a solved request, and looking keeps nothing', async () => {
  const world = await newWorld();
  const agent = await world.member({ role: 'owner' });
  const surveyId = await survey(agent, { channels: ['portal'] });
  const { ticketId } = await solvedTicket(world, agent);
  const request = await world.db.ticket.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, id: ticketId },
  });
  const below = (over: object = {}, readerId = request.requesterId) =>
    questionBelow({ ...agent, readerId, locale: 'lv' }, { ...request, ...over });
  const token = placedToken('portal', { workspaceId: world.workspaceId, id: ticketId, surveyId });
  expect(await below()).toMatchObject({ token, page: { locale: 'lv', kind: 'csat', given: null } });
  expect(await below({ status: 'open' })).toBeNull();
  expect(await below({}, agent.newId())).toBeNull();
  expect(await world.db.surveyAnswer.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
  const said = { token, score: 4, answers: {}, comment: '' };
  await answerSurvey({ db: world.db, now: world.now, newId: agent.newId }, said);
  expect(await below()).toMatchObject({ page: { given: { score: 4 } } });
  const where = { workspaceId: world.workspaceId, id: surveyId };
  const { terms } = await world.db.surveyDefinition.findFirstOrThrow({ where });
  const byMail = { ...(terms as object), channels: ['email'] };
  await world.db.surveyDefinition.updateMany({ where, data: { terms: byMail } });
  await world.db.surveyVersion.updateMany({
    where: { workspaceId: where.workspaceId },
    data: { terms: byMail },
  });
  expect(await below()).toBeNull();
});
