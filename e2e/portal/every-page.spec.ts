import { newForm } from '../../tests/features/forms/support';
import { liveArticle, newCategory } from '../../tests/features/knowledge/support';
import { expectAccessible } from '../support/axe';
import { asCustomer, customerIn } from '../support/portal';
import { expect, test } from '../support/test';

const WORDS = {
  hu: {
    title: 'Vízkő eltávolítása',
    html: '<h2>Lépések</h2><p>Töltse fel ecettel.</p>',
    colorScheme: 'dark',
  },
  lv: { title: 'Kā atkaļķot', html: '<h2>Soļi</h2><p>Ielejiet etiķi.</p>', colorScheme: 'light' },
} as const;

for (const locale of ['hu', 'lv'] as const) {
  const { title, html, colorScheme } = WORDS[locale];
  test(`every page of the portal is accessible, in ${locale}, ${colorScheme}`, async ({
    browser,
    baseURL,
    world,
  }) => {
    const owner = await world.member({ role: 'owner' });
    const categoryId = await newCategory(owner, { names: { [locale]: { name: 'Kettles' } } });
    const { translationId } = await liveArticle(owner, { locale, title, html, categoryId });
    const { slug } = await world.db.articleTranslation.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId: world.workspaceId, id: translationId } },
    });
    await newForm(owner);
    await newForm(owner, { name: 'Returns' });
    const context = await browser.newContext({ colorScheme, ...(baseURL && { baseURL }) });
    const page = await context.newPage();
    const looksAt = async (path: string) => {
      await page.goto(`/help/${world.slug}/${locale}${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    };
    await looksAt(`/articles/${slug}`);
    await looksAt(`/search?q=${encodeURIComponent(title.slice(0, 5))}`);
    await looksAt('/search?q=zzzz');
    await page.goto(`/help/${world.slug}/${locale}`);
    await page.getByRole('main').getByRole('link', { name: 'Kettles' }).first().click();
    await expect(page).toHaveURL(/\/categories\//);
    await expectAccessible(page);
    await looksAt('/requests/new');
    await page.getByRole('main').getByRole('link', { name: 'Returns' }).click();
    await expect(page).toHaveURL(/requests\/new\/./);
    await expectAccessible(page);
    await looksAt('/requests');
    await looksAt('/articles/no-such-article');
    const { email, name } = await customerIn(world);
    const { number } = await world.ticket(owner, { requester: { email, name } });
    await looksAt('/sign-in');
    await page.getByRole('textbox').first().fill(email);
    await page.getByRole('button').last().click();
    await expect(page).toHaveURL(/sign-in\/[0-9a-f-]{36}/);
    await expectAccessible(page);
    await asCustomer(page, world, email);
    for (const path of ['/requests', `/requests/${number}`, '/profile']) await looksAt(path);
    await context.close();
  });
}
