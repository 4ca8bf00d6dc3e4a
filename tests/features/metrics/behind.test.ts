import { expect, test } from 'vitest';
import type { MetricName } from '@/domain/metrics/registry';
import { recordIntent, recordSeen } from '@/features/knowledge/help-session';
import { metricDrillDown } from '@/features/metrics/queries';
import { logCall } from '@/features/phone/commands/log-call';
import { logCallInput } from '@/features/phone/inputs';
import { answerSurvey } from '@/features/surveys/commands/answer-survey';
import type { StaffContext } from '@/server/context';
import { inviteToken, inviteTokenHash } from '@/server/crypto/survey-token';
import { caller, keyOf } from '../api/calls';
import { liveArticle } from '../knowledge/support';
import { survey } from '../surveys/support';
import { newNumbers } from './support';

const YEAR = { period: { from: '2026-01-01', to: '2026-12-31' }, after: null, limit: 25 } as const;

/** A day on which a visitor read, somebody called, a colleague was there, and a customer was asked about the relationship. */
async function aDay() {
  const numbers = await newNumbers('2026-03-02T09:00:00Z');
  const { world, agent, owner } = numbers.desk;
  const { db, workspaceId } = world;
  const { ticketId } = await world.ticket(agent, { kind: 'inbound', assigneeId: agent.actor.id });
  const { requesterId } = await db.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: ticketId } },
  });
  const at = world.now();
  const surveyId = await survey(owner, {
    ...{ name: 'How are we doing', kind: 'nps', trigger: 'schedule', throttleDays: 90 },
  });
  const id = agent.newId();
  await db.surveyInvite.create({
    data: {
      ...{ workspaceId, id, surveyId, surveyVersion: 1, customerId: requesterId, channel: 'email' },
      ...{
        locale: 'en',
        state: 'sent',
        tokenHash: inviteTokenHash(id),
        dueAt: at,
        sentAt: at,
        createdAt: at,
      },
      expiresAt: new Date(at.getTime() + 86_400_000),
    },
  });
  const scope = { db, now: world.now, newId: agent.newId };
  await answerSurvey(scope, { token: inviteToken(id), score: 9, answers: {}, comment: '' });
  const { articleId } = await liveArticle(owner, { locale: 'en', title: 'How to descale' });
  const visit = agent.newId();
  const help = { db, workspaceId, now: world.now };
  await recordIntent(help, { id: visit, intent: 'search', locale: 'en' });
  await recordSeen(help, { id: visit, articleId });
  const call = { direction: 'inbound', outcome: 'completed', number: '+36301234567', talkSeconds: 300 };
  await logCall(agent, logCallInput.parse(call));
  await db.callLog.updateMany({ where: { workspaceId }, data: { ticketId: null } });
  await db.presenceSpan.create({
    data: {
      ...{ workspaceId, userId: agent.actor.id ?? '', state: 'online', fromAt: at },
      untilAt: new Date(at.getTime() + 3_600_000),
    },
  });
  world.pass(7200);
  await numbers.count();
  const behind = (metric: MetricName, measure: string | null = null, ctx: StaffContext = numbers.manager) =>
    metricDrillDown(ctx, metric, { ...YEAR, measure });
  return { ...numbers, agent, owner, world, behind };
}

test('what stands on no ticket is named behind its number: answers, visits, calls, time at work', async () => {
  const { behind } = await aDay();
  const nps = await behind('nps');
  expect(nps.rows).toMatchObject([
    {
      kind: 'answer',
      about: 'How are we doing',
      hasTicket: false,
      ticket: null,
      customer: { name: expect.any(String) },
    },
  ]);
  expect((await behind('nps', 'nps_response')).rows).toMatchObject([{ kind: 'asked', value: 1 }]);
  expect((await behind('self_service')).rows).toMatchObject([{ kind: 'visit', about: 'How to descale' }]);
  expect((await behind('call_handle')).rows).toMatchObject([{ kind: 'call', about: '+36301234567' }]);
});

test('each side of a ratio can be looked at', async () => {
  const { behind, owner } = await aDay();
  const busy = await behind('occupancy');
  expect(busy).toMatchObject({ measure: 'busy_time', measures: ['busy_time', 'idle_time'] });
  const paid = await behind('time_with_customers', 'paid_time');
  expect(paid.rows).toMatchObject([
    { kind: 'presence', about: 'online', agentName: 'Ágnes Agent', value: 60 },
  ]);
  expect((await behind('self_service', 'created')).rows).toMatchObject([
    { ticket: { subject: 'Call with +36 30 123 4567' } },
    { ticket: { subject: 'Broken kettle' } },
  ]);
  // A name that is none of its measures counts as not said.
  expect((await behind('occupancy', 'csat')).measure).toBe('busy_time');
  const call = caller(await keyOf(owner, ['all']));
  const { json } = await call('/metrics/occupancy/rows?from=2026-01-01&to=2026-12-31&measure=idle_time');
  expect(json).toMatchObject({ data: [{ kind: 'presence', about: 'online' }] });
  const { json: known } = await call('/metrics/definitions?limit=200');
  const occupancy = known.data.find(({ metric }: { metric: string }) => metric === 'occupancy');
  expect(occupancy.measures).toEqual(['busy_time', 'idle_time']);
});

test('who leads some teams reads neither names nor numbers of what is not theirs', async () => {
  const { behind, world } = await aDay();
  const teamId = await world.team('Elsewhere');
  const bound = await world.member({ role: 'manager', scope: 'team', teamIds: [teamId] });
  const [answer] = (await behind('nps', null, bound)).rows;
  expect(answer).toMatchObject({ about: null, customer: null });
  const agentOnly = await world.member({ name: 'Somebody else' });
  expect((await behind('call_handle', null, agentOnly)).rows).toEqual([]);
});
