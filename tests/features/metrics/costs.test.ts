import { expect, test } from 'vitest';
import { saveMetricSettings } from '@/features/metrics/commands/save-metric-settings';
import { driftedFacts, driftedSums } from '@/features/metrics/drift';
import {
  metricDrillDown,
  metricOverview,
  metricSeries,
  metricSetup,
  metricSplit,
} from '@/features/metrics/queries';
import { caller, keyOf } from '../api/calls';
import { bothWays } from './both-ways';
import { liveTickets } from './histories';
import { newNumbers } from './support';

const APRIL = 4;
const at = (day: number) => new Date(Date.UTC(2026, 3, day, 9));

/** 56 tickets of April, each answered on the same day; 40 of them solved. */
async function april() {
  const numbers = await newNumbers('2026-03-30T08:00:00Z');
  const { desk } = numbers;
  const lives = Array.from({ length: 56 }, (_, index) => {
    const begun = at(1 + (index % 28));
    const answered = new Date(begun.getTime() + 3_600_000);
    return { createdAt: begun, answers: [answered], ...(index < 40 && { turns: [answered] }) };
  });
  await liveTickets(desk, lives);
  desk.until(new Date('2026-05-10T08:00:00Z'));
  return { ...numbers, ...(await bothWays(desk.world, desk.owner)) };
}

test('420 for 56 contacts are 7.50 each, and 10.50 for 40 solutions (contracts G.15, one to a hundred)', async () => {
  const { desk, read, screen, manager, count } = await april();
  const call = caller(await keyOf(desk.owner, ['all']));
  expect(await read('cost_per_contact', APRIL)).toMatchObject([{ value: null, count: 56, weight: 'none' }]);

  const costs = [{ month: '2026-04', amount: '420' }];
  expect((await call('/metrics/settings', { method: 'PATCH', body: { costs } })).status).toBe(200);
  const [contact, resolution] = await read('cost_per_contact,cost_per_resolution', APRIL);
  expect(contact).toMatchObject({ value: 7.5, count: 56, unit: 'money:EUR', version: 1 });
  expect(resolution).toMatchObject({ value: 10.5, count: 40 });
  expect((await screen('cost_per_contact', APRIL)).text).toContain('€7.50');

  // A part of a month has its part of the cost; days of which nothing is known say nothing.
  const [half] = await read('cost_per_contact', { from: '2026-04-01', to: '2026-04-14' });
  expect(half).toMatchObject({ value: 7, count: 28 });
  const [more] = await read('cost_per_contact', { from: '2026-03-31', to: '2026-04-14' });
  expect(more).toMatchObject({ value: null, weight: 'none' });

  // It is known of the whole only: nothing of a part, and nothing to who sees a part.
  const asked = { period: { from: '2026-04-01', to: '2026-04-30' } };
  expect(await metricSplit(manager, 'cost_per_contact', { ...asked, by: 'team' })).toEqual([]);
  const narrowed = await metricOverview(manager, ['cost_per_contact'], {
    ...asked,
    filters: { channel: ['email'] },
  });
  expect(narrowed).toMatchObject([{ value: null, count: 0 }]);
  const scoped = await desk.world.member({ role: 'manager', scope: 'team' });
  expect(await metricOverview(scoped, ['cost_per_contact'], asked)).toMatchObject([{ value: null }]);
  const { lines } = await metricSeries(manager, 'cost_per_contact', { ...asked, bucket: 'month' });
  expect(lines).toMatchObject([{ points: [{ start: '2026-04-01', value: 7.5 }] }]);
  const behind = await metricDrillDown(manager, 'cost_per_contact', { ...asked, after: null, limit: 100 });
  expect([behind.measures, behind.rows.length]).toEqual([['first_reply'], 56]);

  // A correction corrects the past, another currency is another matter, and the sums agree with a plain count.
  await saveMetricSettings(desk.owner, { costs: [{ month: '2026-04', amount: '840.00' }] });
  expect(await read('cost_per_contact', APRIL)).toMatchObject([{ value: 15 }]);
  const { db, workspaceId } = desk.world;
  expect(await driftedSums(db as never, { workspaceId, day: '2026-04-10' })).toEqual([]);
  expect(await driftedFacts(db as never, { workspaceId, day: '2026-04-10' })).toMatchObject({ drifted: [] });
  await saveMetricSettings(desk.owner, { costCurrency: 'HUF' });
  expect(await read('cost_per_contact', APRIL)).toMatchObject([{ value: null, unit: 'money:HUF' }]);
  await saveMetricSettings(desk.owner, { costs: [{ month: '2026-04', amount: '56000' }] });
  expect(await read('cost_per_contact', APRIL)).toMatchObject([{ value: expect.closeTo(1000, 6) }]);
  await saveMetricSettings(desk.owner, { costs: [{ month: '2026-04', amount: null }] });
  await count();
  expect(await db.metricFact.count({ where: { workspaceId, kind: 'cost' } })).toBe(0);
});

test('amounts are those of the currency, and seen by who runs the workspace alone', async () => {
  const { desk, manager } = await newNumbers('2026-03-30T08:00:00Z');
  const wrong = await saveMetricSettings(desk.owner, {
    costCurrency: 'HUF',
    costs: [{ month: '2026-02', amount: '1.5' }],
  });
  expect(wrong).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  expect(await saveMetricSettings(manager, { costs: [{ month: '2026-02', amount: '1' }] })).toMatchObject({
    ok: false,
  });
  await saveMetricSettings(desk.owner, { costs: [{ month: '2026-02', amount: '42000.5' }] });
  const seenBy = async (scope: 'all' | 'insights:read') => {
    const { json } = await caller(await keyOf(desk.owner, [scope]))('/metrics/settings');
    return json.costs;
  };
  expect(await seenBy('all')).toEqual([{ month: '2026-02', amount: '42000.50' }]);
  expect(await seenBy('insights:read')).toEqual([]);
  expect((await metricSetup(manager)).costs).toEqual([]);
});
