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

type Named = Readonly<{ id: string; names: readonly string[] }>;
type Find = (ctx: StaffContext, name: string) => Promise<readonly string[]>;

/** The ids that a name in a search means: those that bear it, or else those whose name holds it; at most fifty, none for nobody. */
export async function idsNamed(ctx: StaffContext, key: FindKey, name: string): Promise<readonly string[]> {
  return (await FIND[key]?.(ctx, name)) ?? [];
}

const FIND: Readonly<Partial<Record<FindKey, Find>>> = {
  from: customersNamed,
  to: async (ctx, name) => {
    const rows = await ctx.db.channelAccount.findMany({
      where: { workspaceId: ctx.workspaceId },
      select: { id: true, name: true, address: true },
      orderBy: { id: 'asc' },
      take: LOOKED_AT,
    });
    return bearing(
      rows.map(({ id, ...row }) => ({ id, names: [row.address ?? '', row.name] })),
      name,
    );
  },
  assignee: async (ctx, name) => {
    const rows = await ctx.db.membership.findMany({
      where: { workspaceId: ctx.workspaceId },
      select: { userId: true, user: { select: { name: true, email: true } } },
      orderBy: { userId: 'asc' },
      take: LOOKED_AT,
    });
    return bearing(
      rows.map(({ userId, user }) => ({ id: userId, names: [user.email, user.name] })),
      name,
    );
  },
  team: async (ctx, name) => bearing(named(await ctx.db.team.findMany(plainly(ctx))), name),
  tag: async (ctx, name) => bearing(named(await ctx.db.tag.findMany(plainly(ctx))), name),
  organization: async (ctx, name) =>
    may(ctx.actor, 'customer.read')
      ? (
          await ctx.db.organization.findMany({
            where: { workspaceId: ctx.workspaceId, name: { contains: name, mode: 'insensitive' } },
            select: { id: true },
            orderBy: { name: 'asc' },
            take: MOST,
          })
        ).map(({ id }) => id)
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

function bearing(rows: readonly Named[], name: string): readonly string[] {
  const sought = plain(name);
  const of = (fits: (each: string) => boolean) =>
    rows.filter(({ names }) => names.some((each) => fits(plain(each)))).map(({ id }) => id);
  const same = of((each) => each === sought);
  return (same.length > 0 ? same : of((each) => each.includes(sought))).slice(0, MOST);
}

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
