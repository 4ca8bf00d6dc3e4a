import { askedToReview } from '@/domain/knowledge/who-is-asked';
import { publishersOf } from '@/features/knowledge/publishers';
import type { StoredText } from '@/features/knowledge/store';
import { settleNotices } from '@/features/notifications/commands/settle-notices';
import { tellPeople } from '@/features/notifications/commands/tell-people';
import type { Context, StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** Tells whoever is asked that this text waits for their look, in the transaction that has it wait. */
export async function tellReview(tx: Tx, ctx: StaffContext, text: StoredText): Promise<void> {
  const { workspaceId, actor } = ctx;
  const { articleId, locale } = text;
  const { reviewerId } = await tx.article.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: articleId } },
    select: { reviewerId: true },
  });
  const publishers = (await publishersOf(tx, workspaceId)).map(({ id }) => id);
  const key = `article-review/${text.id}/${ctx.now().getTime()}`;
  const news = { kind: 'article_review', articleId, key, facts: { locale }, swept: true } as const;
  const asked = askedToReview({ reviewerId, askedById: actor.id, publishers });
  await tellPeople(
    tx,
    ctx,
    asked.map((userId) => ({ ...news, userId, actorName: actor.name })),
  );
}

/** A text that waits no more asks nobody any more. Another language of the article may still wait. */
export async function settleReview(tx: Tx, ctx: Context, { articleId }: StoredText): Promise<void> {
  const { workspaceId } = ctx;
  const waiting = await tx.articleTranslation.count({
    where: { workspaceId, articleId, state: 'in_review' },
  });
  if (waiting === 0) await settleNotices(tx, ctx, { articleId, kind: 'article_review' });
}
