import { expect, test } from 'vitest';
import { metricDrillDown, metricOverview } from '@/features/metrics/queries';
import { newWorld } from '../../support/world';

test('a filter that is no id finds nothing, and breaks nothing', async () => {
  const world = await newWorld();
  const manager = await world.member({ role: 'manager', scope: 'team' });
  const period = { from: '2026-01-01', to: '2026-12-31' };
  for (const name of ['team', 'agent', 'tag', 'organization', 'account'] as const) {
    const asked = { period, filters: { [name]: ["x' or 1=1"] } };
    expect(await metricOverview(manager, ['created'], asked)).toMatchObject([{ count: 0 }]);
    const page = await metricDrillDown(manager, 'created', { ...asked, after: null, limit: 5 });
    expect(page.rows).toEqual([]);
  }
});
