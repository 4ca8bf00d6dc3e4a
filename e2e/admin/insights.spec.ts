import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('a manager reads the overview, opens a number, narrows it, and reaches what is behind it', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  await world.ticket(agent, { subject: 'Broken kettle' });
  await signIn(await world.member({ role: 'manager' }));
  await page.goto(`/${world.slug}/insights`);
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: 'First response time' })).toContainText(
    'nothing yet',
  );
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Period' }).selectOption('last_7_days');
  await page.waitForURL('**/insights?span=last_7_days**');
  await page.getByRole('link', { name: 'Teams', exact: true }).click();
  await page.waitForURL('**/insights/teams?span=last_7_days');
  await page.getByRole('link', { name: 'New tickets', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New tickets' })).toBeVisible();
  await page.getByText('Show as a table').click();
  await expect(page.getByRole('table', { name: 'New tickets' })).toBeVisible();
  await page.getByRole('link', { name: 'Priority' }).click();
  await page.waitForURL('**by=priority**');
  await expectAccessible(page);
});

test('a board is narrowed by an organization that is searched for, with the keyboard alone', async ({
  page,
  world,
  signIn,
}) => {
  const manager = await world.member({ role: 'manager' });
  const { workspaceId } = world;
  const id = manager.newId();
  await world.db.organization.create({ data: { workspaceId, id, name: 'Békés Kávé Kft.' } });
  await signIn(manager);
  await page.goto(`/${world.slug}/insights`);
  const field = page.getByRole('button', { name: 'Organization: All' });
  await field.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Find an organization' }).fill('bekes');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText(['Békés Kávé Kft.']);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**organization=${id}**`);
  await expect(page.getByRole('button', { name: 'Organization: Békés Kávé Kft.' })).toBeVisible();
  await page.getByRole('button', { name: 'Organization: Békés Kávé Kft.' }).click();
  await page.getByRole('listbox').getByRole('option', { name: 'All' }).click();
  await page.waitForURL((url) => !url.searchParams.get('organization'));
});

test('an agent has no boards of others, and on the page of a number finds their own work alone', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(await world.member());
  const answer = await page.goto(`/${world.slug}/insights`);
  expect(answer?.status()).toBe(404);
  await page.goto(`/${world.slug}/insights/metrics/solved`);
  await expect(page.getByText('Your own work.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Person' })).toBeHidden();
});
