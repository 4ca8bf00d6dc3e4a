import { may } from '@/domain/permission/can';
import { ok } from '@/domain/shared/result';
import { aboutOf } from '@/features/api/metric-about';
import { wall, wallQuery } from '@/features/api/schemas/wall';
import { wallFigures, wallQueues } from '@/features/insights/queries';
import { getWorkload } from '@/features/routing/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const isoOf = (at: Date | null): string | null => at?.toISOString() ?? null;

async function teamsOf(ctx: StaffContext, team: string | null) {
  if (!may(ctx.actor, 'workload.read')) return null;
  const { queues } = await getWorkload(ctx);
  return wallQueues(ctx, queues, team).map(({ teamId, team, waiting, oldestSince, online }) => ({
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
  description:
    'What waits at this moment, the numbers of today, and the teams, as far as the key reaches; of nobody alone.',
  permission: 'insights.read',
  query: wallQuery,
  answer: { status: 200, description: 'The figures of the wallboard.', schema: wall },
  run: async (ctx, { query: { team = null, locale } }) => {
    const [{ now, today }, teams, about] = await Promise.all([
      wallFigures(ctx, team),
      teamsOf(ctx, team),
      aboutOf(locale),
    ]);
    const standing = { ...now, oldestSince: isoOf(now.oldestSince) };
    const described = today.map((value) => ({ ...about(value.metric), ...value }));
    return ok({ at: ctx.now().toISOString(), now: standing, today: described, teams });
  },
});
