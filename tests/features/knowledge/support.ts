import { createArticle } from '@/features/knowledge/commands/create-article';
import { saveCategory } from '@/features/knowledge/commands/save-category';
import { saveText } from '@/features/knowledge/commands/save-text';
import { takeStep } from '@/features/knowledge/commands/take-step';
import { categoryInput, createArticleInput, stepInput } from '@/features/knowledge/inputs';
import type { StaffContext } from '@/server/context';

type Over = Partial<Parameters<typeof createArticleInput.parse>[0] & object> & Record<string, unknown>;

/** Begins an article and gives its ids. */
export async function newArticle(ctx: StaffContext, over: Over = {}) {
  const input = { locale: 'en', title: 'How to return an item', html: '<p>Send it back within 14 days.</p>' };
  const made = await createArticle(ctx, createArticleInput.parse({ ...input, ...over }));
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

/** Takes a step with a text; throws when it is refused. */
export async function step(ctx: StaffContext, translationId: string, name: string, over: object = {}) {
  const done = await takeStep(ctx, stepInput.parse({ translationId, step: name, ...over }));
  if (!done.ok) throw new Error(done.error.code);
}

/** An article that readers see. Whoever publishes must be allowed to. */
export async function liveArticle(ctx: StaffContext, over: Over = {}) {
  const made = await newArticle(ctx, over);
  await step(ctx, made.translationId, 'publish');
  return made;
}

type Words = Partial<
  Readonly<{ title: string; excerpt: string; keywords: string; html: string; version: number }>
>;

/** Writes on a text that stands as it was last saved, unless a version is given. */
export async function write(ctx: StaffContext, translationId: string, words: Words) {
  const { workspaceId, db } = ctx;
  const { title, excerpt, keywords, html, version } = await db.articleTranslation.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: translationId } },
  });
  return saveText(ctx, { translationId, title, excerpt, keywords, html, version, ...words });
}

/** Adds a category with a name in English. */
export async function newCategory(ctx: StaffContext, over: object = {}): Promise<string> {
  const saved = await saveCategory(
    ctx,
    categoryInput.parse({ names: { en: { name: 'Delivery' } }, ...over }),
  );
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.categoryId;
}
