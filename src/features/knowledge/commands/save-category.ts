import { freeSlug, slugOf } from '@/domain/knowledge/slug';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { CategoryInput } from '@/features/knowledge/inputs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, HELP_TOPIC } from '@/server/live/announce';

type Refused = Readonly<{ code: 'not_found' | 'category.too_deep' }>;

/** Adds or changes a category. Two levels: one that holds others stays on the first, and none goes below the second. */
export function saveCategory(
  ctx: StaffContext,
  input: CategoryInput,
): Promise<Result<Readonly<{ categoryId: string }>, Refused>> {
  return transaction(ctx, async (tx) => {
    const refused = await refusal(tx, ctx, input);
    if (refused) return fail({ code: refused });
    const categoryId = input.id ?? ctx.newId();
    await saveRow(tx, ctx, { input, categoryId });
    await saveNames(tx, ctx, { input, categoryId });
    const target = Object.values(input.names).find((each) => each !== undefined)?.name ?? '';
    const action = input.id ? 'category.changed' : 'category.created';
    await announce(tx, [HELP_TOPIC]);
    await recordAudit(tx, ctx, { action, target });
    return ok({ categoryId });
  });
}

async function refusal(
  tx: Tx,
  { workspaceId }: StaffContext,
  { id, parentId }: CategoryInput,
): Promise<Refused['code'] | null> {
  const ids = [id, parentId].filter((each) => typeof each === 'string');
  const rows = await tx.category.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, parentId: true, _count: { select: { parts: true } } },
  });
  if (rows.length < new Set(ids).size) return 'not_found';
  if (parentId === null) return null;
  const parent = rows.find((row) => row.id === parentId);
  const holds = rows.find((row) => row.id === id)?._count.parts ?? 0;
  return parent?.parentId || holds > 0 || id === parentId ? 'category.too_deep' : null;
}

type Rows = Readonly<{ input: CategoryInput; categoryId: string }>;

async function saveRow(tx: Tx, ctx: StaffContext, { input, categoryId }: Rows): Promise<void> {
  const { workspaceId } = ctx;
  const { id, parentId } = input;
  if (id) {
    await tx.category.update({ where: { workspaceId_id: { workspaceId, id } }, data: { parentId } });
    return;
  }
  const last = await tx.category.aggregate({ where: { workspaceId, parentId }, _max: { position: true } });
  const position = (last._max.position ?? 0) + 1;
  await tx.category.create({
    data: { workspaceId, id: categoryId, parentId, position, createdAt: ctx.now() },
  });
}

async function saveNames(tx: Tx, { workspaceId }: StaffContext, { input, categoryId }: Rows): Promise<void> {
  const slugs = await tx.categoryName.findMany({
    where: { workspaceId },
    select: { categoryId: true, locale: true, slug: true },
  });
  await tx.categoryName.deleteMany({ where: { workspaceId, categoryId } });
  const data = Object.entries(input.names).flatMap(([locale, name]) => {
    if (!name) return [];
    const own = slugs.find((each) => each.categoryId === categoryId && each.locale === locale)?.slug;
    const isTaken = (slug: string) =>
      slugs.some((each) => each.locale === locale && each.slug === slug && each.categoryId !== categoryId);
    const slug = own ?? freeSlug(slugOf(name.name, 'category'), isTaken);
    return [{ workspaceId, categoryId, locale, slug, ...name }];
  });
  await tx.categoryName.createMany({ data });
}
