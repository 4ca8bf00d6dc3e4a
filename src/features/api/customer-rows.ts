import 'server-only';
import { fail, ok } from '@/domain/shared/result';
import { searchCustomers } from '@/features/search/queries';
import { idsOfCustomers, listSegments } from '@/features/segments/queries';
import type { StaffContext } from '@/server/context';
import { type Sql, sql } from '@/server/db/sql';
import { ownFieldsOf } from './own-fields';
import { type Listed, pageOf, placeOf } from './paging';

export type CustomerRow = Readonly<{
  id: string;
  name: string;
  identities: readonly Readonly<{ id: string }>[];
  givenName: string | null;
  familyName: string | null;
  nameOrder: 'given_first' | 'family_first';
  language: string | null;
  timeZone: string | null;
  note: string;
  organization: Readonly<{ name: string }> | null;
  createdAt: Date;
}>;

type CustomerQuery = Readonly<{
  limit: number;
  cursor?: string | undefined;
  q?: string | undefined;
  email?: string | undefined;
  segment?: string | undefined;
}>;

const LIST = 'customers';

/**
 * Customers, the newest first: all, those whose names and addresses hold `q`, the one with this mail address, or those of a
 * segment.
 */
export async function listCustomers(ctx: StaffContext, query: CustomerQuery): Listed<CustomerRow> {
  const { limit, q, email } = query;
  const after = placeOf(LIST, query.cursor);
  if (!after.ok) return after;
  const place = after.value && { createdAt: new Date(after.value.by), id: after.value.id };
  const slice = { limit: limit + 1, place, email };
  const chosen =
    query.segment && !email
      ? await inSegment(ctx, { limit: limit + 1, place, q, segmentId: query.segment })
      : await outOfAll(ctx, { ...slice, q: email ? undefined : q });
  if (chosen === 'not_found') return fail({ code: 'not_found' });
  const rows = chosen ? await customerRows(ctx, chosen) : [];
  return ok(pageOf(LIST, rows, { limit, by: (row) => row.createdAt }));
}

async function outOfAll(ctx: StaffContext, { q, ...slice }: Slice & Searched): Promise<Sql | null> {
  if (!q) return inOrder(ctx, slice);
  const { hits } = await searchCustomers(ctx, { q, limit: slice.limit, after: slice.place });
  return among(hits.map(({ id }) => id));
}

type Searched = Readonly<{ q: string | undefined }>;
type InSegment = Omit<Slice, 'email'> & Searched & Readonly<{ segmentId: string }>;

async function inSegment(ctx: StaffContext, { q = '', segmentId, place, limit }: InSegment) {
  const segment = (await listSegments(ctx)).find(({ id }) => id === segmentId);
  if (!segment) return 'not_found';
  const { conditions } = segment;
  const ids = await idsOfCustomers(ctx, { q, conditions, before: place, limit });
  return among(ids);
}

const among = (ids: readonly string[]): Sql | null =>
  ids.length > 0 ? sql`select unnest(${[...ids]}::uuid[]) as id` : null;

type Slice = Readonly<{
  limit: number;
  place: Readonly<{ createdAt: Date; id: string }> | null;
  email: string | undefined;
}>;

function inOrder(ctx: StaffContext, { limit, place, email }: Slice): Sql {
  const from = place ? sql`and (c."createdAt", c.id) < (${place.createdAt}, ${place.id}::uuid)` : sql``;
  const known = email
    ? sql`and c.id = (select i."customerId" from "CustomerIdentity" i
        where i."workspaceId" = c."workspaceId" and i.kind = 'email' and i.value = ${email})`
    : sql``;
  return sql`select c.id from "Customer" c where c."workspaceId" = ${ctx.workspaceId}::uuid
    and c."mergedIntoId" is null and c."erasedAt" is null ${from} ${known}
    order by c."createdAt" desc, c.id desc limit ${limit}`;
}

/** The customers whose ids `chosen` selects, the newest first. */
function customerRows(ctx: StaffContext, chosen: Sql): Promise<CustomerRow[]> {
  const first = (kind: 'email' | 'phone') => sql`(
    select i.value from "CustomerIdentity" i
    where i."workspaceId" = c."workspaceId" and i."customerId" = c.id and i.kind = ${kind}::"IdentityKind"
    order by i."primary" desc, i."createdAt" limit 1)`;
  return ctx.db.$queryRaw<CustomerRow[]>`
    select c.id, c."displayName" as name, ${first('email')} as email, ${first('phone')} as phone,
      coalesce((
        select json_agg(json_build_object('id', i.id, 'kind', i.kind, 'value', i.value, 'label', i.label,
          'primary', i."primary")
          order by i.kind, i."primary" desc, i."createdAt", i.id)
        from "CustomerIdentity" i where i."workspaceId" = c."workspaceId" and i."customerId" = c.id
      ), '[]'::json) as identities,
      c."givenName", c."familyName", c."nameOrder", c.locale as language, c."timeZone", c.note,
      case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as organization,
      c."externalId", c."blockedAt", c."mergedIntoId" as "mergedInto", c."createdAt", c."updatedAt",
      array(select n.number from "CustomerSaidNumber" n where n."workspaceId" = c."workspaceId"
        and n."customerId" = c.id order by n."createdAt", n.id) as "saidNumbers",
      c."erasedAt", (select w."finishedAt" from "WordErasure" w where w."workspaceId" = c."workspaceId"
        and w."customerId" = c.id) as "wordsErasedAt", (select json_build_object('acknowledgements', coalesce(m.acknowledgements, true),
        'updates', coalesce(m.updates, true), 'surveys', s."customerId" is null)
        from (select 1) one
        left join "CustomerMailChoice" m on m."workspaceId" = c."workspaceId" and m."customerId" = c.id
        left join "SurveyOptOut" s on s."workspaceId" = c."workspaceId" and s."customerId" = c.id) as mails,
      ${ownFieldsOf('customer', sql`c."workspaceId"`, sql`c.id`)} as fields,
      case when l.id is not null then json_build_object('id', l.id, 'name',
        coalesce(nullif(l.names->>'en', ''), nullif(l.names->>'hu', ''), l.names->>'lv')) end as tier
    from (${chosen}) as chosen
    join "Customer" c on c."workspaceId" = ${ctx.workspaceId}::uuid and c.id = chosen.id
    left join "Organization" o on o."workspaceId" = c."workspaceId" and o.id = c."organizationId"
    left join "LoyaltyTier" l on l."workspaceId" = c."workspaceId" and l.id = c."tierId"
    order by c."createdAt" desc, c.id desc`;
}

/** One customer, or null. */
export async function customerById(ctx: StaffContext, id: string): Promise<CustomerRow | null> {
  const [row] = await customerRows(ctx, sql`select ${id}::uuid as id`);
  return row ?? null;
}

/** The customer who has this identity, or null. */
export async function customerWith(ctx: StaffContext, identityId: string): Promise<CustomerRow | null> {
  const [row] = await customerRows(
    ctx,
    sql`select i."customerId" as id from "CustomerIdentity" i
      where i."workspaceId" = ${ctx.workspaceId}::uuid and i.id = ${identityId}::uuid`,
  );
  return row ?? null;
}
