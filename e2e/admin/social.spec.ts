import { connected } from '../../tests/features/social/support';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

const NUMBER = {
  phoneNumberId: '10000000001',
  businessId: '20000000002',
  accessToken: 'token-of-the-double',
  appSecret: 'app_secret_of_the_tests',
  verifyToken: 'verify-token-of-the-tests',
};

const LANGUAGES = [
  { locale: 'en', title: 'Messaging and social', run: 'Test the channel' },
  { locale: 'hu', title: 'Üzenetküldők és közösségi oldalak', run: 'Csatorna kipróbálása' },
  { locale: 'lv', title: 'Ziņapmaiņa un sociālie tīkli', run: 'Pārbaudīt kanālu' },
] as const;

for (const { locale, title, run } of LANGUAGES) {
  test(`the pages of messaging are accessible and fit in ${locale}`, async ({ page, world, signIn }) => {
    const { account } = await connected('whatsapp', NUMBER, world);
    await signIn(await world.member({ role: 'admin' }), {
      locale,
      theme: locale === 'lv' ? 'dark' : 'light',
    });
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.goto(`/${world.slug}/admin/social`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/${world.slug}/admin/social/${account.id}`);
    await expect(page.getByRole('button', { name: run })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await sideways()).toBe(0);
    await page.goto(`/${world.slug}/admin/social`);
    expect(await sideways()).toBe(0);
  });
}
