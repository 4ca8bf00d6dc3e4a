import { expect, test } from 'vitest';
import { saveMetricSettings } from '@/features/metrics/commands/save-metric-settings';
import { metricSplit } from '@/features/metrics/queries';
import { answerSurvey } from '@/features/surveys/commands/answer-survey';
import { inviteToken, inviteTokenHash } from '@/server/crypto/survey-token';
import { survey } from '../surveys/support';
import { bothWays } from './both-ways';
import { newNumbers } from './support';

/** A desk that has asked: a list of scores is answered through the pages of the surveys, null is no answer. */
async function newFeedback() {
  const numbers = await newNumbers('2026-03-02T09:00:00Z');
  const { world, agent, owner } = numbers.desk;
  const { db, workspaceId } = world;
  const { ticketId } = await world.ticket(agent, { kind: 'inbound', assigneeId: agent.actor.id });
  const { requesterId } = await db.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: ticketId } },
  });
  const at = world.now();
  const invite = (surveyId: string, over: object) => {
    const id = agent.newId();
    return {
      ...{ workspaceId, id, surveyId, surveyVersion: 1, customerId: requesterId, ticketId },
      ...{ agentId: agent.actor.id, channel: 'email' as const, locale: 'en', state: 'sent' as const },
      ...{
        tokenHash: id,
        dueAt: at,
        sentAt: at,
        createdAt: at,
        expiresAt: new Date(at.getTime() + 2_592_000_000),
      },
      ...over,
    };
  };
  const ask = async (
    terms: Record<string, unknown>,
    scores: readonly (number | null)[],
    over: object = {},
  ) => {
    const surveyId = await survey(owner, { name: String(terms['kind']), ...terms });
    const rows = scores
      .map(() => invite(surveyId, over))
      .map((row) => ({ ...row, tokenHash: inviteTokenHash(row.id) }));
    await db.surveyInvite.createMany({ data: rows });
    const answers = { answers: {}, comment: '' };
    for (const [index, { id }] of rows.entries()) {
      const score = scores[index] ?? null;
      if (score === null) continue;
      const said = await answerSurvey(
        { db, now: world.now, newId: agent.newId },
        { token: inviteToken(id), score, ...answers },
      );
      if (!said.ok) throw new Error(said.error.code);
    }
    return rows;
  };
  return { ...numbers, ask, ticketId, ...(await bothWays(world, owner)) };
}

const times = (count: number, score: number) => Array<number>(count).fill(score);
const MARCH = 'from=2026-03-01&to=2026-03-31&compared=none';
const point = (value: number, low: number, high: number) => ({
  value: expect.closeTo(value, 6),
  interval: { low: expect.closeTo(low, 1), high: expect.closeTo(high, 1) },
});
const percent = (value: number, low: number, high: number) => ({
  value: expect.closeTo(value, 6),
  interval: { low: expect.closeTo(low, 3), high: expect.closeTo(high, 3) },
});

// A hundred and sixty customers answer one after the other.
test('scores of contracts G.1 to G.3, from the page of the survey to the API and the screen', {
  timeout: 120_000,
}, async () => {
  const { ask, count, call, read, screen, desk } = await newFeedback();
  await ask({ kind: 'csat' }, [...times(30, 5), ...times(15, 4), ...times(5, 3), ...Array(50).fill(null)]);
  await ask({ kind: 'ces' }, [7, 7, 6, 6, 6, 5, 5, 4, 3, 1]);
  const nps = await ask(
    { kind: 'nps', trigger: 'schedule', throttleDays: 90 },
    [...times(60, 9), ...times(25, 7), ...times(15, 2)],
    {
      ticketId: null,
    },
  );
  expect(await read('csat,nps,ces,ces_easy,ces_index,survey_response', 3)).toMatchObject([
    {
      ...{ metric: 'csat', count: 50, weight: 'sound', ...percent(0.9, 0.786, 0.957) },
      response: { value: 0.5, count: 100, weight: 'sound' },
    },
    {
      ...{ metric: 'nps', count: 100, unit: 'points', ...point(45, 30.5, 59.5) },
      response: { value: 1, count: 100 },
    },
    { metric: 'ces', count: 10, weight: 'uncertain', ...point(5, 5 - 1.35, 5 + 1.35) },
    { metric: 'ces_easy', count: 10, value: 0.7, response: { value: 1, count: 10 } },
    { metric: 'ces_index', count: 10, value: expect.closeTo(30, 6) },
    { metric: 'survey_response', count: 210, value: 160 / 210, response: null },
  ]);
  expect((await screen('csat', 3)).text).toContain(
    '90% n = 50 · 78.6% to 95.7% response rate 50%, 100 asked',
  );
  const byAgent = await call(`/metrics/csat/split?${MARCH}&by=agent`);
  expect(byAgent.json.data).toMatchObject([
    { label: 'Ágnes Agent', count: 50, response: { value: 0.5, count: 100 } },
  ]);
  const byChannel = await call(`/metrics/nps/split?${MARCH}&by=channel`);
  expect(byChannel.json.data).toMatchObject([{ group: '', count: 100 }]);

  // A mind that changes is one answer still, on the day of the first word.
  desk.world.pass(3 * 86_400);
  const again = { token: inviteToken(nps[0]?.id ?? ''), score: 0, answers: {}, comment: '' };
  await answerSurvey({ db: desk.world.db, now: desk.world.now, newId: desk.agent.newId }, again);
  await count();
  const line = await call(`/metrics/nps/series?${MARCH}&bucket=day`);
  const points = line.json.lines[0].points.filter(({ count: of }: { count: number }) => of > 0);
  expect(points).toMatchObject([{ start: '2026-03-02', count: 100, value: expect.closeTo(43, 6) }]);
});

test('few answers show their uncertainty, and those below five nothing, by the API and on the screen (contracts G)', {
  timeout: 120_000,
}, async () => {
  const { ask, read, screen, desk } = await newFeedback();
  const month = async (good: number, all: number, number: number) => {
    const sentAt = desk.world.now();
    const asked = { sentAt, dueAt: sentAt, expiresAt: new Date(sentAt.getTime() + 86_400_000) };
    await ask({ kind: 'csat', steps: 2 }, [...times(good, 2), ...times(all - good, 1)], asked);
    const [csat] = await read('csat', number);
    const { text } = await screen('csat', number);
    desk.until(new Date(Date.UTC(2026, number, 2, 9)));
    return { csat, text };
  };
  await ask({ kind: 'nps', trigger: 'schedule', throttleDays: 90 }, [...times(6, 10), ...times(3, 8), 0]);
  expect(await read('nps', 3)).toMatchObject([{ weight: 'uncertain', ...point(50, 8.4, 91.6) }]);
  const nine = await month(9, 10, 3);
  expect(nine.csat).toMatchObject({ count: 10, weight: 'uncertain', ...percent(0.9, 0.596, 0.982) });
  expect(nine.text).toContain('59.6% to 98.2%');
  const four = await month(4, 4, 4);
  expect(four.csat).toMatchObject({ count: 4, weight: 'none', ...percent(1, 0.51, 1) });
  expect(four.text).toContain('too few to say');
  const none = await month(0, 5, 5);
  expect(none.csat).toMatchObject({ count: 5, weight: 'uncertain', ...percent(0, 0, 43.4 / 100) });
  const many = await month(62, 80, 6);
  expect(many.csat).toMatchObject({ count: 80, weight: 'sound', ...percent(0.775, 0.672, 0.853) });
  expect(many.text).toContain('67.2% to 85.3%');
});

test('what customers say of the solution is variant E, and can be the chosen one', async () => {
  const { ask, read, screen, desk } = await newFeedback();
  await ask({ kind: 'resolved' }, [...times(6, 1), 0, 0]);
  await saveMetricSettings(desk.owner, { fcrVariant: 'e' });
  const said = await read('fcr,fcr_e,fcr_d', 3);
  expect(said.map(({ value, count }) => [value, count])).toEqual([
    [0.75, 8],
    [0.75, 8],
    [null, 0],
  ]);
  expect((await screen('fcr', 3)).text).toMatch(/Chosen for this workspace.* 75%/);
});

test('what bounces later was never asked, and a tag that comes later belongs to the answer', async () => {
  const { ask, numbers, desk, ticketId } = await newFeedback();
  const [first, second] = await ask({ kind: 'csat' }, [5, null, null]);
  const response = async () => (await numbers(['survey_response']))['survey_response'];
  expect(await response()).toMatchObject({ count: 3 });
  const { workspaceId, db } = desk.world;
  await db.surveyInvite.updateMany({
    where: { workspaceId, id: second?.id ?? '' },
    data: { state: 'bounced' },
  });
  expect(await response()).toMatchObject({ count: 2, value: 0.5 });
  await desk.change(ticketId, { addTags: ['grinder'] });
  await numbers(['csat']);
  const where = { workspaceId, subjectId: first?.id ?? '', kind: 'answer' };
  expect((await db.metricFact.findFirst({ where, select: { tagIds: true } }))?.tagIds).toHaveLength(1);
});

test('people are told apart from all the others together only where intervals do not overlap', async () => {
  const { ask, count, manager, desk } = await newFeedback();
  const [good, bad, few] = [
    await desk.world.member({ name: 'Good' }),
    await desk.world.member({ name: 'Bad' }),
    await desk.world.member({ name: 'Few' }),
  ];
  await ask({ kind: 'csat' }, [...times(28, 5), 1, 1], { agentId: good.actor.id });
  await ask({ kind: 'csat' }, [...times(8, 5), ...times(22, 1)], { agentId: bad.actor.id });
  await ask({ kind: 'csat' }, times(4, 1), { agentId: few.actor.id });
  await count();
  const asked = { period: { from: '2026-03-01', to: '2026-03-31' }, by: 'agent' } as const;
  const parts = await metricSplit(manager, 'csat', asked);
  const of = (name: string) => parts.find(({ label }) => label === name);
  expect(of('Good')?.others).toMatchObject({ count: 34, claim: 'better', value: expect.closeTo(8 / 34, 6) });
  expect(of('Bad')?.others).toMatchObject({ count: 34, claim: 'worse' });
  expect(of('Few')).toMatchObject({ weight: 'none', others: { claim: null } });
  // A part is compared with the others even where the ones asked for carry several tags each.
  const [untagged] = await metricSplit(manager, 'csat', { ...asked, by: 'tag' });
  expect(untagged).toMatchObject({ group: '', count: 64, others: { count: 0, claim: null } });
});

test('a target is called missed or reached only of what may be claimed', async () => {
  const { ask, numbers, desk } = await newFeedback();
  await saveMetricSettings(desk.owner, { targets: [{ metric: 'csat', value: 0.8 }] });
  const met = async () => (await numbers(['csat']))['csat']?.target?.met;
  await ask({ kind: 'csat' }, times(3, 1));
  expect(await met()).toBeNull();
  await ask({ kind: 'csat' }, times(5, 1));
  expect(await met()).toBe(false);
});
