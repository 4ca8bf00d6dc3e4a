import 'server-only';
import { type PromiseStory, storyOf } from '@/features/promises/story';
import type { StaffContext } from '@/server/context';
import { readableBy } from '@/server/db/readable-tickets';
import { type Sql, sql } from '@/server/db/sql';

/** The lists of promises: what is owed, of that what is about to break, and what was broken or kept. */
export const PROMISE_LISTS = ['at_risk', 'open', 'broken', 'kept'] as const;
export type PromiseList = (typeof PROMISE_LISTS)[number];

export type ListedPromise = PromiseStory &
  Readonly<{ number: number; subject: string; requester: string; assignee: string | null }>;

type Page = Readonly<{
  promises: readonly ListedPromise[] /** Where the next page begins; null at the end. */;
  next: string | null;
}>;

type Asked = Readonly<{
  list: PromiseList | 'all';
  customerId?: string | undefined;
  after?: string | undefined;
  limit?: number;
}>;
type Row = Parameters<typeof storyOf>[0] & Omit<ListedPromise, keyof PromiseStory>;

const PAGE = 50;
const PLACE = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The place behind a promise in its list, as `after` takes it. */
export const placeAfter = ({ dueAt, id }: Readonly<{ dueAt: Date; id: string }>): string =>
  `${dueAt.getTime()}_${id}`;

/**
 * Promises of all tickets, or of one customer's, that the reader may read, a page (of 50) in one statement: what is owed by when
 * it is due, the next first, and what has ended, or all of them, the latest first. What no sweep has looked at yet stands where it belongs at this moment.
 */
export async function listPromises(
  ctx: StaffContext,
  { list, customerId, after, limit = PAGE }: Asked,
): Promise<Page> {
  const { db, workspaceId, actor } = ctx;
  const now = ctx.now();
  const rows = await db.$queryRaw<Row[]>`
    select p.id, p.about, p.source, p."promisedAt", p."dueAt", p."riskAt", p.text, p.sample, p.group, p."pausedAt",
      p."keptAt", p."brokenAt", p."endedAt", p.reason, p."promisedByName",
      t.number, t.subject, c."displayName" as requester, u.name as assignee
    from "TicketPromise" p
    join "Ticket" t on t."workspaceId" = p."workspaceId" and t.id = p."ticketId"
    join "Customer" c on c."workspaceId" = t."workspaceId" and c.id = t."requesterId"
    left join "User" u on u.id = t."assigneeId"
    where p."workspaceId" = ${workspaceId}::uuid and ${readableBy(actor)} and ${holds(list, now)}
      and ${customerId ? sql`t."requesterId" = ${customerId}::uuid` : sql`true`} and ${beyond(list, after)}
    order by ${isOwed(list) ? sql`p."dueAt", p.id` : sql`p."dueAt" desc, p.id desc`} limit ${limit + 1}`;
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    promises: shown.map(({ number, subject, requester, assignee, ...row }) => {
      return { ...storyOf(row, now), number, subject, requester, assignee };
    }),
    next: last ? placeAfter(last) : null,
  };
}

const isOwed = (list: Asked['list']) => list === 'open' || list === 'at_risk';

function holds(list: Asked['list'], now: Date): Sql {
  const owed = sql`p."openAs" is not null and p."brokenAt" is null and p."dueAt" >= ${now}::timestamptz`;
  const conditions = {
    open: owed,
    at_risk: sql`${owed} and p."pausedAt" is null and p."riskAt" <= ${now}::timestamptz`,
    broken: sql`p."brokenAt" is not null`,
    kept: sql`p."keptAt" is not null`,
    all: sql`true`,
  };
  return conditions[list];
}

function beyond(list: Asked['list'], after: string | undefined): Sql {
  const [, time, id] = PLACE.exec(after ?? '') ?? [];
  if (!time || !id) return sql`true`;
  const at = new Date(Number(time));
  return isOwed(list)
    ? sql`(p."dueAt", p.id) > (${at}::timestamptz, ${id}::uuid)`
    : sql`(p."dueAt", p.id) < (${at}::timestamptz, ${id}::uuid)`;
}
