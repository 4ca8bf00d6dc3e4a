import { beforeEach, expect, test } from 'vitest';
import { GET as article } from '@/app/(portal)/help/[workspace]/[locale]/articles/[slug]/in/[other]/route';
import { GET as category } from '@/app/(portal)/help/[workspace]/[locale]/categories/[slug]/in/[other]/route';
import { addTranslation } from '@/features/knowledge/commands/add-translation';
import { getHelpArticle } from '@/features/knowledge/queries-help';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';
import { liveArticle, newArticle, newCategory, step, write } from './support';

let world: Awaited<ReturnType<typeof newWorld>>;
let manager: StaffContext;

beforeEach(async () => {
  world = await newWorld();
  manager = await world.member({ role: 'manager' });
});

/** Where somebody is led who reads this in one language and chooses another. */
async function led(route: typeof article, from: Readonly<{ locale: string; slug: string; other: string }>) {
  const params = Promise.resolve({ workspace: world.slug, ...from });
  const answer = await route(new Request('http://help.test'), { params });
  const root = `/help/${world.slug}`;
  return answer.status === 307 ? answer.headers.get('location')?.replace(root, '') : answer.status;
}

async function translated(articleId: string, locale: string, title: string) {
  const added = await addTranslation(manager, { articleId, locale: locale as 'hu' });
  if (!added.ok) throw new Error(added.error.code);
  await write(manager, added.value.translationId, { title });
  await step(manager, added.value.translationId, 'publish');
}

test('of two articles with the same address in two languages, each leads to its own translation', async () => {
  const coffee = await liveArticle(manager, { title: 'Garantija' });
  await translated(coffee.articleId, 'lv', 'Kafijas garantija');
  const grinder = await liveArticle(manager, { locale: 'lv', title: 'Garantija' });
  expect(await led(article, { locale: 'en', slug: 'garantija', other: 'lv' })).toBe(
    '/lv/articles/kafijas-garantija',
  );
  expect(await led(article, { locale: 'lv', slug: 'kafijas-garantija', other: 'en' })).toBe(
    '/en/articles/garantija',
  );
  // What is not translated leads to the languages that there are of it, never to the other article.
  const alone = await led(article, { locale: 'lv', slug: 'garantija', other: 'en' });
  expect(alone).toBe(`/en/articles/${grinder.articleId}`);
  expect(await getHelpArticle(manager, { locale: 'en', slug: grinder.articleId })).toMatchObject({
    kind: 'elsewhere',
    places: [{ locale: 'lv', slug: 'garantija' }],
  });
});

test('what readers do not see, and a language that is not offered, lead nowhere', async () => {
  await newArticle(manager, { title: 'Draft' });
  await liveArticle(manager, { title: 'For us', audience: 'internal' });
  for (const slug of ['draft', 'for-us', 'nothing', '%E0%A4%A'])
    expect(await led(article, { locale: 'en', slug, other: 'hu' })).toBe(404);
  await liveArticle(manager);
  for (const other of ['de', 'en/../admin'])
    expect(await led(article, { locale: 'en', slug: 'how-to-return-an-item', other })).toBe(404);
  const elsewhere = await newWorld();
  await liveArticle(await elsewhere.member({ role: 'manager' }), { title: 'Theirs' });
  expect(await led(article, { locale: 'en', slug: 'theirs', other: 'hu' })).toBe(404);
});

test('a category leads to itself, and to the first page where nothing stands on it', async () => {
  const delivery = await newCategory(manager, { names: { en: { name: 'Info' }, lv: { name: 'Piegāde' } } });
  const other = await newCategory(manager, { names: { lv: { name: 'Info' } } });
  const { articleId } = await liveArticle(manager, { categoryId: delivery });
  await liveArticle(manager, { locale: 'lv', title: 'Cits', categoryId: other });
  expect(await led(category, { locale: 'en', slug: 'info', other: 'lv' })).toBe('/lv');
  await translated(articleId, 'lv', 'Kā atgriezt');
  expect(await led(category, { locale: 'en', slug: 'info', other: 'lv' })).toBe('/lv/categories/piegade');
  expect(await led(category, { locale: 'en', slug: 'nothing', other: 'lv' })).toBe(404);
});
