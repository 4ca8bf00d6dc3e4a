import { expect, test } from 'vitest';
import { BOARDS, boardOf } from '@/domain/insights/boards';
import type { Filters } from '@/domain/metrics/dimensions';
import { readAsked } from '@/features/insights/asked';
import { getBoard } from '@/features/insights/queries';
import { listComments } from '@/features/insights/queries-comments';
import { getKnowledge } from '@/features/insights/queries-knowledge';
import { getCounting } from '@/features/insights/queries-settings';
import { getWall } from '@/features/insights/queries-wall';
import { metricOverview } from '@/features/metrics/queries';
import { answerSurvey } from '@/features/surveys/commands/answer-survey';
import { feedbackFilter, getFeedback } from '@/features/surveys/queries-feedback';
import type { StaffContext } from '@/server/context';
import { ticketToken } from '@/server/crypto/survey-token';
import { countingDatabase } from '../../support/counting-database';
import { newNumbers } from '../metrics/support';
import { survey } from '../surveys/support';

const ASKED = readAsked({ from: '2026-03-01', to: '2026-03-31' }, { today: '2026-03-31', weekStart: 1 });

type Numbers = Awaited<ReturnType<typeof newNumbers>>;

/** A desk whose manager asks customers; `happens` brings so many tickets more, each with an answer and a comment. */
async function asking() {
  const numbers = await newNumbers('2026-03-02T09:00:00Z');
  const { world } = numbers.desk;
  await survey(numbers.manager, { throttleDays: 0 });
  const happens = async (many: number) => {
    for (let index = 0; index < many; index += 1) await answeredTicket(numbers, `Slow ${index}`);
    await numbers.count();
  };
  return { ...numbers, world, happens };
}

async function answeredTicket({ desk: { world } }: Numbers, comment: string) {
  const teamId = await world.team(`Team ${comment} ${world.system().newId()}`);
  const agent = await world.member({ name: `Agent of ${comment}`, teamIds: [teamId] });
  const { ticketId } = await world.ticket(agent, { kind: 'inbound', assigneeId: agent.actor.id, teamId });
  const token = ticketToken({ workspaceId: world.workspaceId, id: ticketId });
  const { newId } = world.system();
  const said = await answerSurvey(
    { db: world.db, now: world.now, newId },
    { token, score: 2, answers: {}, comment },
  );
  if (!said.ok) throw new Error(said.error.code);
}

/** Everything that the boards read, by name. */
const READS: Readonly<Record<string, (ctx: StaffContext) => Promise<unknown>>> = {
  ...Object.fromEntries(BOARDS.map((name) => [name, (ctx) => getBoard(ctx, boardOf(name), ASKED)])),
  comments: (ctx) => listComments(ctx, ASKED, 20),
  knowledge_parts: (ctx) => getKnowledge(ctx, ASKED),
  counting: getCounting,
  wall: getWall,
  feedback: (ctx) => getFeedback(ctx, feedbackFilter.parse({})),
};

test('no board, list of comments or wall asks more of the database where more has happened', async () => {
  const { manager, happens } = await asking();
  // As many as it takes for a day to say something.
  await happens(5);
  const counting = countingDatabase();
  const ctx = { ...manager, db: counting.db };
  const counted = async () => {
    const counts: Record<string, number> = {};
    for (const [name, read] of Object.entries(READS)) {
      await read(ctx);
      counts[name] = counting.statements().length;
    }
    return counts;
  };
  await counted();
  const few = await counted();
  await happens(4);
  expect(await counted()).toEqual(few);
  await counting.close();
}, 120_000);

test('nothing of another workspace stands in any of them', async () => {
  const theirs = await asking();
  await theirs.happens(2);
  const ours = await asking();
  await ours.happens(1);
  for (const [name, read] of Object.entries(READS)) {
    const told = JSON.stringify(await read(ours.manager));
    expect([name, told.includes(theirs.world.workspaceId)]).toEqual([name, false]);
  }
  const comments = await listComments(ours.manager, ASKED, 20);
  expect(comments.map(({ comment }) => comment)).toEqual(['Slow 0']);
  const feedback = await getFeedback(ours.manager, feedbackFilter.parse({}));
  expect(feedback.rows.map(({ comment }) => comment)).toEqual(['Slow 0']);
}, 60_000);

test('comments are narrowed as the board is, and about the reader’s tickets only', async () => {
  const { world, manager, happens } = await asking();
  await happens(2);
  const team = await world.db.team.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, name: { startsWith: 'Team Slow 1' } },
  });
  const narrowed = { ...ASKED, filters: { team: [team.id] } };
  expect((await listComments(manager, narrowed, 20)).map(({ comment }) => comment)).toEqual(['Slow 1']);
  const earlier = { ...ASKED, period: { from: '2026-01-01', to: '2026-01-31' } };
  expect(await listComments(manager, earlier, 20)).toEqual([]);
  const bound = await world.member({ role: 'manager', scope: 'team', teamIds: [team.id] });
  expect((await listComments(bound, ASKED, 20)).map(({ comment }) => comment)).toEqual(['Slow 1']);
});

test('comments honour every filter of their board, as the number of scores beside them does', async () => {
  const { world, manager, happens, count, desk } = await asking();
  await happens(2);
  const [first] = await world.db.ticket.findMany({
    where: { workspaceId: world.workspaceId },
    orderBy: { number: 'asc' },
  });
  await desk.change(first?.id ?? '', { priority: 'urgent' });
  await count();
  const by = async (filters: Filters) => {
    const asked = { ...ASKED, filters };
    const said = await listComments(manager, asked, 20);
    const [csat] = await metricOverview(manager, ['csat'], { period: ASKED.period, filters });
    return [said.map(({ comment }) => comment).sort(), csat?.count];
  };
  expect(await by({ priority: ['urgent'] })).toEqual([['Slow 0'], 1]);
  expect(await by({ channel: ['web'] })).toEqual([['Slow 0', 'Slow 1'], 2]);
  expect(await by({ channel: ['phone'] })).toEqual([[], 0]);
  expect(await by({ tag: [''] })).toEqual([['Slow 0', 'Slow 1'], 2]);
  expect(await by({ tag: [world.system().newId()] })).toEqual([[], 0]);
  expect(await by({ tier: [''], type: ['problem'] })).toEqual([[], 0]);
});
