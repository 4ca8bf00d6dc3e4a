import { may } from '@/domain/permission/can';
import { ok } from '@/domain/shared/result';
import { wall } from '@/features/api/schemas/wall';
import { wallFigures } from '@/features/insights/queries';
import { getWorkload } from '@/features/routing/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const isoOf = (at: Date | null): string | null => at?.toISOString() ?? null;

async function teamsOf(ctx: StaffContext) {
  if (!may(ctx.actor, 'workload.read')) return null;
  const { queues } = await getWorkload(ctx);
  return queues.map(({ teamId, team, waiting, oldestSince, online }) => ({
    ...{ teamId, team, waiting, online },
    oldestSince: isoOf(oldestSince),
  }));
}

export const readWall = endpoint({
  id: 'readWall',
  method: 'GET',
  path: '/wall',
  area: 'Metrics',
  summary: 'Read what the wallboard shows',
  description: 'What waits at this moment, the numbers of today, and the teams; of nobody alone.',
  permission: 'insights.read',
  answer: { status: 200, description: 'The figures of the wallboard.', schema: wall },
  run: async (ctx) => {
    const [{ now, today }, teams] = await Promise.all([wallFigures(ctx), teamsOf(ctx)]);
    const standing = { ...now, oldestSince: isoOf(now.oldestSince) };
    return ok({ at: ctx.now().toISOString(), now: standing, today, teams });
  },
});
