import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { ChangeArticleInput } from '@/features/knowledge/inputs';
import { changeAudience } from '@/features/knowledge/public-text';
import { publishersOf } from '@/features/knowledge/publishers';
import { settleNotices } from '@/features/notifications/commands/settle-notices';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, HELP_TOPIC } from '@/server/live/announce';
import { categoryIsHere } from './create-article';

type Refused = Readonly<{ code: 'not_found' | 'forbidden' }>;

/**
 * Changes what holds for all languages of an article: audience, category, owner, reviewer, review day. What is absent stays. Whoever
 * opens or shuts an article that has readers must be allowed to publish.
 */
export function changeArticle(ctx: StaffContext, input: ChangeArticleInput): Promise<Result<null, Refused>> {
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const before = await findArticle(tx, ctx, input.articleId);
    const isHere = await allAreHere(tx, ctx, input);
    if (!before || !isHere) return fail({ code: 'not_found' });
    const turns = input.audience !== undefined && input.audience !== before.audience;
    if (turns && before.isLive && !may(ctx.actor, 'knowledge.publish')) return fail({ code: 'forbidden' });
    await tx.article.update({
      where: { workspaceId_id: { workspaceId, id: input.articleId } },
      data: { ...changesIn(input, before), updatedAt: ctx.now() },
    });
    await announce(tx, [HELP_TOPIC]);
    await settleDue(tx, ctx, input);
    if (turns) await turn(tx, ctx, { ...input, title: before.title });
    return ok(null);
  });
}

async function allAreHere(
  tx: Tx,
  ctx: StaffContext,
  { categoryId, ownerId, reviewerId }: ChangeArticleInput,
): Promise<boolean> {
  if (!(await categoryIsHere(tx, ctx, categoryId ?? null))) return false;
  return (await memberIsHere(tx, ctx, ownerId)) && (await mayReview(tx, ctx, reviewerId));
}

/** Who is to review must be able to publish. */
async function mayReview(tx: Tx, { workspaceId }: StaffContext, userId: string | null | undefined) {
  if (!userId) return true;
  return (await publishersOf(tx, workspaceId)).some(({ id }) => id === userId);
}

/** In another category it stands nowhere yet. */
function changesIn(
  { audience, categoryId, ownerId, reviewerId, reviewOn }: ChangeArticleInput,
  before: Readonly<{ categoryId: string | null }>,
) {
  const leaves = categoryId !== undefined && categoryId !== before.categoryId;
  const day = reviewOn ? new Date(`${reviewOn}T00:00:00Z`) : null;
  return {
    ...(audience && { audience }),
    ...(leaves && { categoryId, position: null }),
    ...(ownerId !== undefined && { ownerId }),
    ...(reviewerId !== undefined && { reviewerId }),
    ...(reviewOn !== undefined && { reviewOn: day, reviewNoticeOn: day }),
  };
}

/** With another day the one that has come is dealt with. */
async function settleDue(
  tx: Tx,
  ctx: StaffContext,
  { articleId, reviewOn }: ChangeArticleInput,
): Promise<void> {
  if (reviewOn !== undefined) await settleNotices(tx, ctx, { articleId, kind: 'article_due' });
}

async function turn(
  tx: Tx,
  ctx: StaffContext,
  { articleId, audience = 'internal', title }: ChangeArticleInput & Readonly<{ title: string }>,
): Promise<void> {
  await changeAudience(tx, ctx, { articleId, audience });
  const action = audience === 'public' ? 'article.opened' : 'article.shut';
  await recordAudit(tx, ctx, { action, target: title });
}

/** An article as far as commands ask: its audience, its title in its own language, and whether it has readers. */
export async function findArticle(tx: Tx, { workspaceId }: StaffContext, id: string) {
  const row = await tx.article.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      audience: true,
      categoryId: true,
      locale: true,
      translations: { select: { locale: true, title: true, liveRevision: true } },
    },
  });
  if (!row) return null;
  const { audience, categoryId, locale, translations } = row;
  const title = translations.find((each) => each.locale === locale)?.title ?? '';
  return {
    audience,
    categoryId,
    title,
    isLive: translations.some(({ liveRevision }) => liveRevision !== null),
  };
}

async function memberIsHere(tx: Tx, { workspaceId }: StaffContext, userId: string | null | undefined) {
  if (!userId) return true;
  const where = { workspaceId_userId: { workspaceId, userId } };
  return (await tx.membership.findUnique({ where, select: { userId: true } })) !== null;
}
