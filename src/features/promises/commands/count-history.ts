import { type PastTicket, statisticsOf } from '@/domain/promise/history';
import type { PromiseAbout } from '@/domain/promise/promise';
import { openTimeBetween } from '@/domain/sla/business-time';
import { hoursOfWorkspace } from '@/features/sla/commands/hours-of-workspace';
import type { Tx } from '@/server/db/client';
import { type Sql, sql } from '@/server/db/sql';
import { transaction } from '@/server/db/transaction';
import { eachApart } from '@/server/jobs/each-apart';
import type { World } from '@/server/world';

const DAY = 86_400_000;
const DAYS = 90;
const COUNT_AGAIN_AFTER = DAY / 4;
/** Workspaces that one turn counts. */
const MOST_AT_ONCE = 20;
/** More tickets than these newest ones would tell nothing else. */
const MOST_TICKETS = 20_000;

/** Counts the history of workspaces where that was last done a quarter of a day ago, or never. Gives how many it counted. */
export async function countHistories(world: World, asOf: Date): Promise<number> {
  const before = new Date(asOf.getTime() - COUNT_AGAIN_AFTER);
  const rows = await world.db.$queryRaw<{ id: string }[]>`
    select w.id from "Workspace" w left join "PromiseCount" c on c."workspaceId" = w.id
    where c."workspaceId" is null or c."countedAt" < ${before}::timestamptz
    order by c."countedAt" nulls first limit ${MOST_AT_ONCE}`;
  const counted = await eachApart('history for promises', rows, async ({ id }) =>
    countHistory(world, { workspaceId: id, asOf }),
  );
  return counted.length;
}

/**
 * How long like tickets of one workspace took in the last 90 days until their first answer and until they were solved, by
 * groups of every width; in working time of the standard calendar. Replaces what was counted before.
 */
export function countHistory(
  world: Pick<World, 'db'>,
  { workspaceId, asOf }: Readonly<{ workspaceId: string; asOf: Date }>,
): Promise<void> {
  const since = new Date(asOf.getTime() - DAYS * DAY);
  return transaction(world, async (tx) => {
    const counted = await tx.promiseCount.upsert({
      where: { workspaceId },
      create: { workspaceId, countedAt: asOf },
      update: { countedAt: asOf },
    });
    if (counted.countedAt > asOf) return;
    await tx.promiseStatistic.deleteMany({ where: { workspaceId } });
    for (const [about, column] of ENDS) {
      const past = await pastTickets(tx, { workspaceId, column, since, asOf });
      const data = statisticsOf(past).map(({ key, sample, p80 }) => ({
        ...{ workspaceId, about, key, sample },
        p80: BigInt(Math.round(p80)),
      }));
      if (data.length > 0) await tx.promiseStatistic.createMany({ data });
    }
  });
}

const ENDS: readonly (readonly [PromiseAbout, Sql])[] = [
  ['answer', sql`"firstRepliedAt"`],
  ['resolution', sql`"solvedAt"`],
];

type Looked = Readonly<{ workspaceId: string; column: Sql; since: Date; asOf: Date }>;
type Row = Omit<PastTicket, 'took'> & Readonly<{ createdAt: Date; endedAt: Date }>;

/** What customers opened and people ended; tickets that began with our own answer tell nothing. */
async function pastTickets(tx: Tx, { workspaceId, column, since, asOf }: Looked): Promise<PastTicket[]> {
  const hours = (await hoursOfWorkspace(tx, workspaceId, []))(null);
  const rows = await tx.$queryRaw<Row[]>`
    select type::text, priority::text, channel::text, language, "createdAt", ${column} as "endedAt" from "Ticket"
    where "workspaceId" = ${workspaceId}::uuid and ${column} between ${since}::timestamptz and ${asOf}::timestamptz
      and ${column} > "createdAt" and not spam and "trashedAt" is null and "mergedIntoId" is null
    order by ${column} desc limit ${MOST_TICKETS}`;
  return rows.map(({ createdAt, endedAt, ...like }) => ({
    ...like,
    took: hours ? openTimeBetween(hours, createdAt, endedAt) : endedAt.getTime() - createdAt.getTime(),
  }));
}
