import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('a manager puts tickets into the trash, one and many, takes them back, and says when they are erased', async ({
  page,
  world,
  signIn,
}) => {
  const lead = await world.member({ role: 'admin', name: 'Liene Kalniņa' });
  for (const subject of ['First', 'Second', 'Third']) {
    await world.ticket(lead, { subject });
    world.pass(60);
  }
  const { workspaceId } = world;
  const trashed = () => world.db.ticket.count({ where: { workspaceId, trashedAt: { not: null } } });
  await signIn(lead);
  await page.goto(`/${world.slug}/desk?view=open`);
  await page.getByRole('checkbox', { name: 'Select ticket 1001' }).check();
  await page.getByRole('checkbox', { name: 'Select ticket 1002' }).check();
  const bar = page.getByRole('region', { name: 'Change the selected tickets' });
  await bar.getByRole('button', { name: 'Put into the trash' }).click();
  await expect.poll(trashed).toBe(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(trashed).toBe(0);

  await page
    .getByRole('link', { name: /^Third/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Put into the trash' }).click();
  await expect(page.getByText(/It will be erased for good on/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reply' })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Trash' }).first().click();
  await expect(page.getByRole('heading', { name: 'Trash', level: 1 })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select ticket 1003' }).check();
  await expect(bar.getByRole('button', { name: 'Priority' })).toHaveCount(0);
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Take out of the trash' }).click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  expect(await trashed()).toBe(0);

  await page.goto(`/${world.slug}/desk?view=open`);
  await page.getByRole('checkbox', { name: 'Select ticket 1001' }).check();
  await bar.getByRole('button', { name: 'Spam', exact: true }).click();
  await expect(page.getByText('1 ticket changed')).toBeVisible();
  await page.goto(`/${world.slug}/desk?view=spam`);
  await page.getByRole('checkbox', { name: 'Select ticket 1001' }).check();
  await bar.getByRole('button', { name: 'Not spam' }).click();
  await expect(page.getByText('No spam')).toBeVisible();

  await page.goto(`/${world.slug}/admin/workspace`);
  await page.getByRole('spinbutton', { name: 'Erase spam and trash after days' }).fill('14');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect
    .poll(async () => (await world.db.workspace.findUniqueOrThrow({ where: { id: workspaceId } })).asideDays)
    .toBe(14);
});
