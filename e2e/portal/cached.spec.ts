import { changeArticle } from '@/features/knowledge/commands/change-article';
import { liveArticle, newCategory, step, write } from '../../tests/features/knowledge/support';
import { expect, test } from '../support/test';

test('pages of the help centre are kept: the second reader has no database asked, a change or a withdrawal is seen at once', async ({
  request,
  world,
}) => {
  const manager = await world.member({ role: 'manager' });
  const categoryId = await newCategory(manager);
  const { articleId, translationId } = await liveArticle(manager, { categoryId });
  const root = `/help/${world.slug}/en`;
  const pages = [root, `${root}/articles/how-to-return-an-item`, `${root}/categories/delivery`];
  for (const page of pages) expect((await request.get(page)).status()).toBe(200);

  // What is changed behind the product's back, without a notice, is seen by whoever asks the database.
  const where = { workspaceId: world.workspaceId, articleId };
  const changed = { liveTitle: 'Asked the database', liveHtml: '<p>Asked the database</p>' };
  await world.db.articleTranslation.updateMany({ where, data: changed });
  for (const page of pages) {
    const kept = await request.get(page);
    expect([page, kept.status(), kept.headers()['x-nextjs-cache']]).toEqual([page, 200, 'HIT']);
    expect(await kept.text()).not.toContain('Asked the database');
    const { etag = '', 'cache-control': control = '' } = kept.headers();
    expect(control).toMatch(/s-maxage=\d+/);
    expect(etag).not.toBe('');
    const again = await request.get(page, { headers: { 'if-none-match': etag } });
    expect([page, again.status(), (await again.body()).length]).toEqual([page, 304, 0]);
  }

  const [, article = ''] = pages;
  const text = async () => (await request.get(article)).text();
  await write(manager, translationId, { html: '<p>Within 30 days.</p>', title: 'How to return an item' });
  await step(manager, translationId, 'publish');
  await expect.poll(text).toContain('Within 30 days.');
  await changeArticle(manager, { articleId, audience: 'internal' });
  await expect.poll(async () => (await request.get(article)).status()).toBe(404);
  await changeArticle(manager, { articleId, audience: 'public' });
  await expect.poll(async () => (await request.get(article)).status()).toBe(200);
  await step(manager, translationId, 'withdraw');
  await expect.poll(async () => (await request.get(article)).status()).toBe(404);
  await expect.poll(async () => (await request.get(root)).text()).not.toContain('How to return an item');
});
