import type { Dimension } from '@/domain/metrics/dimensions';
import type { StaffContext } from '@/server/context';

type Ctx = Pick<StaffContext, 'db' | 'workspaceId'>;
type Named = Readonly<{ id: string; name: string }>;

const where = ({ workspaceId }: Ctx, ids: readonly string[]) => ({ workspaceId, id: { in: [...ids] } });
const select = { id: true, name: true } as const;

const NAMES: Readonly<
  Partial<Record<Dimension | 'hour', (ctx: Ctx, ids: readonly string[], locale: string) => Promise<Named[]>>>
> = {
  account: (ctx, ids) => ctx.db.channelAccount.findMany({ where: where(ctx, ids), select }),
  team: (ctx, ids) => ctx.db.team.findMany({ where: where(ctx, ids), select }),
  tier: async (ctx, ids, locale) => {
    const tiers = await ctx.db.loyaltyTier.findMany({
      where: where(ctx, ids),
      select: { id: true, names: true },
    });
    return tiers.map(({ id, names }) => ({ id, name: nameIn(names, locale) }));
  },
  tag: (ctx, ids) => ctx.db.tag.findMany({ where: where(ctx, ids), select }),
  organization: (ctx, ids) => ctx.db.organization.findMany({ where: where(ctx, ids), select }),
  agent: async ({ db, workspaceId }, ids) => {
    const members = await db.membership.findMany({
      where: { workspaceId, userId: { in: [...ids] } },
      select: { userId: true, user: { select: { name: true } } },
    });
    return members.map(({ userId, user }) => ({ id: userId, name: user.name }));
  },
};

/** A tier's name in the reader's language, else in any. */
function nameIn(names: unknown, locale: string): string {
  const known = (names ?? {}) as Record<string, string>;
  return known[locale] ?? Object.values(known)[0] ?? '';
}

/** The names behind the ids of a split, in one query; nothing for dimensions whose values speak for themselves. */
export async function labelsOf(
  ctx: Ctx,
  ...[by, groups, locale = 'en']: [Dimension | 'hour' | undefined, readonly string[], string?]
): Promise<ReadonlyMap<string, string>> {
  const names = by && NAMES[by];
  const ids = groups.filter((group) => group !== '');
  if (!names || ids.length === 0) return new Map();
  return new Map((await names(ctx, ids, locale)).map(({ id, name }) => [id, name]));
}
