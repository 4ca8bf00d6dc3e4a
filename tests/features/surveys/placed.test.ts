import { describe, expect, test } from 'vitest';
import { answerSurvey } from '@/features/surveys/commands/answer-survey';
import { chooseSurveys } from '@/features/surveys/commands/choose-surveys';
import { noteAsked } from '@/features/surveys/commands/keep-asking';
import { noteUndelivered } from '@/features/surveys/commands/note-undelivered';
import { planSurveys } from '@/features/surveys/commands/plan-surveys';
import { getSurveyPage, questionBelow } from '@/features/surveys/queries-page';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { placedToken, ticketToken } from '@/server/crypto/survey-token';
import { newWorld } from '../../support/world';
import { invites, later, mails, solvedTicket, survey } from './support';

type World = Awaited<ReturnType<typeof newWorld>>;

/** Before the days of all other tests: each sweep goes through every workspace. */
const DAY = '2016-03-07T09:00:00Z';
const none = { answers: {}, comment: '' };
const worldOf = (world: World) => ({ db: world.db, now: world.now, newId: world.system().newId });

async function portal(...surveys: Record<string, unknown>[]) {
  const world = await newWorld({ at: DAY });
  const agent = await world.member();
  const manager = await world.member({ role: 'manager' });
  const surveyIds: string[] = [];
  for (const over of surveys) surveyIds.push(await survey(manager, over));
  const below = async (ticketId: string) => {
    const where = { workspaceId: world.workspaceId, id: ticketId };
    const request = await world.db.ticket.findFirstOrThrow({ where });
    return questionBelow({ ...agent, readerId: request.requesterId, locale: 'en' }, request);
  };
  const sees = async (ticketId: string) =>
    noteAsked(worldOf(world), { token: (await below(ticketId))?.token ?? '' });
  return { world, agent, manager, surveyIds, below, sees };
}

describe('a question below a request', () => {
  test('counts as asked once it was seen, and is answered as one of the portal; no mail asks the same', async () => {
    const { world, agent, below, sees } = await portal({});
    const { ticketId } = await solvedTicket(world, agent);
    const question = await below(ticketId);
    expect(question).toMatchObject({ unseen: true });
    expect(await invites(world)).toMatchObject([{ state: 'waiting', channel: 'email' }]);
    expect(await sees(ticketId)).toBe(true);
    expect(await sees(ticketId)).toBe(true);
    expect(await below(ticketId)).toMatchObject({ unseen: false, page: { given: null } });
    await later(world, 3);
    expect(await mails(world)).toEqual([]);
    expect(await invites(world)).toMatchObject([
      { state: 'sent', channel: 'portal', agentId: agent.actor.id, sentAt: expect.any(Date) },
    ]);
    await answerSurvey(worldOf(world), { token: question?.token ?? '', score: 5, ...none });
    expect(await invites(world)).toMatchObject([{ state: 'answered', channel: 'portal' }]);
  });

  test('is booked for the portal without any script too, and for who had it when it was solved', async () => {
    const { world, agent, below } = await portal({ channels: ['portal'] });
    const teamId = await world.team();
    const { ticketId } = await solvedTicket(world, agent, { teamId });
    world.pass(3600);
    const other = await world.member();
    await changeTicket(other, { ticketId, assigneeId: other.actor.id, teamId: await world.team() });
    await planSurveys(world.system('schedule'), { ticketId });
    const token = (await below(ticketId))?.token ?? '';
    await answerSurvey(worldOf(world), { token, score: 4, ...none });
    expect(await invites(world)).toMatchObject([
      { channel: 'portal', state: 'answered', agentId: agent.actor.id, teamId },
    ]);
    const answer = { workspaceId: world.workspaceId, agentId: agent.actor.id, teamId };
    expect(await world.db.surveyAnswer.count({ where: answer })).toBe(1);
  });

  test('keeps to the throttle over all places, both ways, and to who wants none', async () => {
    const { world, agent, manager, below, sees } = await portal({ throttleDays: 14 });
    const first = await solvedTicket(world, agent);
    const second = await solvedTicket(world, agent);
    await sees(first.ticketId);
    expect(await below(second.ticketId)).toBeNull();
    await later(world, 3);
    expect(await mails(world)).toEqual([]);
    expect((await invites(world)).map(({ reason }) => reason).sort()).toEqual(['', 'throttled']);

    world.pass(15 * 86_400);
    const third = await solvedTicket(world, agent);
    await later(world, 3);
    expect(await mails(world)).toHaveLength(1);
    expect(await below(third.ticketId)).toMatchObject({ unseen: false });
    const [{ customerId = '' } = {}] = await invites(world);
    world.pass(20 * 86_400);
    const fourth = await solvedTicket(world, agent);
    await chooseSurveys(manager, { customerId, asked: false });
    expect(await below(fourth.ticketId)).toBeNull();
  });

  test('is the survey of the portal, though another comes first by mail; one by hand only is asked by links alone', async () => {
    const { world, agent, surveyIds, below } = await portal(
      { channels: ['email'], throttleDays: 0 },
      { kind: 'resolved', trigger: 'hand' },
      { kind: 'ces', channels: ['portal'], throttleDays: 0 },
    );
    const { ticketId } = await solvedTicket(world, agent);
    const { workspaceId } = world;
    expect((await below(ticketId))?.token).toBe(
      placedToken('portal', { workspaceId, id: ticketId, surveyId: surveyIds[2] ?? '' }),
    );
    const link = ticketToken({ workspaceId, id: ticketId });
    expect(await getSurveyPage(worldOf(world), { token: link, language: 'en' })).toMatchObject({
      kind: 'resolved',
    });
  });

  test('asks who was not reached by mail', async () => {
    const { world, agent, below, sees } = await portal({});
    const { ticketId } = await solvedTicket(world, agent);
    await later(world, 2);
    const [mail] = await mails(world);
    await world.db.$transaction((tx) => noteUndelivered(tx, world, mail?.id ?? ''));
    expect(await below(ticketId)).toMatchObject({ unseen: true });
    await sees(ticketId);
    expect(await invites(world)).toMatchObject([{ state: 'sent', channel: 'portal' }]);
  });

  test('asks about the relationship in turn, about nobody of ours, and not again within 90 days', async () => {
    const { world, agent, below, sees } = await portal({
      ...{ kind: 'nps', trigger: 'schedule', throttleDays: 90, delayMinutes: 1440, channels: ['portal'] },
    });
    const { ticketId } = await solvedTicket(world, agent);
    expect(await below(ticketId)).toBeNull();
    world.pass(2 * 86_400);
    expect(await below(ticketId)).toMatchObject({ page: { kind: 'nps', about: null } });
    await sees(ticketId);
    expect(await invites(world)).toMatchObject([
      { channel: 'portal', ticketId: null, agentId: null, state: 'sent' },
    ]);
    const next = await solvedTicket(world, agent);
    world.pass(80 * 86_400);
    expect(await below(next.ticketId)).toBeNull();
    expect(await mails(world)).toEqual([]);
  });

  test('a link that somebody passed on counts as asked by nobody’s doing, however often it is looked at', async () => {
    const { world, agent } = await portal({ trigger: 'hand' });
    const { ticketId } = await solvedTicket(world, agent);
    const token = ticketToken({ workspaceId: world.workspaceId, id: ticketId });
    expect(await noteAsked(worldOf(world), { token })).toBe(false);
    expect(await invites(world)).toEqual([]);
    await answerSurvey(worldOf(world), { token, score: 3, ...none });
    expect(await invites(world)).toMatchObject([
      { channel: 'link', state: 'answered', agentId: agent.actor.id },
    ]);
  });
});
