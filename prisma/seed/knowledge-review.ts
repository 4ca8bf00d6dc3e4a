import type { StaffActor } from '@/domain/permission/actor';
import { changeArticle } from '@/features/knowledge/commands/change-article';
import { createArticle } from '@/features/knowledge/commands/create-article';
import { takeStep } from '@/features/knowledge/commands/take-step';
import { tellReviewDue } from '@/features/knowledge/commands/tell-review-due';
import { createArticleInput, stepInput } from '@/features/knowledge/inputs';
import type { StaffContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

const HOUR = 3_600_000;

const HUNGARIAN = {
  title: 'Mennyi ideig tart a vízkőtelenítés?',
  html: '<p>Fél óra. A gép addig ne legyen felügyelet nélkül.</p><ol><li>Töltse a tartályba az oldatot.</li><li>Indítsa el a programot.</li><li>Öblítsen kétszer tiszta vízzel.</li></ol>',
};

/** Two texts wait for a look, one for Péter and one for whoever may publish, and owners were told which articles to read again. */
export async function buildReview(db: Db, cast: Cast, now: Date): Promise<void> {
  const { workspaceId } = cast;
  const told = new Date(now.getTime() - 3 * HOUR);
  await tellReviewDue({ db, now: () => told, newId });
  const emma = contextOf(db, cast, { key: 'emma', at: new Date(now.getTime() - 18 * HOUR) });
  const draft = await db.articleTranslation.findFirstOrThrow({
    where: { workspaceId, locale: 'en', title: 'When is a product available again?' },
    select: { id: true, articleId: true },
  });
  const reviewerId = cast.users.get('peter')?.id ?? null;
  await changeArticle(emma, { articleId: draft.articleId, reviewerId });
  await takeStep(emma, stepInput.parse({ translationId: draft.id, step: 'submit' }));
  const zsofia = contextOf(db, cast, { key: 'zsofia', at: new Date(now.getTime() - 2 * HOUR) });
  const made = await createArticle(zsofia, createArticleInput.parse({ locale: 'hu', ...HUNGARIAN }));
  if (!made.ok) throw new Error(made.error.code);
  await takeStep(zsofia, stepInput.parse({ translationId: made.value.translationId, step: 'submit' }));
  // Their mails went out in the meantime.
  await db.notification.updateMany({
    where: { workspaceId, articleId: { not: null } },
    data: { mailAt: null },
  });
}

function contextOf(db: Db, cast: Cast, { key, at }: Readonly<{ key: string; at: Date }>): StaffContext {
  const user = cast.users.get(key);
  if (!user) throw new Error(`nobody is called ${key}`);
  const actor: StaffActor = { kind: 'user', ...user, role: 'agent', scope: 'all', teamIds: [] };
  return { workspaceId: cast.workspaceId, actor, db, now: () => at, newId };
}
