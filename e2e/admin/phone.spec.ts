import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('a telephone system is connected, tried, and its test call is a ticket', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(await world.member({ role: 'admin' }), { locale: 'en' });
  await page.goto(`/${world.slug}/admin/phone`);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Connect a number' }).click();
  await page.getByLabel('Provider', { exact: true }).selectOption('cti');
  await page.getByLabel('Name', { exact: true }).fill('Office exchange');
  await page.getByLabel('Our number').fill('+36 1 234 5678');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/\/api\/inbound\/phone\/[a-z2-7]{32}$/).first()).toBeVisible();
  await expect(page.getByText(/^whsec_/)).toBeVisible();
  await page.getByRole('button', { name: 'Send a test call' }).click();
  await page.getByRole('link', { name: /^Ticket #/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Missed call from +1 202 555 0142');
  await page.goto(`/${world.slug}/admin/phone`);
  await expect(page.getByRole('row', { name: /Office exchange/ })).toContainText('Works');
});

test('Twilio’s form says what is wrong, and keeps what was typed', async ({ page, world, signIn }) => {
  await signIn(await world.member({ role: 'admin' }), { locale: 'en' });
  await page.goto(`/${world.slug}/admin/phone/new`);
  await page.getByLabel('Name', { exact: true }).fill('Main line');
  await page.getByLabel('Our number').fill('+36 1 234 5678');
  await page.getByLabel('Account SID').fill('nonsense');
  await page.getByLabel('Auth token').fill('t');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('It begins with AC and has 34 characters.')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Main line');
});

test('dispositions, retention and the words of a language are the workspace’s own', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(await world.member({ role: 'admin' }), { locale: 'en' });
  await page.goto(`/${world.slug}/admin/phone?language=hu`);
  await page.getByLabel('What calls come to').fill('Order placed\nComplaint');
  await page.getByLabel('Recordings are kept, days').fill('30');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByLabel('Consent to recording').fill('A hívást rögzítjük.');
  await page.getByRole('button', { name: 'Save the words' }).click();
  await page.reload();
  await expect(page.getByLabel('Recordings are kept, days')).toHaveValue('30');
  await expect(page.getByLabel('Consent to recording')).toHaveValue('A hívást rögzítjük.');
  await expect(page.getByLabel('What calls come to')).toHaveValue('Order placed\nComplaint');
});
