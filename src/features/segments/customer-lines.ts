import 'server-only';
import type { SegmentCondition } from '@/domain/condition/segment';
import type { TierNames } from '@/domain/customer/tier';
import { plain } from '@/domain/search/plain';
import { LOCALES, type Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { inLanguage } from '@/server/db/in-language';
import { joinSql, type Sql, sql } from '@/server/db/sql';
import type { CustomerSort } from './columns';
import { segmentSql } from './segment-sql';

export type CustomerLine = Readonly<{
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  organization: string | null;
  tier: Readonly<{ names: TierNames; colour: string }> | null;
  locale: string | null;
  open: number;
  lastContactAt: Date | null;
  createdAt: Date;
  blocked: boolean;
}>;

export type Wanted = Readonly<{ q: string; conditions: SegmentCondition | null }>;
type Asked = Wanted &
  Readonly<{
    sort: CustomerSort;
    after: string | null;
    limit: number;
    /** The language in whose alphabet names are sorted. */
    locale?: Locale;
  }>;

/** Whoever never wrote stands behind all who did; the index is on this very expression. */
const CONTACT = sql`coalesce("lastContactAt", '-infinity'::timestamptz)`;
const keyOf = (sort: CustomerSort, locale: Locale): Sql =>
  ({ newest: sql`"createdAt"`, name: inLanguage(sql`"displayName"`, locale), contact: CONTACT })[sort];

/** A page of customers that fit, names in the order of a language; `after` is the id of the last one before it. */
export async function listCustomerLines(
  ctx: StaffContext,
  { sort, after, limit, locale = LOCALES[0], ...wanted }: Asked,
): Promise<Readonly<{ rows: readonly CustomerLine[]; next: string | null }>> {
  const key = keyOf(sort, locale);
  const compare = sort === 'name' ? sql`>` : sql`<`;
  const order = sort === 'name' ? sql`${key}, id` : sql`${key} desc, id desc`;
  const from = after
    ? sql`and (${key}, id) ${compare} (select ${key}, id from "Customer"
        where "workspaceId" = ${ctx.workspaceId}::uuid and id = ${after}::uuid)`
    : sql``;
  const rows = await ctx.db.$queryRaw<CustomerLine[]>`
    select c.id, c."displayName" as name, ${first('email')} as email, ${first('phone')} as phone, o.name as organization,
      case when l.id is not null then json_build_object('names', l.names, 'colour', l.colour) end as tier, c.locale,
      (select count(*) from "Ticket" t where t."workspaceId" = c."workspaceId" and t."requesterId" = c.id
        and t.active)::int as open,
      c."lastContactAt", c."createdAt", c."blockedAt" is not null as blocked
    from (select c.* from "Customer" c where ${fitting(ctx, wanted)} ${from} order by ${order} limit ${limit + 1}) c
    left join "Organization" o on o."workspaceId" = c."workspaceId" and o.id = c."organizationId"
    left join "LoyaltyTier" l on l."workspaceId" = c."workspaceId" and l.id = c."tierId"
    order by ${sort === 'name' ? sql`${inLanguage(sql`c."displayName"`, locale)}, c.id` : sql`${sort === 'newest' ? sql`c."createdAt"` : sql`coalesce(c."lastContactAt", '-infinity'::timestamptz)`} desc, c.id desc`}`;
  return {
    rows: rows.slice(0, limit),
    next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null,
  };
}

const first = (
  kind: 'email' | 'phone',
): Sql => sql`(select coalesce(nullif(i.label, ''), i.value) from "CustomerIdentity" i
  where i."workspaceId" = c."workspaceId" and i."customerId" = c.id and i.kind = ${kind}::"IdentityKind"
  order by i."primary" desc, i."createdAt" limit 1)`;

/** The condition on `"Customer" c` that it is one of this workspace, is no signpost, and fits. */
export function fitting(ctx: StaffContext, { q, conditions }: Wanted): Sql {
  const words = plain(q)
    .split(/[\s\p{Cc}]+/u)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const parts = [
    sql`c."workspaceId" = ${ctx.workspaceId}::uuid and c."mergedIntoId" is null and c."erasedAt" is null`,
    ...(words.length > 0 ? [sql`c."searchText" like all(${words}::text[])`] : []),
    ...(conditions ? [segmentSql(conditions, ctx.now())] : []),
  ];
  return joinSql(parts, ' and ');
}
