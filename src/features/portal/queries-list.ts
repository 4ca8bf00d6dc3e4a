import 'server-only';
import type { TicketStatus } from '@/domain/ticket/ticket';
import { type CustomerPromise, promisesForCustomer } from '@/features/promises/queries';
import { type Sql, sql } from '@/server/db/sql';
import type { CustomerContext } from '@/server/portal/portal-page';
import { copiedRequests } from './copied';

/** Requests on one page of the list. */
const PAGE_OF_REQUESTS = 20;

/** One's own, those on which one stands in copy, or everybody's in the organization, where it shares them. */
export type RequestsOf = 'mine' | 'copied' | 'shared';

export type RequestState = 'open' | 'solved' | 'all';

/** Where the list goes on: behind this row. */
export type RequestPlace = Readonly<{ activityAt: Date; id: string }>;

export type RequestRow = Readonly<{
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  activityAt: Date;
  createdAt: Date;
  requester: string;
  mine: boolean;
  /** What is owed on it first. */
  promise: CustomerPromise | null;
}>;

type Wanted = Readonly<{
  state: RequestState;
  /** Words of the subject, or a number. */
  search: string;
  whose: RequestsOf;
  after: RequestPlace | null;
}>;

/** A customer's requests, or their organization's, the newest activity first, from a place on; in two queries. */
export async function listRequests(
  ctx: CustomerContext,
  wanted: Wanted,
): Promise<Readonly<{ rows: readonly RequestRow[]; next: RequestPlace | null }>> {
  const { workspaceId, actor } = ctx;
  const { after } = wanted;
  const beyond = after ? sql`(t."activityAt", t.id) < (${after.activityAt}, ${after.id}::uuid)` : sql`true`;
  const rows = await ctx.db.$queryRaw<Omit<RequestRow, 'promise'>[]>`
    select t.id, t.number, t.subject, t.status, t."activityAt", t."createdAt", c."displayName" as requester,
      t."requesterId" = ${actor.id}::uuid as mine
    from "Ticket" t join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    where t."workspaceId" = ${workspaceId}::uuid and ${whoseOf(ctx, wanted.whose)} and t."mergedIntoId" is null and t."trashedAt" is null
      and ${inState(wanted.state)} and ${matching(wanted.search)} and ${beyond}
    order by t."activityAt" desc, t.id desc limit ${PAGE_OF_REQUESTS + 1}`;
  const shown = rows.slice(0, PAGE_OF_REQUESTS);
  const last = shown.at(-1);
  const promises = await promisesForCustomer(
    ctx,
    shown.map(({ id }) => id),
  );
  const listed = shown.map((row) => ({ ...row, promise: promises.get(row.id) ?? null }));
  return { rows: listed, next: rows.length > PAGE_OF_REQUESTS && last ? last : null };
}

function whoseOf({ actor }: CustomerContext, whose: RequestsOf): Sql {
  if (whose === 'copied') return copiedRequests(actor.id);
  if (whose === 'mine' || !actor.organizationId) return sql`t."requesterId" = ${actor.id}::uuid`;
  return sql`c."organizationId" = ${actor.organizationId}::uuid`;
}

function inState(state: RequestState): Sql {
  if (state === 'all') return sql`true`;
  return state === 'open' ? sql`t.active` : sql`not t.active`;
}

function matching(search: string): Sql {
  const words = search.trim();
  if (words === '') return sql`true`;
  const number = /^#?(\d{1,9})$/.exec(words)?.[1];
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const subject = sql`unaccent(lower(t.subject)) like unaccent(lower(${pattern}))`;
  return number ? sql`(t.number = ${Number(number)}::int or ${subject})` : subject;
}
