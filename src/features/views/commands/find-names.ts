import { may } from '@/domain/permission/can';
import type { FindKey } from '@/domain/search/find-keys';
import { plain } from '@/domain/search/plain';
import { addressIn } from '@/domain/search/search-text';
import { searchCustomers } from '@/features/search/queries';
import type { StaffContext } from '@/server/context';

/** The most rows that one name may mean. */
const MOST = 50;
/** The most names of teams, people and the like that are looked through. */
const LOOKED_AT = 2000;

/** The names that a row bears, the one that people know it by first. */
type Named = Readonly<{ id: string; names: readonly string[] }>;
type Rows = (ctx: StaffContext, name: string, most: number) => Promise<readonly Named[]>;

/** The ids that a name in a search means: those that bear it, or else those whose name holds it; at most fifty, none for nobody. */
export async function idsNamed(ctx: StaffContext, key: FindKey, name: string): Promise<readonly string[]> {
  if (key === 'from') return customersNamed(ctx, name);
  const rows = (await ROWS[key]?.(ctx, name, MOST)) ?? [];
  const sought = plain(name);
  const of = (fits: (each: string) => boolean) =>
    rows.filter(({ names }) => names.some((each) => fits(plain(each)))).map(({ id }) => id);
  const same = of((each) => each === sought);
  return (same.length > 0 ? same : of((each) => each.includes(sought))).slice(0, MOST);
}

/** Names of this workspace for what is typed behind a key, at most so many: those that begin so, then those that hold it. */
export async function namesLike(
  ctx: StaffContext,
  key: FindKey,
  { typed, most }: Readonly<{ typed: string; most: number }>,
): Promise<readonly string[]> {
  const rows = (await ROWS[key]?.(ctx, typed, most)) ?? [];
  const sought = plain(typed).trim();
  const begins = (name: string) => plain(name).startsWith(sought);
  const shown = rows.flatMap(({ names }) => {
    const fits = key === 'from' || names.some((each) => plain(each).includes(sought));
    const name = names.find(Boolean);
    return fits && name ? [name] : [];
  });
  return [...new Set([...shown.filter(begins), ...shown])].slice(0, most);
}

const ROWS: Readonly<Partial<Record<FindKey, Rows>>> = {
  from: async (ctx, name, limit) => {
    const { hits } = await searchCustomers(ctx, { q: name, limit });
    return hits.map(({ id, name: own, address }) => ({ id, names: [own, address ?? ''] }));
  },
  to: async (ctx) => {
    const rows = await ctx.db.channelAccount.findMany({
      where: { workspaceId: ctx.workspaceId },
      select: { id: true, name: true, address: true },
      orderBy: { id: 'asc' },
      take: LOOKED_AT,
    });
    return rows.map(({ id, ...row }) => ({ id, names: [row.name, row.address ?? ''] }));
  },
  assignee: async (ctx) => {
    const rows = await ctx.db.membership.findMany({
      where: { workspaceId: ctx.workspaceId },
      select: { userId: true, user: { select: { name: true, email: true } } },
      orderBy: { userId: 'asc' },
      take: LOOKED_AT,
    });
    return rows.map(({ userId, user }) => ({ id: userId, names: [user.name, user.email] }));
  },
  team: async (ctx) => named(await ctx.db.team.findMany(plainly(ctx))),
  tag: async (ctx) => named(await ctx.db.tag.findMany(plainly(ctx))),
  organization: async (ctx, name, take) =>
    may(ctx.actor, 'customer.read')
      ? named(
          await ctx.db.organization.findMany({
            where: { workspaceId: ctx.workspaceId, name: { contains: name, mode: 'insensitive' } },
            select: { id: true, name: true },
            orderBy: { name: 'asc' },
            take,
          }),
        )
      : [],
};

const plainly = ({ workspaceId }: StaffContext) =>
  ({
    where: { workspaceId },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
    take: LOOKED_AT,
  }) as const;

const named = (rows: readonly Readonly<{ id: string; name: string }>[]): readonly Named[] =>
  rows.map(({ id, name }) => ({ id, names: [name] }));

async function customersNamed(ctx: StaffContext, name: string): Promise<readonly string[]> {
  const value = addressIn(name);
  if (value !== null) {
    const identity = await ctx.db.customerIdentity.findFirst({
      where: { workspaceId: ctx.workspaceId, kind: 'email', value },
      select: { customerId: true },
    });
    return identity ? [identity.customerId] : [];
  }
  const { hits } = await searchCustomers(ctx, { q: name, limit: MOST });
  return hits.map(({ id }) => id);
}
