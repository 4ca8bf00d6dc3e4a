import { addTranslation } from '@/features/knowledge/commands/add-translation';
import { liveArticle, newArticle, newCategory, step, write } from '../../tests/features/knowledge/support';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('a customer without JavaScript searches, reads, and says what was missing', async ({
  browser,
  baseURL,
  world,
}) => {
  const manager = await world.member({ role: 'manager' });
  const categoryId = await newCategory(manager, { names: { hu: { name: 'Visszaküldés' } } });
  const html = '<p>A terméket 30 napon belül küldheti vissza.</p><h2>Lépések</h2><p>Címke.</p>';
  const title = 'Hogyan küldhetek vissza egy terméket?';
  await liveArticle(manager, { locale: 'hu', title, html, categoryId });
  await liveArticle(manager, {
    locale: 'hu',
    title: 'Belső visszaküldés',
    html,
    categoryId,
    audience: 'internal',
  });
  await newArticle(manager, { locale: 'hu', title: 'Vázlat visszaküldés', html, categoryId });
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'hu-HU',
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto(`/help/${world.slug}/hu`);
  await page.getByRole('searchbox').fill('kuldheti vissza');
  await page.getByRole('button', { name: 'Keresés' }).click();
  await expect(page.locator('mark').first()).toHaveText(/küldhet/);
  await expect(page.getByText('Belső')).toBeHidden();
  await expect(page.getByText('Vázlat')).toBeHidden();
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.getByRole('button', { name: 'Nem' }).click();
  await page.getByLabel('Nem értettem').check();
  await page.getByRole('button', { name: 'Küldés' }).click();
  await expect(page.getByText('Köszönjük.')).toBeVisible();
  const [feedback] = await world.db.articleFeedback.findMany({ where: { workspaceId: world.workspaceId } });
  expect(feedback).toMatchObject({ helped: false, reason: 'unclear' });
  for (const slug of ['belso-visszakuldes', 'vazlat-visszakuldes']) {
    expect((await page.request.get(`/help/${world.slug}/hu/articles/${slug}`)).status()).toBe(404);
  }
  await context.close();
});

test('the help centre is accessible, tells search engines where it stands, and forgets at once what is withdrawn', async ({
  page,
  world,
}) => {
  const manager = await world.member({ role: 'manager' });
  const categoryId = await newCategory(manager);
  const { articleId, translationId } = await liveArticle(manager, { categoryId });
  const added = await addTranslation(manager, { articleId, locale: 'lv' });
  const latvian = added.ok ? added.value.translationId : '';
  await write(manager, latvian, { title: 'Kā atgriezt preci' });
  await step(manager, latvian, 'publish');
  const root = `/help/${world.slug}/en`;
  for (const path of [
    '',
    '/categories/delivery',
    '/articles/how-to-return-an-item',
    '/search?q=return',
    '/search?q=zebra',
  ]) {
    await page.goto(`${root}${path}`);
    await expectAccessible(page);
  }
  await page.goto(`${root}/articles/how-to-return-an-item`);
  await expect(page.locator('link[hreflang="lv"]')).toHaveAttribute(
    'href',
    /\/lv\/articles\/ka-atgriezt-preci$/,
  );
  const data = await page.locator('script[type="application/ld+json"]').allTextContents();
  expect(data.map((each) => JSON.parse(each)['@type']).sort()).toEqual(['Article', 'BreadcrumbList']);
  await page.goto(root);
  const site = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
  expect(site.potentialAction.target.urlTemplate).toMatch(/\/en\/search\?q=\{text\}$/);
  const sitemap = await page.request.get(`/help/${world.slug}/sitemap.xml`);
  expect(await sitemap.text()).toContain('/articles/how-to-return-an-item');
  await page.goto(`/help/${world.slug}/hu/articles/how-to-return-an-item`);
  await expect(page.getByRole('link', { name: 'Kā atgriezt preci' })).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeVisible();
  // The foot leads to the same page in another language, and to what there is of it where it is not translated.
  const inLanguage = (locale: string) => page.locator(`[data-languages] a[hreflang="${locale}"]`);
  await page.goto(`${root}/articles/how-to-return-an-item`);
  await inLanguage('lv').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kā atgriezt preci' })).toBeVisible();
  // Another article that has the same address in another language is not it.
  await liveArticle(manager, { locale: 'lv', title: 'How to return an item' });
  await page.goto(`${root}/articles/how-to-return-an-item`);
  await inLanguage('lv').click();
  await expect(page).toHaveURL(/\/lv\/articles\/ka-atgriezt-preci$/);
  await inLanguage('en').click();
  await expect(page).toHaveURL(/\/en\/articles\/how-to-return-an-item$/);
  await page.goto(`${root}/categories/delivery`);
  await inLanguage('hu').click();
  await expect(page).toHaveURL(new RegExp(`/help/${world.slug}/hu$`));
  await expect(page.getByRole('searchbox')).toBeVisible();
  await page.goto(`${root}/categories/nothing-of-this-name`);
  await expect(page.getByRole('heading', { name: 'This page is not here' })).toBeVisible();
  await expect(inLanguage('hu')).toBeHidden();
  const [miss] = await world.db.searchMiss.findMany({ where: { workspaceId: world.workspaceId } });
  expect(miss).toMatchObject({ text: 'zebra' });
  await step(manager, translationId, 'withdraw');
  await expect
    .poll(async () => (await page.request.get(`${root}/articles/how-to-return-an-item`)).text())
    .not.toContain('Send it back within 14 days');
});
