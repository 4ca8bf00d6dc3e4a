import 'server-only';
import { z } from 'zod';
import type { TierNames } from '@/domain/customer/tier';
import { plain } from '@/domain/search/plain';
import type { TicketStatus } from '@/domain/ticket/ticket';
import { LOCALES, type Locale } from '@/i18n/locales';
import type { StaffContext } from '@/server/context';
import { inLanguage } from '@/server/db/in-language';
import { readableBy } from '@/server/db/readable-tickets';
import { sql } from '@/server/db/sql';

export type OrganizationRow = Readonly<{
  id: string;
  name: string;
  domains: readonly string[];
  sharedRequests: boolean;
  members: number;
  open: number;
}>;

const PAGE = 50;
const MEMBERS = 50;
const TICKETS = 20;

type Asked = Readonly<{ q: string; after: string | null; locale?: Locale }>;

/** A page of organizations by name in the order of a language, with how many members and open tickets each has. `after` is the last id before it. */
export async function listOrganizations(
  ctx: StaffContext,
  { q, after, locale = LOCALES[0] }: Asked,
): Promise<Readonly<{ rows: readonly OrganizationRow[]; next: string | null }>> {
  const words = within(q);
  const name = inLanguage(sql`o.name`, locale);
  const place = z.uuid().safeParse(after).data;
  const from = place
    ? sql`and (${name}, o.id) > (select x.name, x.id from "Organization" x
        where x."workspaceId" = o."workspaceId" and x.id = ${place}::uuid)`
    : sql``;
  const fitting = q.trim()
    ? sql`and (plain(o.name) like ${words} or exists (select 1 from unnest(o.domains) d where d like ${words}))`
    : sql``;
  const rows = await ctx.db.$queryRaw<OrganizationRow[]>`
    select o.id, o.name, o.domains, o."sharedRequests",
      (select count(*) from "Customer" c where c."workspaceId" = o."workspaceId" and c."organizationId" = o.id
        and c."mergedIntoId" is null)::int as members,
      (select count(*) from "Customer" c join "Ticket" t on t."workspaceId" = c."workspaceId" and t."requesterId" = c.id
        where c."workspaceId" = o."workspaceId" and c."organizationId" = o.id and t.active
          and ${readableBy(ctx.actor)})::int as open
    from (select o.* from "Organization" o where o."workspaceId" = ${ctx.workspaceId}::uuid ${fitting} ${from}
      order by ${name}, o.id limit ${PAGE + 1}) o
    order by ${name}, o.id`;
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null };
}

const FOUND = 20;

type Named = Readonly<{ id: string; name: string }>;

/** The first organizations by name, in the order of a language, whose name holds what is typed; accents and case do not matter. */
export function findOrganizations(
  { db, workspaceId }: StaffContext,
  { q, locale = LOCALES[0] }: Omit<Asked, 'after'>,
): Promise<Named[]> {
  return db.$queryRaw<Named[]>`
    select o.id, o.name from "Organization" o
    where o."workspaceId" = ${workspaceId}::uuid ${q.trim() ? sql`and plain(o.name) like ${within(q)}` : sql``}
    order by ${inLanguage(sql`o.name`, locale)}, o.id limit ${FOUND}`;
}

/** The pattern of what holds a text somewhere. */
const within = (q: string): string => `%${plain(q.trim()).replace(/[\\%_]/g, '\\$&')}%`;

export type OrganizationPage = NonNullable<Awaited<ReturnType<typeof getOrganization>>>;

/** One organization with its members, the newest first, and the newest of their tickets; null where there is none. */
export async function getOrganization(
  ctx: StaffContext,
  { id, after = null }: Readonly<{ id: string; after?: string | null }>,
) {
  const { db, workspaceId } = ctx;
  const organization = await db.organization.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { id: true, name: true, domains: true, note: true, sharedRequests: true, createdAt: true },
  });
  if (!organization) return null;
  const [members, tickets] = await Promise.all([membersOf(ctx, { id, after }), ticketsOf(ctx, id)]);
  return { ...organization, members, tickets };
}

async function membersOf(
  { db, workspaceId }: StaffContext,
  { id, after }: Readonly<{ id: string; after: string | null }>,
) {
  const rows = await db.customer.findMany({
    where: { workspaceId, organizationId: id, mergedIntoId: null, ...(after && { id: { lt: after } }) },
    orderBy: { id: 'desc' },
    take: MEMBERS + 1,
    select: {
      id: true,
      displayName: true,
      readsShared: true,
      tier: { select: { names: true, colour: true } },
      identities: {
        where: { kind: 'email' },
        orderBy: { primary: 'desc' },
        take: 1,
        select: { value: true },
      },
    },
  });
  return {
    rows: rows.slice(0, MEMBERS).map(({ identities, tier, ...row }) => ({
      ...row,
      email: identities[0]?.value ?? '',
      tier: tier && { ...tier, names: tier.names as TierNames },
    })),
    next: rows.length > MEMBERS ? (rows[MEMBERS - 1]?.id ?? null) : null,
  };
}

type OrganizationTicket = Readonly<{
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  requester: string;
  activityAt: Date;
}>;

function ticketsOf(ctx: StaffContext, id: string): Promise<OrganizationTicket[]> {
  return ctx.db.$queryRaw<OrganizationTicket[]>`
    select t.id, t.number, t.subject, t.status, c."displayName" as requester, t."activityAt"
    from "Customer" c
    join lateral (select * from "Ticket" t where t."workspaceId" = c."workspaceId" and t."requesterId" = c.id
      and ${readableBy(ctx.actor)} order by t."activityAt" desc, t.id desc limit ${TICKETS}) t on true
    where c."workspaceId" = ${ctx.workspaceId}::uuid and c."organizationId" = ${id}::uuid
    order by t."activityAt" desc, t.id desc limit ${TICKETS}`;
}
