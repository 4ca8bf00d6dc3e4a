import 'server-only';
import type { ViewCondition } from '@/domain/condition/view-fields';
import { tierName } from '@/domain/customer/tier';
import { may } from '@/domain/permission/can';
import { mayChangeView, VIEW_AUDIENCES, type ViewAudience, type ViewLook } from '@/domain/view/saved-view';
import { namesOf } from '@/features/conditions/references';
import { type OwnChoice, ownChoices } from '@/features/fields/commands/own-choices';
import { listTiers } from '@/features/tiers/queries';
import type { StaffContext } from '@/server/context';
import { inScope } from '@/server/db/readable-tickets';
import { sql } from '@/server/db/sql';
import { markStale } from './commands/count-stale-views';
import { findTickets } from './commands/find-tickets';
import { viewReferences } from './commands/save-view';
import { findView, lookOf, type StoredView, teamsLedBy, viewOf, viewSelection, visibleTo } from './view-rows';

/** More views nobody sees at once. */
const MOST = 300;
/** How old counters may be that time alone makes wrong. */
const DRIFT_MS = 60_000;

/** A saved view as the rail shows it. */
export type ViewLine = Readonly<{
  id: string;
  name: string;
  audience: ViewAudience;
  /** Tickets that the reader sees in it, at most one more than counters show; null while it was never counted. */
  count: number | null;
  /** There may be more: not all were looked at. */
  partial: boolean;
}>;

type Row = ViewLine & Readonly<{ drifts: boolean; staleAt: Date | null; countedAt: Date | null }>;

/**
 * The views that this person sees, everybody's first, with their counters: sums of what was counted once for all who look, so that
 * reading them counts nothing. Asks for those that time alone has made old to be counted again.
 */
export async function listSavedViews(ctx: StaffContext): Promise<ViewLine[]> {
  const { db, workspaceId, actor } = ctx;
  const teams = [...actor.teamIds];
  const ofTeams = may(actor, 'view.manage') ? sql`true` : sql`v."teamId" = any(${teams}::uuid[])`;
  const rows = await db.$queryRaw<Row[]>`
    select v.id, v.name, v.audience, v."countPartial" as partial, v.drifts, v."staleAt", v."countedAt",
      case when v."countedAt" is not null then coalesce((
        select sum(t.counts[1 + coalesce(t."assigneeId" = ${actor.id}::uuid, false)::int
          + 2 * coalesce(t."teamId" = any(${teams}::uuid[]), false)::int])::int
        from "SavedViewCount" t
        where t."workspaceId" = v."workspaceId" and t."viewId" = v.id and ${inScope(actor)}), 0) end as count
    from "SavedView" v
    where v."workspaceId" = ${workspaceId}::uuid
      and (v.audience = 'everyone' or (v.audience = 'team' and ${ofTeams})
        or (v.audience = 'personal' and v."ownerId" = ${actor.id}::uuid))
    order by array_position(array['everyone','team','personal'], v.audience::text), v.name, v.id limit ${MOST}`;
  const before = ctx.now().getTime() - DRIFT_MS;
  const old = rows.filter((row) => row.drifts && !row.staleAt && (row.countedAt?.getTime() ?? 0) < before);
  await markStale(
    ctx,
    old.map(({ id }) => id),
  );
  return rows.map(({ id, name, audience, count, partial }) => ({ id, name, audience, count, partial }));
}

/** A view as its form shows it. */
export type SavedViewPage = StoredView &
  Readonly<{ mayChange: boolean; names: Readonly<Record<string, string>> }>;

/** One view with the names of what it points at; null when the actor does not see it. */
export async function getSavedView(ctx: StaffContext, id: string): Promise<SavedViewPage | null> {
  const view = await findView(ctx.db, ctx, id);
  if (!view) return null;
  const [leads, names] = await Promise.all([
    teamsLedBy(ctx.db, ctx),
    namesOf(ctx.db, ctx.workspaceId, viewReferences(view.conditions)),
  ]);
  return { ...view, mayChange: mayChangeView(ctx.actor, view, { leads }), names };
}

/** What a search asks, for the form of a new view. */
export type BegunView = Readonly<{
  q: string;
  conditions: ViewCondition;
  names: Readonly<Record<string, string>>;
}>;

/** The conditions of a search (`readFind`) with the names of what they point at; null where it has none that a view keeps. */
export async function viewOfSearch(ctx: StaffContext, q: string): Promise<BegunView | null> {
  const { conditions } = await findTickets(ctx, { q, limit: 1 });
  if (!conditions) return null;
  return { q, conditions, names: await namesOf(ctx.db, ctx.workspaceId, viewReferences(conditions)) };
}

/** A view as its list shows it: how the view wants it to look, and how this reader does. */
export type ShownView = StoredView & Readonly<{ look: ViewLook; isOwnLook: boolean; timeZone: string }>;

/** The view for its list; null when the actor does not see it. */
export async function getShownView(ctx: StaffContext, id: string): Promise<ShownView | null> {
  const { db, workspaceId, actor } = ctx;
  const [view, own, workspace] = await Promise.all([
    findView(db, ctx, id),
    actor.id
      ? db.savedViewLook.findUnique({
          where: { workspaceId_viewId_userId: { workspaceId, viewId: id, userId: actor.id } },
        })
      : null,
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { timeZone: true } }),
  ]);
  return (
    view && { ...view, look: lookOf(own ?? view), isOwnLook: own !== null, timeZone: workspace.timeZone }
  );
}

export type SavedViewRow = StoredView & Readonly<{ team: string | null; mayChange: boolean }>;

/** The views that this person sees, as the list of views and files show them; in two queries. */
export async function savedViewRows(ctx: StaffContext): Promise<SavedViewRow[]> {
  const [rows, leads] = await Promise.all([
    ctx.db.savedView.findMany({
      where: visibleTo(ctx),
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: MOST,
      select: { ...viewSelection, team: { select: { name: true } } },
    }),
    teamsLedBy(ctx.db, ctx),
  ]);
  return rows.map(({ team, ...row }) => ({
    ...viewOf(row),
    team: team?.name ?? null,
    mayChange: mayChangeView(ctx.actor, row, { leads }),
  }));
}

type Named = Readonly<{ id: string; name: string }>;

/** What the form of a view offers, by name; customers and organizations are searched, since they are too many. */
export type ViewChoices = Readonly<
  Record<'teams' | 'members' | 'tags' | 'channels' | 'tiers', readonly Named[]>
> &
  Readonly<{
    own: readonly OwnChoice[];
    /** For whom the actor may save a view, and for which teams. */
    audiences: readonly ViewAudience[];
    teamsToShareWith: readonly Named[];
  }>;

const LISTED = 500;

/** The choices of the form of a view. */
export async function viewChoices(ctx: StaffContext, locale: string): Promise<ViewChoices> {
  const { db, workspaceId, actor } = ctx;
  const named = {
    where: { workspaceId },
    orderBy: { name: 'asc' },
    take: LISTED,
    select: { id: true, name: true },
  } as const;
  const [teams, people, tags, channels, tiers, own, leads] = await Promise.all([
    db.team.findMany(named),
    db.membership.findMany({
      where: { workspaceId, deactivatedAt: null },
      orderBy: { user: { name: 'asc' } },
      take: LISTED,
      select: { userId: true, user: { select: { name: true } } },
    }),
    db.tag.findMany(named),
    db.channelAccount.findMany(named),
    listTiers(ctx),
    ownChoices(ctx, locale),
    teamsLedBy(db, ctx),
  ]);
  const may = (audience: ViewAudience, teamId: string | null = null) =>
    mayChangeView(actor, { audience, teamId, ownerId: actor.id }, { leads });
  const teamsToShareWith = teams.filter(({ id }) => may('team', id));
  return {
    teams,
    members: people.map(({ userId, user }) => ({ id: userId, name: user.name })),
    tags,
    channels,
    tiers: tiers.map(({ id, names }) => ({ id, name: tierName(names, locale) })),
    own,
    audiences: VIEW_AUDIENCES.filter((each) => (each === 'team' ? teamsToShareWith.length > 0 : may(each))),
    teamsToShareWith,
  };
}
