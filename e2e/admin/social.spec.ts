import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';
import { APP_SECRET, meta, TOKEN, whatsappNumber } from '../support/vendors';

test('Instagram is connected step by step; the test signs in at the vendor and its message is a ticket', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const vendor = await meta('E2E_INSTAGRAM_PORT');
  vendor.instagram.add('40000000004');
  await signIn(await world.member({ role: 'admin' }), { locale: 'en' });
  await page.goto(`/${world.slug}/admin/social`);
  await page.getByRole('link', { name: /^Instagram/ }).click();
  await page.getByLabel('Name of this channel').fill('Our pictures');
  await page.getByLabel('Instagram account ID').fill('not a number');
  await page.getByLabel('Access token').fill(TOKEN);
  await page.getByLabel('App secret').fill(APP_SECRET);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('This does not look right. Copy it again.')).toBeVisible();
  await expect(page.getByLabel('Access token')).toHaveValue(TOKEN);
  await expectAccessible(page);
  await page.getByLabel('Instagram account ID').fill('40000000004');
  await page.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Our pictures' })).toBeVisible();
  await expect(page.getByText('Not tested yet')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Webhook address' })).toHaveValue(
    /\/api\/inbound\/instagram\//,
  );
  await expect(page.getByRole('textbox', { name: 'Verify token' })).not.toHaveValue('');
  await expect(page.getByLabel('Access token')).toHaveValue('');
  await page.getByRole('button', { name: 'Test the channel' }).click();
  await expect(page.getByText('Signed in as @kanna.')).toBeVisible();
  const ticket = page.getByRole('link', { name: /It became ticket #\d+/ });
  await expect(ticket).toBeVisible();
  await expect(page.getByText('Works', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await ticket.click();
  await expect(
    page.getByRole('article').getByText(/This is a test of the channel Our pictures/),
  ).toBeVisible();

  vendor.signedOut = true;
  await page.goBack();
  await page.getByRole('button', { name: 'Test the channel' }).click();
  await expect(page.getByText(/The vendor says: .*Invalid OAuth access token/)).toBeVisible();
  await expect(page.getByText('Trouble', { exact: true })).toBeVisible();
  await vendor.stop();
});

const LANGUAGES = [
  { locale: 'en', title: 'Messaging and social', run: 'Test the channel' },
  { locale: 'hu', title: 'Üzenetküldők és közösségi oldalak', run: 'Csatorna kipróbálása' },
  { locale: 'lv', title: 'Ziņapmaiņa un sociālie tīkli', run: 'Pārbaudīt kanālu' },
] as const;

test('the pages of messaging fit on a phone in each language, and are accessible', async ({
  page,
  world,
  signIn,
  request,
}) => {
  const { accountId } = await whatsappNumber(world, request);
  const admin = await world.member({ role: 'admin' });
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const { locale, title, run } of LANGUAGES) {
    await signIn(admin, { locale, theme: locale === 'lv' ? 'dark' : 'light' });
    await page.goto(`/${world.slug}/admin/social`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    expect(await sideways()).toBe(0);
    if (locale === 'lv') await expectAccessible(page);
    await page.goto(`/${world.slug}/admin/social/${accountId}`);
    await expect(page.getByRole('button', { name: run })).toBeVisible();
    expect(await sideways()).toBe(0);
    if (locale === 'lv') await expectAccessible(page);
  }
});
