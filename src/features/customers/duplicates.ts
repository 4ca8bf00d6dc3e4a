import 'server-only';
import { type Comparable, type Likeness, lastDigits, likenesses } from '@/domain/customer/alike';
import { may } from '@/domain/permission/can';
import { plain } from '@/domain/search/plain';
import type { StaffContext } from '@/server/context';
import { joinSql, type Sql, sql } from '@/server/db/sql';

/** Somebody who may be the same person, and what speaks for it. */
export type Duplicate = Readonly<{
  id: string;
  name: string;
  addresses: readonly string[];
  reasons: readonly Likeness[];
}>;

type Row = Comparable & Readonly<{ id: string }>;

const CANDIDATES = 50;
const SHOWN = 5;

/** Up to five other records that may be this person, but for those of whom somebody said that they are not. */
export async function duplicatesOf(ctx: StaffContext, customerId: string): Promise<readonly Duplicate[]> {
  if (!may(ctx.actor, 'customer.read')) return [];
  const [own] = await comparable(ctx, sql`c.id = ${customerId}::uuid`);
  const hints = own ? hintsOf(ctx.workspaceId, own) : [];
  if (!own || hints.length === 0) return [];
  const others = await comparable(
    ctx,
    sql`c.id <> ${customerId}::uuid and c."mergedIntoId" is null and (${joinSql(hints, ' or ')})
      and not exists (select 1 from "NotSameCustomer" n where n."workspaceId" = c."workspaceId"
        and n."firstId" = least(c.id, ${customerId}::uuid) and n."secondId" = greatest(c.id, ${customerId}::uuid))`,
  );
  return others
    .map((other) => ({ other, reasons: likenesses(own, other) }))
    .filter(({ reasons }) => reasons.length > 0)
    .slice(0, SHOWN)
    .map(({ other, reasons }) => ({
      id: other.id,
      name: other.name,
      reasons,
      addresses: shownAddresses(other),
    }));
}

/** The addresses that say something to people. */
export const shownAddresses = ({ identities }: Comparable): string[] =>
  identities.filter(({ kind }) => kind !== 'chat').map(({ value }) => value);

/** Conditions that an index answers, and that whoever is alike meets. */
function hintsOf(workspaceId: string, { name, identities }: Row): Sql[] {
  const words = plain(name)
    .split(/\s+/)
    .filter((word) => word.length > 1);
  const byName = words.length > 1 ? [like(words)] : [];
  return [...byName, ...identities.flatMap((each) => hintOf({ workspaceId, ...each }))];
}

type Address = Readonly<{ workspaceId: string; kind: string; value: string }>;

function hintOf({ workspaceId, kind, value }: Address): Sql[] {
  if (kind === 'email') {
    const local = value.slice(0, value.lastIndexOf('@')).replace(/\+.*$/, '');
    const parts = local.split('.').filter((part) => part.length > 2);
    return parts.length > 0 ? [like(parts)] : [];
  }
  const digits = kind === 'phone' || kind === 'whatsapp' ? lastDigits(value) : '';
  if (!digits) return [];
  return [
    sql`c.id in (select p."customerId" from "CustomerIdentity" p where p."workspaceId" = ${workspaceId}::uuid
      and p.kind = 'phone' and right(regexp_replace(p.value, '\\D', '', 'g'), 9) = ${digits})`,
    like([digits]),
  ];
}

const like = (words: readonly string[]): Sql =>
  sql`c."searchText" like all(${words.map((word) => `%${plain(word).replace(/[\\%_]/g, '\\$&')}%`)}::text[])`;

/** At most so many customers `c` of this workspace, the oldest first, with what is compared of them. */
export function comparable(...[ctx, which, most = CANDIDATES]: [StaffContext, Sql, number?]): Promise<Row[]> {
  return ctx.db.$queryRaw<Row[]>`
    select c.id, c."displayName" as name, c."organizationId", coalesce((
      select json_agg(json_build_object('kind', i.kind, 'value', i.value) order by i.kind, i.value)
      from "CustomerIdentity" i where i."workspaceId" = c."workspaceId" and i."customerId" = c.id), '[]') as identities
    from "Customer" c where c."workspaceId" = ${ctx.workspaceId}::uuid and ${which}
    order by c."createdAt", c.id limit ${most}`;
}
