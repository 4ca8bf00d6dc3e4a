import { expect, test } from 'vitest';
import { saveAnnotation } from '@/features/insights/commands/save-annotation';
import { setTarget } from '@/features/insights/commands/set-target';
import { courseMarks } from '@/features/insights/course-marks';
import { listAnnotations } from '@/features/insights/queries';
import { metricOverview } from '@/features/metrics/queries';
import { newWorld } from '../../support/world';
import { apiWorld, caller, keyOf } from '../api/calls';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const mark = (day: string, text: string) => ({ annotationId: null, day, text });

test('managers mark days, everybody with numbers of their own sees them, and nobody else changes them', async () => {
  const world = await newWorld();
  const [manager, agent] = [await world.member({ role: 'manager' }), await world.member()];
  await saveAnnotation(manager, mark('2026-03-02', 'New price list'));
  const made = await saveAnnotation(manager, mark('2026-02-01', 'Strike'));
  if (!made.ok) throw new Error(made.error.code);
  const { annotationId } = made.value;
  await saveAnnotation(manager, { annotationId, day: '2026-03-05', text: 'Courier strike' });
  expect(await saveAnnotation(agent, mark('2026-03-02', 'Mine'))).toMatchObject({
    error: { code: 'not_found' },
  });
  const shown = (await listAnnotations(agent, YEAR)).map(({ day, text }) => [day, text]);
  expect(shown).toEqual([
    ['2026-03-02', 'New price list'],
    ['2026-03-05', 'Courier strike'],
  ]);
});

test('a day is marked at the point that holds it, in days, weeks and hours', () => {
  const at = (day: string, id = day) => ({ id, day, text: id, createdByName: '' });
  const keys = (starts: string[], ...days: string[]) =>
    courseMarks(
      starts.map((start) => ({ start })),
      days.map((day) => at(day)),
    ).map(({ key, numbers }) => [key, numbers]);
  expect(keys(['2026-03-02', '2026-03-03'], '2026-03-03')).toEqual([['2026-03-03', [1]]]);
  expect(keys(['2026-02-23', '2026-03-02'], '2026-03-01', '2026-03-02', '2026-03-05')).toEqual([
    ['2026-02-23', [1]],
    ['2026-03-02', [2, 3]],
  ]);
  expect(keys(['2026-03-02T00:00', '2026-03-02T01:00'], '2026-03-02')).toEqual([['2026-03-02T00:00', [1]]]);
  expect(keys(['2026-03-02'], '2026-03-01')).toEqual([]);
});

test('a target is met or missed in words of the way that is better; what is impossible is refused', async () => {
  const world = await newWorld();
  const [manager, agent] = [await world.member({ role: 'manager' }), await world.member()];
  await setTarget(manager, { metric: 'backlog', value: 5 });
  const [backlog] = await metricOverview(manager, ['backlog'], { period: YEAR });
  expect(backlog?.target).toEqual({ value: 5, met: backlog?.value === null ? null : true });
  for (const impossible of [
    { metric: 'sla', value: 1.2 },
    { metric: 'created', value: 5 },
    { metric: 'first_response', value: -1 },
  ] as const) {
    expect(await setTarget(manager, impossible)).toMatchObject({ error: { code: 'insights.no_target' } });
  }
  expect(await setTarget(agent, { metric: 'sla', value: 0.9 })).toMatchObject({
    error: { code: 'not_found' },
  });
  await setTarget(manager, { metric: 'backlog', value: null });
  const [without] = await metricOverview(manager, ['backlog'], { period: YEAR });
  expect(without?.target).toBeNull();
});

test('marks, targets and boards by mail are there for other programs, each workspace its own', async () => {
  const { world, call, admin } = await apiWorld();
  const stranger = (await apiWorld()).call;
  const made = await call('/annotations', { method: 'POST', body: { day: '2026-03-02', text: 'Strike' } });
  expect(made.json).toMatchObject({ day: '2026-03-02', text: 'Strike' });
  const path = `/annotations/${made.json.id}`;
  const over = { day: '2026-03-03', text: 'Long strike' };
  expect((await stranger(path, { method: 'PATCH', body: over })).status).toBe(404);
  expect((await stranger(path, { method: 'DELETE' })).status).toBe(404);
  expect((await call(path, { method: 'PATCH', body: over })).json.text).toBe('Long strike');
  const list = await call('/annotations?from=2026-03-01&to=2026-03-31');
  expect(list.json.data).toHaveLength(1);
  expect((await stranger('/annotations?from=2026-03-01&to=2026-03-31')).json.data).toEqual([]);
  expect((await call(path, { method: 'DELETE' })).status).toBe(204);
  expect(
    (await call('/metric-targets', { method: 'POST', body: { metric: 'sla', value: 0.9 } })).status,
  ).toBe(204);
  expect((await call('/metrics/settings')).json.targets).toEqual([{ metric: 'sla', value: 0.9 }]);
  const userIds = [admin.actor.id];
  const wanted = { board: 'sla', pace: 'monthly', hour: 7, userIds };
  const reports = await call('/board-reports', { method: 'POST', body: wanted });
  expect((await stranger('/board-reports', { method: 'POST', body: wanted })).status).toBe(404);
  const one = `/board-reports/${reports.json.reportIds[0]}`;
  expect((await stranger(one, { method: 'DELETE' })).status).toBe(404);
  expect((await call('/board-reports')).json.data).toMatchObject([
    { board: 'sla', pace: 'monthly', hour: 7 },
  ]);
  expect((await call(one, { method: 'DELETE' })).status).toBe(204);
  const reads = caller(await keyOf(await world.member({ role: 'admin' }), ['insights:read']));
  expect((await reads('/annotations', { method: 'POST', body: over })).status).toBe(403);
});
