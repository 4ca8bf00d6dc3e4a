import type { Page } from '@playwright/test';
import { recordConsent } from '@/features/customers/commands/record-consent';
import { asCustomer, customerIn } from '../support/portal';
import { expect, test } from '../support/test';

type World = Parameters<typeof customerIn>[0] & Parameters<typeof asCustomer>[1];

async function signedIn(page: Page, world: World, agent: Parameters<typeof recordConsent>[0]) {
  const { email } = await customerIn(world);
  const { customerId } = await world.db.customerIdentity.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, value: email },
  });
  const line = { kind: 'marketing', given: true, source: 'Web shop' } as const;
  await recordConsent(agent, { customerId, ...line, note: 'Send me news about coffee.' });
  await asCustomer(page, world, email);
  await page.goto(`/help/${world.slug}/en/profile`);
  return customerId;
}

/** A customer sets right all that we know of them. */
async function setRight(page: Page) {
  await page.getByLabel('Given name', { exact: true }).fill('Anna');
  await page.getByLabel('Family name', { exact: true }).fill('Kovács');
  await page.getByLabel('Family name first, as in Kovács Anna').check({ force: true });
  await page.getByLabel('Time zone').selectOption('Europe/Riga');
  await page.getByRole('button', { name: 'Save my details' }).click();
  await expect(page.getByLabel('Family name', { exact: true })).toHaveValue('Kovács');
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Riga');

  const number = page.getByLabel('A number of yours');
  await number.fill('2000');
  await page.getByRole('button', { name: 'Add this number' }).click();
  await expect(page.getByText('Enter the whole number with + and the country code.')).toBeVisible();
  await expect(number).toHaveValue('2000');
  await number.fill('+371 2000 0000');
  await page.getByRole('button', { name: 'Add this number' }).click();
  await expect(page.getByText('Your telephone numbers are up to date.')).toBeVisible();
  const numbers = page.getByRole('list', { name: 'Telephone numbers' });
  await expect(numbers).toContainText('+37120000000');
  await expect(numbers).toContainText('not proven');
  await page.getByRole('button', { name: 'Remove +37120000000' }).click();
  await expect(numbers).toBeHidden();

  const consents = page.getByRole('list', { name: 'What you agreed to' });
  await expect(consents).toContainText('Web shop');
  await expect(consents).toContainText('Send me news about coffee.');
  await page.getByRole('button', { name: 'Take back: News and offers by mail' }).click();
  await expect(page.getByText('Your choice is noted.')).toBeVisible();
  await expect(consents).toContainText('taken back');
  await page.getByRole('button', { name: 'Give again: News and offers by mail' }).click();
  await expect(consents).toContainText('In the portal');
  await expect(consents).toContainText('Send me news about coffee.');

  await page.getByLabel('Automatic news of your requests').uncheck({ force: true });
  await page.getByRole('button', { name: 'Save my choice' }).click();
  await expect(page.getByText('Your choice is saved.')).toBeVisible();
  await expect(page.getByLabel('Automatic news of your requests')).not.toBeChecked();
}

for (const javaScriptEnabled of [true, false]) {
  test(`customers set right what we know of them, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
    baseURL,
    world,
  }) => {
    const context = await browser.newContext({
      javaScriptEnabled,
      locale: 'en-GB',
      ...(baseURL && { baseURL }),
    });
    const page = await context.newPage();
    const customerId = await signedIn(page, world, await world.member());
    await setRight(page);
    const where = { workspaceId: world.workspaceId, customerId };
    const lines = await world.db.customerConsent.findMany({ where, orderBy: { at: 'asc' } });
    expect(lines.map(({ given, byCustomer }) => [given, byCustomer])).toEqual([
      [true, false],
      [false, true],
      [true, true],
    ]);
    await context.close();
  });
}
