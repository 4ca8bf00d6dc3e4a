import type { MetricName } from '@/domain/metrics/registry';
import { countWorkspace } from '@/features/metrics/commands/count-changes';
import { type MetricQuestion, metricOverview } from '@/features/metrics/queries';
import type { StaffContext } from '@/server/context';
import { type Desk, newDesk } from '../sla/support';

/** A desk with a manager who asks for numbers; `number` counts what has happened and gives one of them. */
export async function newNumbers(at: string) {
  const desk = await newDesk(at);
  const manager = await desk.world.member({ role: 'manager', name: 'Márta Manager' });
  return { desk, manager, ...verbs(desk, manager) };
}

function verbs({ world }: Desk, manager: StaffContext) {
  const count = () => countWorkspace(world, world.workspaceId);
  return {
    count,
    numbers: async (metrics: MetricName[], over: Partial<MetricQuestion> = {}) => {
      await count();
      const period = { from: '2026-01-01', to: '2026-12-31' };
      const values = await metricOverview(manager, metrics, { period, ...over });
      return Object.fromEntries(values.map((value) => [value.metric, value]));
    },
  };
}

/** Values by metric, to two decimals; shares in percent. */
export const rounded = (values: Awaited<ReturnType<ReturnType<typeof verbs>['numbers']>>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, { value, unit }]) => [
      name,
      value === null
        ? null
        : Math.round(value * (unit === 'share' ? 1000 : 100)) / (unit === 'share' ? 10 : 100),
    ]),
  );

/** All facts, and all sums that are something, rounded to what doubles can tell. */
export async function everything({ world: { db, workspaceId } }: Desk) {
  const where = { workspaceId };
  const facts =
    await db.$queryRaw`select "subjectId", kind, sequence, at, "teamId", "agentId", priority, excluded, "values"
    from "MetricFact" where "workspaceId" = ${workspaceId}::uuid order by "subjectId", kind, sequence`;
  const days = await db.metricDay.findMany({
    where: { ...where, count: { not: 0 } },
    orderBy: [{ measure: 'asc' }, { dimension: 'asc' }, { value: 'asc' }, { day: 'asc' }],
  });
  const sketches = await db.metricSketch.findMany({
    where: { ...where, count: { not: 0 } },
    orderBy: [{ measure: 'asc' }, { grain: 'asc' }, { start: 'asc' }, { step: 'asc' }],
  });
  return {
    ...{ facts, sketches },
    days: days.map(({ sum, squares, ...day }) => ({
      ...day,
      sum: sum.toFixed(3),
      squares: squares.toPrecision(6),
    })),
  };
}
