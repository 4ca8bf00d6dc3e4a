import { savePortal } from '@/features/portal/commands/save-portal';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

for (const { language, welcome, other } of [
  { language: 'en-GB', welcome: 'How can we help you?', other: 'Latviešu' },
  { language: 'hu-HU', welcome: 'Miben segíthetünk?', other: 'English' },
  { language: 'lv-LV', welcome: 'Kā varam Jums palīdzēt?', other: 'Magyar' },
]) {
  test(`the portal speaks ${language} to who asks for it, in the light and in the dark`, async ({
    browser,
    baseURL,
    world,
  }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        locale: language,
        colorScheme,
        ...(baseURL && { baseURL }),
      });
      const page = await context.newPage();
      await page.goto(`/help/${world.slug}`);
      await expect(page).toHaveURL(new RegExp(`/help/${world.slug}/${language.slice(0, 2)}$`));
      await expect(page.getByRole('heading', { level: 1, name: welcome })).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', language.slice(0, 2));
      await expectAccessible(page);
      await page.getByRole('link', { name: other }).click();
      await expect(page.getByRole('heading', { level: 1, name: welcome })).toBeHidden();
      await context.close();
    }
  });
}

test('a portal wears its brand and says its own words', async ({ page, world }) => {
  const { db, workspaceId } = world;
  await db.portalSettings.create({ data: { workspaceId, accent: '#ffe14d' } });
  await db.portalText.create({
    data: {
      workspaceId,
      locale: 'en',
      title: 'Ask the lamp makers',
      welcome: 'What is dark?',
      footer: 'Lamp Makers Ltd, Riga',
      links: [{ label: 'Shop', url: 'https://shop.example/' }],
    },
  });
  await page.goto(`/help/${world.slug}/en`);
  await expect(page).toHaveTitle('Ask the lamp makers');
  await expect(page.getByRole('heading', { level: 1, name: 'What is dark?' })).toBeVisible();
  await expect(page.getByText('Lamp Makers Ltd, Riga')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Shop' })).toHaveAttribute('href', 'https://shop.example/');
  await expectAccessible(page);
  // Each language has words of its own, and those of the product where it has none.
  const hungarian = { title: 'Kérdezze a lámpásokat', welcome: 'Mi sötét?', footer: '', links: [] };
  await db.portalText.create({ data: { workspaceId, locale: 'hu', ...hungarian } });
  await page.goto(`/help/${world.slug}/hu`);
  await expect(page).toHaveTitle('Kérdezze a lámpásokat');
  await expect(page.getByRole('heading', { level: 1, name: 'Mi sötét?' })).toBeVisible();
  await page.goto(`/help/${world.slug}/lv`);
  await expect(page.getByRole('heading', { level: 1, name: 'Kā varam Jums palīdzēt?' })).toBeVisible();
});

test('a portal that is switched off, a language that it does not speak and one of nobody are not there', async ({
  page,
  world,
}) => {
  const { db, workspaceId, slug } = world;
  await db.portalSettings.create({ data: { workspaceId, locales: ['hu'] } });
  const status = async (path: string) => (await page.request.get(path)).status();
  expect(await status(`/help/${slug}/hu`)).toBe(200);
  expect(await status(`/help/${slug}/en`)).toBe(404);
  expect(await status(`/help/${slug}/de`)).toBe(404);
  expect(await status('/help/nobody-at-all/en')).toBe(404);
  const settings = {
    accent: '#4150d0',
    signIn: 'everybody',
    guestLinks: false,
    guestLinkDays: 30,
    words: {},
  } as const;
  await savePortal(await world.member({ role: 'owner' }), { ...settings, enabled: false, locales: ['hu'] });
  // Kept pages are forgotten by whoever hears of the change.
  await expect.poll(() => status(`/help/${slug}/hu`)).toBe(404);
  expect(await status(`/help/${slug}`)).toBe(404);
});
