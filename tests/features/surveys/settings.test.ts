import { expect, test } from 'vitest';
import { answerSurvey } from '@/features/surveys/commands/answer-survey';
import { noteAsked } from '@/features/surveys/commands/keep-asking';
import { surveyFields } from '@/features/surveys/commands/survey-fields';
import { surveyLines } from '@/features/surveys/queries-admin';
import { feedbackFilter, getFeedback } from '@/features/surveys/queries-feedback';
import { feedbackOfCustomer } from '@/features/surveys/queries-opinions';
import { placedToken, ticketToken } from '@/server/crypto/survey-token';
import { newWorld } from '../../support/world';
import { solvedTicket, survey } from './support';

const read = (over: Record<string, unknown>) =>
  surveyFields.safeParse({ name: 'Satisfaction', kind: 'csat', ...over });

test.each([
  ['trigger', { kind: 'nps', trigger: 'solved' }],
  ['trigger', { kind: 'csat', trigger: 'schedule', throttleDays: 90 }],
  ['throttleDays', { kind: 'nps', trigger: 'schedule', throttleDays: 89 }],
  ['channels', { channels: [] }],
  ['channels', { trigger: 'hand', channels: ['chat'] }],
  ['question', { kind: 'custom' }],
  ['quiet', { quiet: { from: 60, until: 60 } }],
  ['remindAfterDays', { channels: ['chat', 'portal'], remindAfterDays: 5 }],
  ['remindAfterDays', { remindAfterDays: 30, expireDays: 30 }],
  ['followUp.userId', { followUp: { atMost: 2, assign: 'person' } }],
  ['followUp.atMost', { followUp: { atMost: 0 } }],
  ['followUp.atMost', { followUp: { atMost: 5 } }],
])('what would do nothing is refused, and said: %s %o', (field, over) => {
  const error = read(over).error;
  expect(error?.issues.map(({ path }) => path.join('.'))).toContain(field);
  expect(error?.issues.map(({ message }) => message).join()).toMatch(/[a-z] /);
});

test('places follow from what makes us ask, and what means nothing there is not kept', () => {
  expect(read({}).data?.channels).toEqual(['email', 'chat', 'portal']);
  const byHand = { channels: [], delayMinutes: 0, throttleDays: 0, quiet: null };
  expect(read({ trigger: 'hand', remindAfterDays: 5 }).data).toMatchObject({ ...byHand, remindAfterDays: 5 });
  expect(read({ kind: 'nps', trigger: 'schedule', throttleDays: 90 }).data?.channels).toEqual(['email']);
  expect(read({ channels: ['chat'] }).data).toMatchObject({ quiet: null, delayMinutes: 0 });
});

test('the response rate counts who was asked in each place, and neither links nor what bounced', async () => {
  const world = await newWorld();
  const owner = await world.member({ role: 'owner' });
  const surveyId = await survey(owner, { throttleDays: 0 });
  const { workspaceId, db } = world;
  const ctx = { db, now: world.now, newId: owner.newId };
  const ids = [];
  for (let times = 0; times < 4; times += 1) ids.push((await solvedTicket(world, owner)).ticketId);
  const [mailed, bounced, seen, linked] = ids as [string, string, string, string];
  const sent = { sentAt: world.now(), state: 'sent' as const };
  await db.surveyInvite.updateMany({ where: { workspaceId, ticketId: mailed }, data: sent });
  const lost = { ...sent, state: 'bounced' as const };
  await db.surveyInvite.updateMany({ where: { workspaceId, ticketId: bounced }, data: lost });
  const token = placedToken('portal', { workspaceId, id: seen, surveyId });
  await noteAsked(ctx, { token });
  const said = { score: 5, answers: {}, comment: '' };
  await answerSurvey(ctx, { token, ...said });
  await answerSurvey(ctx, { token: ticketToken({ workspaceId, id: linked }), ...said });

  const feedback = await getFeedback(owner, feedbackFilter.parse({}));
  expect(feedback).toMatchObject({ counts: [{ score: 5, count: 2 }], rate: { hits: 1, count: 2 } });
  expect(feedback.places.map(({ channel, rate }) => [channel, rate.hits, rate.count])).toEqual([
    ['email', 0, 1],
    ['portal', 1, 1],
  ]);
  expect(await surveyLines(owner)).toMatchObject([{ asked: 2, answered: 1 }]);
  const { customerId } = await db.surveyInvite.findFirstOrThrow({ where: { workspaceId } });
  const own = await feedbackOfCustomer(owner, { customerId, after: null });
  expect(own.rows.map(({ asked, answered }) => [asked, answered])).toEqual([
    [2, 1],
    [2, 1],
  ]);
});
