import { describe, expect, test } from 'vitest';
import { answerSurvey } from '@/features/surveys/commands/answer-survey';
import { optOut } from '@/features/surveys/commands/opt-out';
import { getSurveyPage } from '@/features/surveys/queries-page';
import { ticketToken, trialToken } from '@/server/crypto/survey-token';
import type { newWorld } from '../../support/world';
import { asked, eventsOf, invites, solvedTicket } from './support';

type World = Awaited<ReturnType<typeof newWorld>>;
const none = { answers: {}, comment: '' };
const worldOf = (world: World) => ({ db: world.db, now: world.now, newId: world.system().newId });

const answersOf = ({ db, workspaceId }: World) => db.surveyAnswer.findMany({ where: { workspaceId } });
describe('answering', () => {
  test('looking keeps nothing, sending keeps one answer, and the latest word counts', async () => {
    const { world, ticketId, inviteId, token, agent } = await asked();
    for (let times = 0; times < 3; times += 1)
      expect(await getSurveyPage(worldOf(world), { token, language: undefined })).toMatchObject({
        given: null,
      });
    expect(await answersOf(world)).toEqual([]);
    expect((await invites(world)).map(({ state }) => state)).toEqual(['sent']);

    const first = await answerSurvey(worldOf(world), { token, score: '4', answers: {}, comment: 'Quick.' });
    expect(first).toMatchObject({ ok: true, value: { inviteId, score: 4 } });
    world.pass(3600);
    await answerSurvey(worldOf(world), { token, score: '5', answers: {}, comment: 'Quick and kind.' });
    await answerSurvey(worldOf(world), { token, score: '5', answers: {}, comment: 'Quick and kind.' });

    const answers = await answersOf(world);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({
      score: 5,
      mood: 'good',
      comment: 'Quick and kind.',
      changes: 1,
      agentId: agent.actor.id,
      ticketId,
    });
    const events = await eventsOf(world, ticketId);
    expect(events.map(({ data }) => data)).toMatchObject([
      { score: 4, changed: false },
      { score: 5, changed: true },
    ]);
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain('kind.');
    expect((await invites(world)).map(({ state, remindAt }) => [state, remindAt])).toEqual([
      ['answered', null],
    ]);
  });

  test('does not reopen, and works on a closed ticket', async () => {
    const { world, ticketId, token } = await asked();
    await world.db.ticket.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { status: 'closed' },
    });
    expect((await answerSurvey(worldOf(world), { token, score: '5', ...none })).ok).toBe(true);
    const ticket = await world.db.ticket.findFirst({
      where: { workspaceId: world.workspaceId, id: ticketId },
    });
    expect(ticket?.status).toBe('closed');
  });

  test('takes nothing after the end, and says so', async () => {
    const { world, token } = await asked();
    world.pass(31 * 86_400);
    const late = await answerSurvey(worldOf(world), { token, score: '5', ...none });
    expect(late.ok ? null : late.error.code).toBe('survey.expired');
    expect(await getSurveyPage(worldOf(world), { token, language: 'hu' })).toMatchObject({
      expired: true,
      locale: 'hu',
    });
    expect(await answersOf(world)).toEqual([]);
  });

  test.each(['', 'x'.repeat(32), 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '../../etc/passwd', 't.00.00.aa'])(
    'a link that nobody made opens nothing: %s',
    async (token) => {
      const { world } = await asked();
      expect(await getSurveyPage(worldOf(world), { token, language: undefined })).toBeNull();
      const answered = await answerSurvey(worldOf(world), { token, score: '5', ...none });
      expect(answered.ok ? null : answered.error.code).toBe('token.invalid');
    },
  );

  test('a link of one workspace says nothing in another: a signed ticket of ours in their name is no link', async () => {
    const one = await asked();
    const other = await asked();
    const forged = ticketToken({ workspaceId: one.world.workspaceId, id: one.ticketId }).replace(
      one.ticketId.replaceAll('-', ''),
      other.ticketId.replaceAll('-', ''),
    );
    const crossed = ticketToken({ workspaceId: one.world.workspaceId, id: other.ticketId });
    for (const token of [forged, crossed])
      expect(await getSurveyPage(worldOf(one.world), { token, language: undefined })).toBeNull();
    await answerSurvey(worldOf(one.world), { token: one.token, score: '1', ...none });
    expect(await answersOf(other.world)).toEqual([]);
  });

  test('a signed link of a ticket asks about its solution, and is the same asking as the mail', async () => {
    const { world, ticketId, inviteId } = await asked();
    const token = ticketToken({ workspaceId: world.workspaceId, id: ticketId });
    expect(await answerSurvey(worldOf(world), { token, score: '3', ...none })).toMatchObject({
      value: { inviteId },
    });
    expect(await invites(world)).toHaveLength(1);
  });

  test('a signed link of a ticket that was never asked about becomes an asking only by an answer', async () => {
    const { world, agent } = await asked();
    await world.db.surveyDefinition.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { activeSince: new Date('2026-12-01T00:00:00Z') },
    });
    const { ticketId } = await solvedTicket(world, agent);
    expect(await invites(world)).toHaveLength(1);
    const token = ticketToken({ workspaceId: world.workspaceId, id: ticketId });
    await getSurveyPage(worldOf(world), { token, language: undefined });
    expect(await invites(world)).toHaveLength(1);
    await answerSurvey(worldOf(world), { token, score: '5', ...none });
    await answerSurvey(worldOf(world), { token, score: '4', ...none });
    expect((await invites(world)).at(-1)).toMatchObject({ ticketId, channel: 'link', state: 'answered' });
    expect(await answersOf(world)).toHaveLength(1);
  });

  test('of a customer who was erased since is taken no more', async () => {
    const { world, token } = await asked();
    await world.db.customer.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { erasedAt: world.now() },
    });
    expect(await getSurveyPage(worldOf(world), { token, language: 'en' })).toMatchObject({ expired: true });
    expect((await answerSurvey(worldOf(world), { token, score: '1', ...none })).ok).toBe(false);
    expect(await answersOf(world)).toEqual([]);
  });

  test('a trial shows everything and keeps nothing', async () => {
    const { world, surveyId } = await asked();
    const token = trialToken({ workspaceId: world.workspaceId, id: surveyId });
    expect(await getSurveyPage(worldOf(world), { token, language: 'lv' })).toMatchObject({ trial: true });
    expect(await answerSurvey(worldOf(world), { token, score: '1', ...none })).toMatchObject({
      value: { trial: true },
    });
    expect(await answersOf(world)).toEqual([]);
  });

  test('is read against the survey as it was asked, not as it is now', async () => {
    const { world, manager, surveyId, token } = await asked();
    const { saveSurvey } = await import('@/features/surveys/commands/save-survey');
    const { surveyFields } = await import('@/features/surveys/commands/survey-fields');
    const now = surveyFields.parse({ name: 'Satisfaction', kind: 'csat', steps: 2, active: true });
    await saveSurvey(manager, { ...now, id: surveyId });
    const page = await getSurveyPage(worldOf(world), { token, language: 'en' });
    expect(page?.words.scores).toHaveLength(5);
    expect((await answerSurvey(worldOf(world), { token, score: '5', ...none })).ok).toBe(true);
  });

  test('opting out by mail program or page stops what is planned, and nothing else', async () => {
    const { world, token } = await asked();
    expect((await optOut(worldOf(world), { token, source: 'mail' })).ok).toBe(true);
    expect((await optOut(worldOf(world), { token, source: 'link' })).ok).toBe(true);
    expect((await invites(world)).map(({ state, remindAt }) => [state, remindAt])).toEqual([['sent', null]]);
    expect(await world.db.surveyOptOut.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
    expect((await answerSurvey(worldOf(world), { token, score: '5', ...none })).ok).toBe(true);
  });
});
