import 'server-only';
import { type Likeness, likenesses } from '@/domain/customer/alike';
import { FREE_MAIL } from '@/domain/customer/free-mail';
import { may } from '@/domain/permission/can';
import type { StaffContext } from '@/server/context';
import { type Sql, sql } from '@/server/db/sql';
import { comparable, shownAddresses } from './duplicates';

/** One of two records that may be one person. */
export type PairSide = Readonly<{ id: string; name: string; addresses: readonly string[] }>;

/** Two records that may be one person, and what speaks for it; `older` is the one that was here first. */
export type DuplicatePair = Readonly<{ newer: PairSide; older: PairSide; reasons: readonly Likeness[] }>;

export type DuplicatePage = Readonly<{
  pairs: readonly DuplicatePair[];
  /** How many customers were looked at, and from whom on to look further: null at the end. */
  looked: number;
  next: string | null;
}>;

/** So many customers are looked at for one page. */
const LOOKED = 3000;
const PAIRS = 60;
const CANDIDATES = 5;

/**
 * Pairs that may be one person, by the newer of the two, the newest first: within the next 3,000 customers behind `after`,
 * a page of at most sixty pairs. Those of whom somebody said that they are two are left out. In three queries.
 */
export async function listDuplicatePairs(ctx: StaffContext, after: string | null): Promise<DuplicatePage> {
  if (!may(ctx.actor, 'customer.merge')) return { pairs: [], looked: 0, next: null };
  const slice = sliceOf(ctx, after);
  const [found, [end]] = await Promise.all([
    ctx.db.$queryRaw<{ newer: string; older: string }[]>`
      with slice as materialized (${slice}), pair as (
        select n.id as newer, d.id as older, n."createdAt" as at from slice n
        cross join lateral (${candidates(ctx)}) d
        where not exists (select 1 from "NotSameCustomer" x where x."workspaceId" = ${ctx.workspaceId}::uuid
          and x."firstId" = least(n.id, d.id) and x."secondId" = greatest(n.id, d.id))
      )
      select newer, older from pair order by at desc, newer desc, older desc limit ${PAIRS + 1}`,
    ctx.db.$queryRaw<{ looked: number; last: string | null }[]>`
      with slice as materialized (${slice})
      select (select count(*)::int from slice) as looked,
        (select id from slice order by "createdAt", id limit 1) as last`,
  ]);
  const shown = wholeGroups(found);
  const pairs = await compared(ctx, shown);
  const isCut = shown.length < found.length;
  const looked = end?.looked ?? 0;
  const further = looked === LOOKED ? end?.last : null;
  return { pairs, looked, next: (isCut ? shown.at(-1)?.newer : further) ?? null };
}

/** The pairs but for those of the last customer, where there are more than a page holds. */
function wholeGroups<Pair extends Readonly<{ newer: string }>>(found: readonly Pair[]): readonly Pair[] {
  if (found.length <= PAIRS) return found;
  const last = found.at(-1)?.newer;
  return found.filter(({ newer }) => newer !== last);
}

function sliceOf({ workspaceId }: StaffContext, after: string | null): Sql {
  const from = after
    ? sql`and (c."createdAt", c.id) < (select a."createdAt", a.id from "Customer" a
        where a."workspaceId" = ${workspaceId}::uuid and a.id = ${after}::uuid)`
    : sql``;
  return sql`select c.id, c."createdAt", c."organizationId", name_key(c."displayName") as name from "Customer" c
    where c."workspaceId" = ${workspaceId}::uuid and c."mergedIntoId" is null ${from}
    order by c."createdAt" desc, c.id desc limit ${LOOKED}`;
}

/** Older records that share a mailbox, a number, or a name and a house with `n`: each way is answered by an index. */
function candidates({ workspaceId }: StaffContext): Sql {
  const ws = sql`${workspaceId}::uuid`;
  const older = sql`o."workspaceId" = ${ws} and o."mergedIntoId" is null
    and (o."createdAt", o.id) < (n."createdAt", n.id)`;
  const tail = (value: Sql) => sql`right(regexp_replace(${value}, '\\D', '', 'g'), 9)`;
  return sql`
    (select o.id from "CustomerIdentity" i
      join "CustomerIdentity" j on j."workspaceId" = ${ws} and j.kind = 'email' and mailbox_key(j.value) = mailbox_key(i.value)
      join "Customer" o on o.id = j."customerId" and ${older}
      where i."workspaceId" = ${ws} and i."customerId" = n.id and i.kind = 'email' limit ${CANDIDATES})
    union
    (select o.id from "CustomerIdentity" i
      join "CustomerIdentity" j on j."workspaceId" = ${ws} and j.kind = 'phone' and ${tail(sql`j.value`)} = ${tail(sql`i.value`)}
      join "Customer" o on o.id = j."customerId" and ${older}
      where i."workspaceId" = ${ws} and i."customerId" = n.id and i.kind in ('phone', 'whatsapp')
        and length(${tail(sql`i.value`)}) = 9 limit ${CANDIDATES})
    union
    (select o.id from "Customer" o where name_key(o."displayName") = n.name and n.name <> '' and ${older}
      and (o."organizationId" = n."organizationId" or exists (
        select 1 from "CustomerIdentity" i join "CustomerIdentity" j on j."workspaceId" = ${ws} and j."customerId" = o.id
          and j.kind = 'email' and (split_part(j.value, '@', 1) = split_part(i.value, '@', 1)
            or (split_part(j.value, '@', 2) = split_part(i.value, '@', 2)
              and split_part(j.value, '@', 2) <> all(${[...FREE_MAIL]}::text[])))
        where i."workspaceId" = ${ws} and i."customerId" = n.id and i.kind = 'email')) limit ${CANDIDATES})`;
}

type Found = Readonly<{ newer: string; older: string }>;

async function compared(ctx: StaffContext, found: readonly Found[]): Promise<DuplicatePair[]> {
  const ids = [...new Set(found.flatMap(({ newer, older }) => [newer, older]))];
  if (ids.length === 0) return [];
  const rows = await comparable(ctx, sql`c.id = any(${ids}::uuid[])`, ids.length);
  const known = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap((pair) => {
    const [newer, older] = [known.get(pair.newer), known.get(pair.older)];
    const reasons = newer && older ? likenesses(newer, older) : [];
    if (!newer || !older || reasons.length === 0) return [];
    const side = (row: typeof newer) => ({ id: row.id, name: row.name, addresses: shownAddresses(row) });
    return [{ newer: side(newer), older: side(older), reasons }];
  });
}
