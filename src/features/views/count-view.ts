import { assuming, isPersonal, type ViewCondition, viewComparisons } from '@/domain/condition/view-fields';
import type { Tx } from '@/server/db/client';
import { joinSql, type Sql, sql } from '@/server/db/sql';
import { asksForCustomer, tablesFor, type ViewMoment, viewBounds, viewSql } from './view-sql';

/** The most tickets of a view that are looked at for its counters. */
const LOOKED_AT = 20_000;

const WAYS = [
  { me: false, myTeams: false },
  { me: true, myTeams: false },
  { me: false, myTeams: true },
  { me: true, myTeams: true },
] as const;

/**
 * The condition for each way in which somebody can stand to a ticket: neither theirs nor of a team of theirs, theirs, of a team
 * of theirs, both. Ways that the condition does not tell apart share one.
 */
function waysOf(condition: ViewCondition): readonly ViewCondition[] {
  const { me, myTeams } = isPersonal(condition);
  return WAYS.map((way) => assuming(condition, { me: me && way.me, myTeams: myTeams && way.myTeams }));
}

/** The condition of which a ticket is true when anybody could see it in the view. */
export function forAnybody(condition: ViewCondition): ViewCondition {
  const { me, myTeams } = isPersonal(condition);
  return me || myTeams ? { any: waysOf(condition) } : condition;
}

/** A view's tickets, whoever looks: one row for each ticket that anybody could see in it, and for whom it counts. */
export function countedSql(workspaceId: string, condition: ViewCondition, at: ViewMoment): Sql {
  const ways = waysOf(condition);
  const { me, myTeams } = isPersonal(condition);
  const isOneForAll = !(me || myTeams);
  const columns = isOneForAll
    ? sql`true as w0, true as w1, true as w2, true as w3`
    : joinSql(
        ways.map((way, index) => sql`${viewSql(way, at)} as ${COLUMN[index] ?? COLUMN[0]}`),
        ', ',
      );
  const any = forAnybody(condition);
  return sql`select t."assigneeId", t."teamId", ${columns} from ${tablesFor(condition)}
    where ${joinSql([...viewBounds(workspaceId, any), viewSql(any, at)], ' and ')} limit ${LOOKED_AT + 1}`;
}

const COLUMN = [sql`w0`, sql`w1`, sql`w2`, sql`w3`] as const;

/** True for a condition whose tickets become others without a ticket being touched: by time, or by what is known of customers. */
export const drifts = (condition: ViewCondition): boolean =>
  asksForCustomer(condition) ||
  viewComparisons(condition).some(
    ({ field, operator }) => operator === 'within' || operator.startsWith('elapsed') || field === 'overdue',
  );

type Counted = Readonly<{ id: string; conditions: ViewCondition }>;

/**
 * Counts a view anew, once for all who may look: by assignee and team, since these decide who may read a ticket and whose it
 * is. In the caller's transaction, which has locked the view.
 */
export async function countView(
  tx: Tx,
  { workspaceId, now, timeZone }: Readonly<{ workspaceId: string }> & ViewMoment,
  { id, conditions }: Counted,
): Promise<void> {
  await tx.savedViewCount.deleteMany({ where: { workspaceId, viewId: id } });
  const [row] = await tx.$queryRaw<{ looked: number }[]>`
    with found as materialized (${countedSql(workspaceId, conditions, { now, timeZone })}),
    cells as (
      insert into "SavedViewCount" ("workspaceId", "viewId", position, "assigneeId", "teamId", counts)
      select ${workspaceId}::uuid, ${id}::uuid, row_number() over (), "assigneeId", "teamId", array[
        count(*) filter (where w0), count(*) filter (where w1),
        count(*) filter (where w2), count(*) filter (where w3)]::int[]
      from found group by "assigneeId", "teamId"
    )
    select count(*)::int as looked from found`;
  await tx.savedView.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { staleAt: null, countedAt: now, countPartial: (row?.looked ?? 0) > LOOKED_AT },
  });
}
