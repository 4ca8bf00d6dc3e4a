import type { ViewCondition } from '@/domain/condition/view-fields';
import { bearingOf, fieldsIn } from '@/domain/view/touch';
import { type Save, savesAsRows } from '@/features/tickets/commands/saves';
import type { SystemContext } from '@/server/context';
import { joinSql, sql } from '@/server/db/sql';
import { forAnybody } from '../count-view';
import { tablesFor, viewBounds, viewSql } from '../view-sql';
import { markStale } from './count-stale-views';

type Event = Readonly<{ ticketId: string; type: string; fieldId: string | null }>;
type View = Readonly<{ id: string; conditions: ViewCondition }>;

/** More views no workspace has by far. */
const MOST_VIEWS = 2000;

/**
 * Notes which counters these saves may have made wrong: of views that look at something that changed, and of views in which a
 * ticket stands that is new or went to another person or team. Three queries, however many saves and views there are.
 */
export async function touchViews(ctx: SystemContext, saves: readonly Save[]): Promise<void> {
  const { db, workspaceId } = ctx;
  const views = (await db.savedView.findMany({
    where: { workspaceId },
    select: { id: true, conditions: true },
    take: MOST_VIEWS,
  })) as unknown as readonly View[];
  if (views.length === 0 || saves.length === 0) return;
  const events = await db.$queryRaw<Event[]>`
    select distinct e."ticketId", e.type, e.data->>'fieldId' as "fieldId" from ${savesAsRows(saves)}
    join "TicketEvent" e on e."workspaceId" = ${workspaceId}::uuid and e."ticketId" = saved."ticketId" and e.at = saved.at`;
  const bearings = views.map((view) => ({ view, ...bearingsOn(view, events) }));
  const touched = bearings.filter(({ isTouched }) => isTouched).map(({ view }) => view.id);
  const moved = bearings.filter(({ isTouched, moved }) => !isTouched && moved.size > 0);
  const within = await viewsWith(
    ctx,
    moved.map(({ view, moved }) => [view, moved] as const),
  );
  await markStale(ctx, [...touched, ...within]);
}

function bearingsOn({ conditions }: View, events: readonly Event[]) {
  const fields = fieldsIn(conditions);
  const all = events.map((event) => ({ ...event, bearing: bearingOf(event, fields) }));
  return {
    isTouched: all.some(({ bearing }) => bearing === 'membership'),
    moved: new Set(all.filter(({ bearing }) => bearing === 'place').map(({ ticketId }) => ticketId)),
  };
}

type Asked = readonly (readonly [View, ReadonlySet<string>])[];

/** The views, of these, in which one of their tickets stands now. */
async function viewsWith(ctx: SystemContext, asked: Asked): Promise<readonly string[]> {
  if (asked.length === 0) return [];
  const { db, workspaceId } = ctx;
  const { timeZone } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { timeZone: true },
  });
  const at = { now: ctx.now(), timeZone };
  const parts = asked.map(([{ id, conditions }, ticketIds]) => {
    const condition = forAnybody(conditions);

    const where = joinSql(
      [
        ...viewBounds(workspaceId, condition),
        sql`t.id = any(${[...ticketIds]}::uuid[])`,
        viewSql(condition, at),
      ],
      ' and ',
    );
    return sql`select ${id}::text as id where exists (select 1 from ${tablesFor(condition)} where ${where})`;
  });
  const rows = await db.$queryRaw<{ id: string }[]>`${joinSql(parts, ' union all ')}`;
  return rows.map(({ id }) => id);
}
