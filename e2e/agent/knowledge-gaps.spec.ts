import { readFileSync } from 'node:fs';
import { addTranslation } from '@/features/knowledge/commands/add-translation';
import { liveArticle, step, write } from '../../tests/features/knowledge/support';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('what readers looked for in vain is seen, written about and settled; an original that moved on is marked', async ({
  page,
  world,
  signIn,
}) => {
  const manager = await world.member({ role: 'manager', name: 'Mara' });
  const { slug } = world;
  const { articleId, translationId } = await liveArticle(manager);
  const added = await addTranslation(manager, { articleId, locale: 'hu' });
  const hungarian = added.ok ? added.value.translationId : '';
  await write(manager, hungarian, { title: 'Hogyan küldhetek vissza valamit?' });
  await step(manager, hungarian, 'publish');
  for (const word of ['zebra', 'giraffe']) {
    await page.goto(`/help/${slug}/en/search?q=${word}`);
    await expect(page.getByRole('main')).toContainText(word);
  }

  await signIn(manager);
  await page.goto(`/${slug}/knowledge/gaps`);
  await expectAccessible(page);
  const misses = page.getByRole('row').filter({ hasText: 'zebra' });
  await expect(misses).toBeVisible();
  await misses.getByRole('button', { name: 'Not needed' }).click();
  await expect(page.getByText('It comes up again when somebody searches for it.')).toBeVisible();
  await expect(misses).toBeHidden();
  await page
    .getByRole('row')
    .filter({ hasText: 'giraffe' })
    .getByRole('link', { name: 'Write this article' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'New article' })).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('giraffe');

  await write(manager, translationId, { html: '<p>Within 30 days.</p>' });
  await step(manager, translationId, 'publish');
  await page.goto(`/${slug}/knowledge/gaps`);
  const coverage = page.getByRole('row').filter({ hasText: 'Hungarian' });
  await expect(coverage).toContainText('1');
  await page.goto(`/${slug}/knowledge/${articleId}`);
  await page.getByRole('link', { name: 'Hungarian' }).first().click();
  await expect(page.getByText('The original has moved on').first()).toBeVisible();
});

test('articles are brought in from Markdown and HTML, with their picture, and taken out again', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(await world.member({ role: 'manager', name: 'Mara' }));
  await page.goto(`/${world.slug}/knowledge/import`);
  await expectAccessible(page);
  await page.getByLabel('Files').setInputFiles([
    {
      name: 'descale.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('# How to descale\n\nFill it with **vinegar**.\n\n![The tank](192.png)\n'),
    },
    {
      name: 'return.html',
      mimeType: 'text/html',
      buffer: Buffer.from('<h1>How to return</h1><p>Send it back.</p><script>alert(1)</script>'),
    },
    { name: '192.png', mimeType: 'image/png', buffer: readFileSync('public/icons/192.png') },
  ]);
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByText('2 articles were made.')).toBeVisible();
  await page.getByRole('link', { name: 'descale.md' }).click();
  const text = page.getByRole('textbox', { name: 'Text' });
  await expect(text.locator('strong')).toHaveText('vinegar');
  const width = text
    .locator('img')
    .first()
    .evaluate((image: HTMLImageElement) => image.naturalWidth);
  expect(await width).toBe(192);
  await page.goto(`/${world.slug}/knowledge/import`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download all' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.zip$/);
});
