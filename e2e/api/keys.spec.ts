import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('an admin makes a key, a program uses it, and it ends when it is revoked', async ({
  world,
  signIn,
  page,
  request,
}) => {
  await signIn(await world.member({ role: 'admin', name: 'Anna' }));
  await page.goto(`/${world.slug}/admin/api-keys`);
  await expect(page.getByRole('heading', { name: 'No keys yet' })).toBeVisible();

  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await expect(dialog.getByText('Give the key a name.')).toBeVisible();
  await dialog.getByLabel('Name').fill('Web shop');
  await dialog.getByLabel('Create, answer and change tickets').check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create key' }).click();

  const key = await dialog.getByLabel('Your new key').inputValue();
  expect(key).toMatch(/^kz_[\w-]{43}$/);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'I have copied it' }).click();

  const headers = { authorization: `Bearer ${key}` };
  const ticket = { subject: 'Kettle', requester: { email: 'anna@customer.test' }, text: 'It leaks.' };
  const made = await request.post('/api/v1/tickets', { headers, data: ticket });
  expect(made.status()).toBe(201);
  expect((await request.get('/api/v1/customers', { headers })).status()).toBe(403);

  await page.reload();
  const row = page.getByRole('row').filter({ hasText: 'Web shop' });
  await expect(row).toContainText(key.slice(0, 9));
  await expect(row).not.toContainText(key);
  await expectAccessible(page);
  await row.getByRole('button', { name: 'Revoke the key “Web shop”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(row).toContainText('revoked');
  expect((await request.get('/api/v1/tickets', { headers })).status()).toBe(401);
});

test('an agent finds no page for keys', async ({ world, signIn, page }) => {
  await signIn(await world.member({ role: 'agent' }));
  await page.goto(`/${world.slug}/admin/api-keys`);
  await expect(page.getByRole('button', { name: 'New key' })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('not here');
});
