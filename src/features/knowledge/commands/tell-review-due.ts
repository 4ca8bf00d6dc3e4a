import { askedToReadAgain } from '@/domain/knowledge/who-is-asked';
import { publishersOf } from '@/features/knowledge/publishers';
import { tellPeople } from '@/features/notifications/commands/tell-people';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { eachApart } from '@/server/jobs/each-apart';
import type { World } from '@/server/world';

const BATCH = 100;

type Due = Readonly<{ workspaceId: string; id: string }>;

/**
 * Tells, in all workspaces, the owners of articles whose review day has come, once for each day, and gives how many articles there
 * were. Two sweeps at once, or one that is run again, tell nobody twice. What nobody can read any more, being archived in all its
 * languages, asks nobody.
 */
export async function tellReviewDue(world: World): Promise<number> {
  const today = new Date(world.now().toISOString().slice(0, 10));
  const due = await world.db.article.findMany({
    where: { reviewNoticeOn: { lte: today } },
    orderBy: { reviewNoticeOn: 'asc' },
    take: BATCH,
    select: { workspaceId: true, id: true },
  });
  const told = await eachApart('articles to be read again', due, (one) =>
    transaction(world, (tx) => tellOne(tx, world, { ...one, today })),
  );
  return told.filter(Boolean).length;
}

async function tellOne(
  tx: Tx,
  world: World,
  { workspaceId, id, today }: Due & Readonly<{ today: Date }>,
): Promise<boolean> {
  const { count } = await tx.article.updateMany({
    where: { workspaceId, id, reviewNoticeOn: { lte: today } },
    data: { reviewNoticeOn: null },
  });
  if (count === 0) return false;
  const article = await tx.article.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      reviewOn: true,
      owner: { select: { userId: true, deactivatedAt: true, user: { select: { disabledAt: true } } } },
      translations: { where: { state: { not: 'archived' } }, take: 1, select: { id: true } },
    },
  });
  const { owner, reviewOn, translations } = article;
  if (!reviewOn || translations.length === 0) return false;
  const isHere = owner && !owner.deactivatedAt && !owner.user.disabledAt;
  const publishers = isHere ? [] : (await publishersOf(tx, workspaceId)).map((each) => each.id);
  const ownerId = isHere ? owner.userId : null;
  const day = reviewOn.toISOString().slice(0, 10);
  const facts = { day, owned: isHere ? 'yes' : 'no' };
  const news = { kind: 'article_due', articleId: id, key: `article-due/${id}/${day}`, facts } as const;
  const asked = askedToReadAgain({ ownerId, publishers });
  await tellPeople(
    tx,
    { ...world, workspaceId },
    asked.map((userId) => ({ ...news, userId, swept: true })),
  );
  return true;
}
