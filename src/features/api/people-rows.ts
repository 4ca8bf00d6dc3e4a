import 'server-only';
import { ok } from '@/domain/shared/result';
import type { StaffContext } from '@/server/context';
import { type Sql, sql } from '@/server/db/sql';
import { type Listed, pageOf, placeOf } from './paging';

type Row = Readonly<{ id: string; createdAt: Date }>;
type Slice = Readonly<{ limit: number; cursor?: string | undefined }>;

/** The rows of a small list, the newest first; `select` gives them with an `id` and a `createdAt`. */
async function slice(
  ctx: StaffContext,
  ...[list, { limit, cursor }, select]: [string, Slice, Sql]
): Listed<Row> {
  const after = placeOf(list, cursor);
  if (!after.ok) return after;
  const from = after.value
    ? sql`where ("createdAt", id) < (${new Date(after.value.by)}, ${after.value.id}::uuid)`
    : sql``;
  const rows = await ctx.db.$queryRaw<Row[]>`
    select * from (${select}) as each ${from} order by "createdAt" desc, id desc limit ${limit + 1}`;
  return ok(pageOf(list, rows, { limit, by: (row) => row.createdAt }));
}

const teams = ({ workspaceId }: StaffContext) => sql`
  select t.id, t.name, t."createdAt", array(
    select m."userId" from "TeamMember" m where m."workspaceId" = t."workspaceId" and m."teamId" = t.id order by 1
  ) as "memberIds"
  from "Team" t where t."workspaceId" = ${workspaceId}::uuid`;

const users = ({ workspaceId }: StaffContext) => sql`
  select u.id, u.name, u.email, m.role, m.scope, m."deactivatedAt" is null as active, m."createdAt", array(
    select t."teamId" from "TeamMember" t where t."workspaceId" = m."workspaceId" and t."userId" = m."userId" order by 1
  ) as "teamIds"
  from "Membership" m join "User" u on u.id = m."userId" where m."workspaceId" = ${workspaceId}::uuid`;

const tags = ({ workspaceId }: StaffContext) =>
  sql`select id, name, "createdAt" from "Tag" where "workspaceId" = ${workspaceId}::uuid`;

/** The teams of the workspace. */
export const listTeams = (ctx: StaffContext, page: Slice): Listed<Row> =>
  slice(ctx, 'teams', page, teams(ctx));

/** The members of the workspace, also those who may not enter any more; or the one with this mail address. */
export function listUsers(
  ctx: StaffContext,
  { email, ...page }: Slice & Readonly<{ email?: string | undefined }>,
): Listed<Row> {
  const known = email ? sql`${users(ctx)} and u.email = ${email}` : users(ctx);
  return slice(ctx, 'users', page, known);
}

/** The tags of the workspace. */
export const listTags = (ctx: StaffContext, page: Slice): Listed<Row> => slice(ctx, 'tags', page, tags(ctx));

/** One of them by its id, or null. */
export async function oneOf(
  ctx: StaffContext,
  kind: 'team' | 'user' | 'tag',
  id: string,
): Promise<Row | null> {
  const select = { team: teams, user: users, tag: tags }[kind](ctx);
  const [row] = await ctx.db.$queryRaw<Row[]>`select * from (${select}) as each where id = ${id}::uuid`;
  return row ?? null;
}
