import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { ChangeArticleInput } from '@/features/knowledge/inputs';
import { changeAudience } from '@/features/knowledge/public-text';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { announce, HELP_TOPIC } from '@/server/live/announce';
import { categoryIsHere } from './create-article';

type Refused = Readonly<{ code: 'not_found' | 'forbidden' }>;

/**
 * Changes what holds for all languages of an article: audience, category, owner, review day. What is absent stays. Whoever
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
      data: { ...changesIn(input), updatedAt: ctx.now() },
    });
    await announce(tx, [HELP_TOPIC]);
    if (turns) await turn(tx, ctx, { ...input, title: before.title });
    return ok(null);
  });
}

async function allAreHere(tx: Tx, ctx: StaffContext, { categoryId, ownerId }: ChangeArticleInput) {
  return (await categoryIsHere(tx, ctx, categoryId ?? null)) && (await memberIsHere(tx, ctx, ownerId));
}

function changesIn({ audience, categoryId, ownerId, reviewOn }: ChangeArticleInput) {
  const day = reviewOn ? new Date(`${reviewOn}T00:00:00Z`) : null;
  return {
    ...(audience && { audience }),
    ...(categoryId !== undefined && { categoryId }),
    ...(ownerId !== undefined && { ownerId }),
    ...(reviewOn !== undefined && { reviewOn: day }),
  };
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
      locale: true,
      translations: { select: { locale: true, title: true, liveRevision: true } },
    },
  });
  if (!row) return null;
  const { audience, locale, translations } = row;
  const title = translations.find((each) => each.locale === locale)?.title ?? '';
  return { audience, title, isLive: translations.some(({ liveRevision }) => liveRevision !== null) };
}

async function memberIsHere(tx: Tx, { workspaceId }: StaffContext, userId: string | null | undefined) {
  if (!userId) return true;
  const where = { workspaceId_userId: { workspaceId, userId } };
  return (await tx.membership.findUnique({ where, select: { userId: true } })) !== null;
}
