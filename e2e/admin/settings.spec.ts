import { openSession } from '@/server/auth/sessions';
import { newId } from '@/server/ids';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('a session that is signed out elsewhere is out at once', async ({
  page,
  browser,
  baseURL,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Kiss Zsófia' });
  await signIn(agent);
  const context = await browser.newContext({ baseURL: String(baseURL) });
  await context.addCookies(await page.context().cookies());
  const phone = await context.newPage();
  await phone.goto(`/${world.slug}/desk`);
  await expect(phone).toHaveURL(/\/desk/);

  await signIn(agent);
  await page.goto(`/${world.slug}/me`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign out Unknown browser' }).click();
  await expect(page.getByText('That browser is signed out.')).toBeVisible();
  await phone.goto(`/${world.slug}/desk`);
  await expect(phone).toHaveURL(/\/sign-in/);
  await page.reload();
  await expect(page.getByText('This browser')).toBeVisible();
  await context.close();
});

test('all other browsers are signed out together', async ({ page, world, signIn }) => {
  const agent = await world.member();
  const userId = String(agent.actor.id);
  for (const userAgent of ['one', 'two', 'three']) {
    const id = newId();
    await openSession(world.db, { id, userId, at: new Date(), ip: '192.0.2.1', userAgent });
  }
  await signIn(agent);
  await page.goto(`/${world.slug}/me`);
  await page.getByRole('button', { name: 'Sign out all others' }).click();
  await expect(page.getByText('3 other browsers are signed out.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign out all others' })).toHaveCount(0);
});

test('language, colours and density follow the person', async ({ page, world, signIn }) => {
  await signIn(await world.member({ name: 'Kiss Zsófia' }));
  await page.goto(`/${world.slug}/me`);
  await page.getByLabel('Language').selectOption('lv');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Jūsu iestatījumi' })).toBeVisible();
  const html = page.locator('html');
  await page.getByRole('radio', { name: 'Tumšas' }).check();
  await page.getByRole('radio', { name: 'Blīvas' }).check();
  await page.getByRole('button', { name: 'Saglabāt' }).nth(1).click();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await expect(html).toHaveAttribute('data-density', 'compact');
  await page.goto(`/${world.slug}/desk`);
  await expect(html).toHaveAttribute('lang', 'lv');
  await expect(html).toHaveAttribute('data-theme', 'dark');
});

test('the workspace’s settings and the words of its acknowledgement are saved', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(await world.member({ role: 'admin' }));
  await page.goto(`/${world.slug}/admin/workspace`);
  await expectAccessible(page);
  await page.getByLabel('Name', { exact: true }).fill('Kettle & Co');
  await page.getByLabel('Expected first answer, in hours').fill('0');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('Enter whole hours from 1 to 720')).toBeVisible();
  await expect(page.getByLabel('Expected first answer, in hours')).toBeFocused();
  await page.getByLabel('Expected first answer, in hours').fill('4');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('Saved.')).toBeVisible();

  await page.getByRole('link', { name: 'Latvian' }).click();
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Labdien');
  await page.getByLabel('Subject').fill('Saņemts: {subject} [#{number}]');
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText(/Saņemts: .+ \[#1042\]/);
  await page.getByRole('button', { name: 'Save' }).nth(1).click();
  await expect(page.getByRole('link', { name: /Latvian · your words/ })).toBeVisible();
  await page.getByRole('button', { name: 'Use the shipped words' }).click();
  await expect(page.getByRole('link', { name: /Latvian · your words/ })).toHaveCount(0);

  await page.goto(`/${world.slug}/admin/audit`);
  await expect(page.getByText('Name: Test workspace → Kettle & Co')).toBeVisible();
  await page.goto(`/${world.slug}/admin`);
  await expect(page.getByText('What would you like to do in Kettle & Co?')).toBeVisible();
  await expectAccessible(page);
});
