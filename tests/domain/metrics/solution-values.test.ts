import { expect, test } from 'vitest';
import { FACT_KINDS } from '@/domain/metrics/facts';
import { solutionValues } from '@/domain/metrics/solution-values';
import { tellStory } from '@/domain/metrics/ticket-story';
import { minute, moves, pastOf, says } from './given';

const DAY = 24 * 60;
const RULES = { fcrDays: 7, thanksReopen: false, businessMinutes: () => 0 };

const valued = (past: ReturnType<typeof pastOf>) =>
  solutionValues({ past, rules: RULES, story: tellStory(past) }).map(({ values }) =>
    Object.fromEntries([
      ...FACT_KINDS.first_solution.map((name, index) => [name, values.first[index]]),
      ...FACT_KINDS.solution.map((name, index) => [name, values.newest[index]]),
    ]),
  );

test('a further contact and measured time belong to the episode in which they happened', () => {
  const focus = (at: number, seconds: number, corrects = false) => ({ at: minute(at), seconds, corrects });
  const past = pastOf(
    [
      ...[says(0, 'asks'), says(9, 'answers'), moves(10, 'new', 'solved')],
      ...[says(30 * DAY, 'asks again'), moves(30 * DAY, 'solved', 'open')],
      ...[says(30 * DAY + 5, 'answers again'), moves(30 * DAY + 5, 'open', 'solved')],
    ],
    {
      focus: [focus(1, 120), focus(DAY, 60, true), focus(2 * DAY, 999), focus(30 * DAY + 2, 240)],
      repeats: new Map([[minute(30 * DAY + 5).getTime(), minute(31 * DAY)]]),
    },
  );
  expect(valued(past)).toMatchObject([
    { handle_time: 3, fcr_c: 1, fcr_d: 1, replies: 1 },
    { handle_time: 4, fcr_c: 0, fcr_d: 0, replies: 1 },
  ]);
});
