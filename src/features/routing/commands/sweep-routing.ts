import { isPresent } from '@/features/routing/queue-rules';
import { isWaiting } from '@/features/routing/waiting';
import type { SystemContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { eachApart } from '@/server/jobs/each-apart';
import { announce, routingTopic } from '@/server/live/announce';
import type { World } from '@/server/world';
import { fillQueue } from './fill-queue';
import { returnUnanswered } from './return-unanswered';

const MOST_AT_ONCE = 200;

const routing = (world: World, workspaceId: string): SystemContext => ({
  ...world,
  workspaceId,
  actor: { kind: 'system', id: 'routing', name: 'routing' },
});

/**
 * Takes back what was not answered in time, and counts those as gone whose connection is. Looks at what is due only; of one
 * workspace, where it is given.
 */
export async function sweepUnanswered(world: World, workspace: string | null = null): Promise<void> {
  const due = await world.db.routedTicket.findMany({
    where: { answerBy: { lte: world.now() }, ...(workspace && { workspaceId: workspace }) },
    orderBy: { answerBy: 'asc' },
    take: MOST_AT_ONCE,
    select: { workspaceId: true, ticketId: true },
  });
  await eachApart('unanswered live work', due, ({ workspaceId, ticketId }) =>
    returnUnanswered(routing(world, workspaceId), ticketId),
  );
  await markAbsent(world, workspace);
}

async function markAbsent(world: World, workspace: string | null): Promise<void> {
  const at = world.now();
  const gone = await world.db.availability.findFirst({
    where: { leavesAt: { lte: at }, ...(workspace && { workspaceId: workspace }) },
    select: { userId: true },
  });
  if (!gone) return;
  await transaction(world, async (tx) => {
    const rows = await tx.$queryRaw<{ workspaceId: string }[]>`
      update "Availability" a set "absentSince" = a."leavesAt", "leavesAt" = null
      from (
        select "workspaceId", "userId" from "Availability"
        where "leavesAt" <= ${at}::timestamptz
          and (${workspace}::uuid is null or "workspaceId" = ${workspace}::uuid)
        order by "leavesAt" limit ${MOST_AT_ONCE} for update skip locked
      ) as gone
      where a."workspaceId" = gone."workspaceId" and a."userId" = gone."userId"
      returning a."workspaceId"`;
    const topics = new Set(rows.map(({ workspaceId }) => routingTopic(workspaceId)));
    if (topics.size > 0) await announce(tx, [...topics]);
  });
}

/**
 * A back-stop for what no event says, such as a leave that ended or a wait that grew long: looks at queues, not at tickets,
 * and only at those that push, where something waits and somebody is there; of one workspace, where it is given.
 */
export async function sweepQueues(world: World, workspace: string | null = null): Promise<void> {
  const queues = await world.db.$queryRaw<{ workspaceId: string; teamId: string }[]>`
    select q."workspaceId", q."teamId" from "RoutingQueue" q
    where q.mode = 'push' and (${workspace}::uuid is null or q."workspaceId" = ${workspace}::uuid)
      and exists (select from "TeamMember" x join "Availability" a
        on a."workspaceId" = x."workspaceId" and a."userId" = x."userId" and ${isPresent}
        where x."workspaceId" = q."workspaceId" and x."teamId" = q."teamId")
      and exists (select from "Ticket" t
        where t."workspaceId" = q."workspaceId" and t."teamId" = q."teamId" and ${isWaiting})
    limit 1000`;
  await eachApart('waiting tickets', queues, ({ workspaceId, teamId }) =>
    fillQueue(routing(world, workspaceId), teamId),
  );
}
