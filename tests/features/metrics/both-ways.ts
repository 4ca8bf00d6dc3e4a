import { expect } from 'vitest';
import type { MetricName } from '@/domain/metrics/registry';
import { askedOf } from '@/features/insights/queries';
import { getMetricPage } from '@/features/insights/queries-metric';
import { countWorkspace } from '@/features/metrics/commands/count-changes';
import type { StaffContext } from '@/server/context';
import { caller, keyOf } from '../api/calls';
import type { World } from '../sla/support';

type Told = Readonly<{
  value: number;
  count: number;
  interval: Readonly<{ low: number; high: number }>;
  spread: object;
}>;
type Part = Readonly<{
  group: string;
  label: string | null;
  value: number;
  count: number;
  share: number | null;
}>;

/** Reads numbers as people do: by the API and on the page of each number, which have to say the same. */
export async function bothWays(world: World, owner: StaffContext) {
  const call = caller(await keyOf(owner, ['insights:read']));
  const manager = await world.member({ role: 'manager' });
  const pageOf = async (metric: MetricName, parameters: Record<string, string>) =>
    getMetricPage(manager, metric, { asked: await askedOf(manager, parameters), parameters });
  /** Of a month of 2026, or of the days given. */
  const daysOf = (month: number | Readonly<{ from: string; to: string }>) => {
    if (typeof month !== 'number') return month;
    const to = new Date(Date.UTC(2026, month, 0)).toISOString().slice(0, 10);
    return { from: `${to.slice(0, 8)}01`, to };
  };
  const asked = (month: Parameters<typeof daysOf>[0]) => ({
    ...daysOf(month),
    ...{ compared: 'none', hours: 'calendar' },
  });
  return {
    call,
    read: async (metrics: string, month: Parameters<typeof daysOf>[0]): Promise<Told[]> => {
      await countWorkspace(world, world.workspaceId);
      const { json } = await call(`/metrics?${new URLSearchParams({ metrics, ...asked(month) })}`);
      for (const told of json.data) {
        const { value } = await pageOf(told.metric, asked(month));
        expect(value).toMatchObject({ value: told.value, count: told.count, version: told.version });
        expect([value?.interval, value?.spread]).toEqual([told.interval, told.spread]);
      }
      return json.data;
    },
    split: async (metric: MetricName, ...[month, by]: [Parameters<typeof daysOf>[0], string]) => {
      await countWorkspace(world, world.workspaceId);
      const { json } = await call(`/metrics/${metric}/split?${new URLSearchParams({ by, ...asked(month) })}`);
      const { parts } = await pageOf(metric, { ...asked(month), by });
      const shown = (list: readonly Part[]) => list.map(({ group, value, share }) => [group, value, share]);
      expect(shown(parts as readonly Part[])).toEqual(shown(json.data));
      return json.data as Part[];
    },
  };
}
