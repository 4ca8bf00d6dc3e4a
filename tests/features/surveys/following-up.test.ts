import { describe, expect, test } from 'vitest';
import { answerSurvey } from '@/features/surveys/commands/answer-survey';
import { planSurveys } from '@/features/surveys/commands/plan-surveys';
import { sweepFollowUps } from '@/features/surveys/commands/sweep-follow-ups';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import type { StaffContext } from '@/server/context';
import { inviteToken } from '@/server/crypto/survey-token';
import { newWorld } from '../../support/world';
import { asked, eventsOf, invites, solvedTicket, survey } from './support';

type World = Awaited<ReturnType<typeof newWorld>>;
const none = { answers: {}, comment: '' };
const worldOf = (world: World) => ({ db: world.db, now: world.now, newId: world.system().newId });

describe('a low score', () => {
  const followUp = { atMost: 2, assign: 'team_lead', dueInHours: 24 };

  test('opens one task for the lead, due in time, and tells them', async () => {
    const world = await newWorld();
    const teamId = await world.team();
    const agent = await world.member({ teamIds: [teamId] });
    const lead = await world.member({ name: 'Lauma Vadītāja', teamIds: [teamId] });
    await world.db.teamMember.updateMany({
      where: { workspaceId: world.workspaceId, userId: lead.actor.id ?? '' },
      data: { lead: true },
    });
    await survey(await world.member({ role: 'manager' }), { followUp });
    const { ticketId } = await solvedTicket(world, agent, { teamId });
    const [invite] = await invites(world);
    const token = inviteToken(invite?.id ?? '');
    await world.db.surveyInvite.updateMany({
      where: { workspaceId: world.workspaceId },
      data: { state: 'sent' },
    });

    await answerSurvey(worldOf(world), { token, score: '1', answers: {}, comment: 'Nobody called back.' });
    await answerSurvey(worldOf(world), { token, score: '2', answers: {}, comment: 'Nobody called back!' });

    const followUps = await world.db.surveyFollowUp.findMany({ where: { workspaceId: world.workspaceId } });
    expect(followUps).toHaveLength(1);
    expect(followUps[0]).toMatchObject({ assigneeId: lead.actor.id, open: true });
    expect((followUps[0]?.dueAt.getTime() ?? 0) - world.now().getTime()).toBe(24 * 3_600_000);
    const task = await world.db.ticket.findFirst({
      where: { workspaceId: world.workspaceId, id: followUps[0]?.ticketId ?? '' },
      include: { messages: true },
    });
    expect(task).toMatchObject({
      type: 'task',
      followUpOfId: ticketId,
      assigneeId: lead.actor.id,
      status: 'open',
    });
    expect(task?.messages.map(({ direction }) => direction)).toEqual(['note']);
    expect(JSON.stringify(task?.messages)).not.toContain('Nobody called back');
    const told = await world.db.outgoingMail.findMany({
      where: { workspaceId: world.workspaceId, uniqueKey: { startsWith: 'follow-up/' } },
    });
    expect(told.map(({ rcptTo }) => rcptTo)).toEqual([[`${lead.actor.id}@staff.test`]]);
    expect((await eventsOf(world, ticketId)).map(({ type }) => type)).toEqual([
      'survey.answered',
      'survey.followed_up',
      'survey.answered',
    ]);
  });

  test('is done when its task is solved, open again when that comes back, and told when it is late', async () => {
    const { world, manager, token } = await asked({ followUp: { ...followUp, assign: 'manager' } });
    await answerSurvey(worldOf(world), { token, score: '1', ...none });
    const find = () =>
      world.db.surveyFollowUp.findFirstOrThrow({ where: { workspaceId: world.workspaceId } });
    const { ticketId, assigneeId } = await find();
    expect(assigneeId).toBe(manager.actor.id);
    await change(world, manager, ticketId, 'solved');
    expect((await find()).open).toBe(false);
    await change(world, manager, ticketId, 'open');
    expect((await find()).open).toBe(true);

    world.pass(25 * 3600);
    await sweepFollowUps(worldOf(world));
    await sweepFollowUps(worldOf(world));
    const late = await world.db.outgoingMail.count({
      where: { workspaceId: world.workspaceId, uniqueKey: { contains: '/late/' } },
    });
    expect(late).toBe(1);
  });

  test('goes past a lead who has a day off, and a late one is told to whoever has the task now', async () => {
    const world = await newWorld();
    const teamId = await world.team();
    const agent = await world.member({ teamIds: [teamId] });
    const lead = await world.member({ teamIds: [teamId] });
    const { workspaceId } = world;
    const userId = lead.actor.id ?? '';
    await world.db.teamMember.updateMany({ where: { workspaceId, userId }, data: { lead: true } });
    const manager = await world.member({ role: 'manager' });
    const today = new Date(world.now().toISOString().slice(0, 10));
    await world.db.timeOff.create({
      data: { workspaceId, id: agent.newId(), userId, fromOn: today, untilOn: today },
    });
    await survey(manager, { followUp });
    await solvedTicket(world, agent, { teamId });
    const [invite] = await invites(world);
    await answerSurvey(worldOf(world), { token: inviteToken(invite?.id ?? ''), score: '1', ...none });
    const row = await world.db.surveyFollowUp.findFirstOrThrow({ where: { workspaceId } });
    expect(row.assigneeId).toBe(manager.actor.id);

    const other = await world.member();
    await changeTicket(manager, { ticketId: row.ticketId, assigneeId: other.actor.id });
    world.pass(25 * 3600);
    await sweepFollowUps(worldOf(world));
    const late = await world.db.outgoingMail.findMany({
      where: { workspaceId, uniqueKey: { contains: '/late/' } },
    });
    expect(late.flatMap(({ rcptTo }) => rcptTo).sort()).toEqual(
      [`${manager.actor.id}@staff.test`, `${other.actor.id}@staff.test`].sort(),
    );
  });

  test('about the only one who could follow up is left for whoever comes', async () => {
    const world = await newWorld();
    const owner = await world.member({ role: 'owner' });
    await survey(owner, { followUp });
    await solvedTicket(world, owner);
    const [invite] = await invites(world);
    await answerSurvey(worldOf(world), { token: inviteToken(invite?.id ?? ''), score: '1', ...none });
    const [row] = await world.db.surveyFollowUp.findMany({ where: { workspaceId: world.workspaceId } });
    expect(row).toMatchObject({ assigneeId: null, open: true });
  });
});

async function change(world: World, ctx: StaffContext, ticketId: string, status: 'solved' | 'open') {
  const changed = await changeTicket(ctx, { ticketId, status });
  if (!changed.ok) throw new Error(changed.error.code);
  await planSurveys(world.system('schedule'), { ticketId });
}
