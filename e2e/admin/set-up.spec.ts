import { expect, test } from '@playwright/test';
import { env } from '@/server/env';
import { addressOn, freshDatabase } from '../../tests/support/database';
import { expectAccessible } from '../support/axe';
import { openWeb } from '../support/own-web';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let web: Awaited<ReturnType<typeof openWeb>>;

test.beforeAll(async () => {
  database = await freshDatabase(addressOn(env().DATABASE_URL, 'postgres'));
  web = await openWeb(database.address);
});

test.afterAll(async () => {
  await web.close();
  await database.drop();
});

test('the first visit creates owner and workspace, once', async ({ page }) => {
  const { address } = web;
  await page.goto(address);
  await expect(page).toHaveURL(`${address}/setup`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create the helpdesk' }).click();
  await expect(page.getByLabel('Your name')).toBeFocused();
  await page.getByLabel('Your name').fill('Anna Ozola');
  await page.getByLabel('Your e-mail address').fill('anna@kettle.test');
  await page.getByLabel('Password', { exact: true }).fill('qwertyuiop');
  await page.getByLabel('Name', { exact: true }).fill('Kettle & Co');
  await expect(page.getByLabel('Short name in addresses')).toHaveValue('kettle-co');
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Budapest');
  await page.getByLabel('Support address').fill('support@kettle.test');
  await page.getByRole('button', { name: 'Create the helpdesk' }).click();
  await expect(page.getByText(/known data leaks/)).toBeVisible();
  await expect(page.getByLabel('Support address')).toHaveValue('support@kettle.test');
  await page.getByLabel('Password', { exact: true }).fill('kettle harbour 42');
  await page.getByRole('button', { name: 'Create the helpdesk' }).click();
  await expect(page).toHaveURL(`${address}/kettle-co/admin`);
  await expect(page.getByText('What would you like to do in Kettle & Co?')).toBeVisible();

  await page.context().clearCookies();
  await page.goto(`${address}/setup`);
  await expect(page).toHaveURL(`${address}/sign-in`);
});
