import { saveEndpoint } from '@/features/webhooks/commands/save-endpoint';
import { queueTest } from '@/features/webhooks/commands/test-endpoint';
import { webhookInput } from '@/features/webhooks/commands/webhook-fields';
import type { StaffContext } from '@/server/context';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

// A public address that answers nobody: no name has to be resolved.
const URL_OF_NOBODY = 'https://203.0.114.7/hook';

async function webhook(ctx: StaffContext, name: string) {
  const saved = await saveEndpoint(
    ctx,
    webhookInput.parse({ name, url: URL_OF_NOBODY, types: ['ticket.created'] }),
  );
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.endpointId;
}

const LANGUAGES = [
  { locale: 'en', title: 'Webhooks', log: 'Deliveries', rotate: 'New secret' },
  { locale: 'hu', title: 'Webhookok', log: 'Kézbesítések', rotate: 'Új kulcs' },
  { locale: 'lv', title: 'Tīmekļa aizķeres', log: 'Piegādes', rotate: 'Jauna atslēga' },
] as const;

test('a webhook is added by keyboard, its secret is shown once, and a private address is refused', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(await world.member({ role: 'admin' }), { locale: 'en' });
  await page.goto(`/${world.slug}/admin/webhooks`);
  await expect(page.getByText('No webhook yet')).toBeVisible();
  await page.getByRole('button', { name: 'Add a webhook' }).press('Enter');
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Give it a name.')).toBeVisible();
  await form.getByLabel('Name').fill('CRM');
  await form.getByLabel('Address').fill('https://10.0.0.8/hook');
  await form.getByRole('checkbox', { name: 'Ticket opened' }).check();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('This address cannot be used')).toBeVisible();
  await expectAccessible(page);
  await form.getByLabel('Address').fill(URL_OF_NOBODY);
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(form.getByLabel('Signing secret')).toHaveValue(/^whsec_/);
  await form.getByRole('button', { name: 'I have copied it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'CRM' })).toBeVisible();
  await expect(page.getByText('whsec_')).toHaveCount(0);
});

test('a webhook is changed, gets a new secret and is deleted by name', async ({ page, world, signIn }) => {
  const admin = await world.member({ role: 'admin' });
  const id = await webhook(admin, 'Warehouse');
  await signIn(admin, { locale: 'en' });
  await page.goto(`/${world.slug}/admin/webhooks/${id}`);
  await page.getByLabel('Name').fill('Stock');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Stock' })).toBeVisible();
  await page.getByRole('button', { name: 'New secret' }).click();
  await page.getByRole('button', { name: 'Make a new secret' }).click();
  await expect(page.getByRole('dialog').getByLabel('Signing secret')).toHaveValue(/^whsec_/);
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await expect(page.getByText('The old secret also signs until')).toBeVisible();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Delete the webhook' }).click();
  await expect(page.getByText('No webhook yet')).toBeVisible();
});

for (const { locale, title, log, rotate } of LANGUAGES) {
  test(`the pages of webhooks are accessible and whole in ${locale}`, async ({ page, world, signIn }) => {
    const admin = await world.member({ role: 'admin' });
    const id = await webhook(admin, 'A webhook with a name that is rather long for one line of a table');
    await queueTest(admin, { endpointId: id });
    await signIn(admin, { locale });
    await page.goto(`/${world.slug}/admin/webhooks`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: /A webhook with/ }).click();
    await expect(page.getByRole('heading', { name: log })).toBeVisible();
    await expect(page.getByRole('button', { name: rotate })).toBeVisible();
    await page.locator('summary').last().click();
    await expectAccessible(page);
  });
}
