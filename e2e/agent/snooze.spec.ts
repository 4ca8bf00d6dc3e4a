import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('a ticket is put away by its key until tomorrow, and woken by hand', async ({ page, world, signIn }) => {
  const agent = await world.member();
  const { number, ticketId } = await world.ticket(agent);
  await signIn(agent);
  await page.goto(`/${world.slug}/desk/tickets/${number}`);
  const dialog = page.getByRole('dialog', { name: 'Snooze this ticket' });
  await expect(async () => {
    if (!(await dialog.isVisible())) await page.keyboard.press('l');
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await dialog.getByLabel(/Date and time/).fill('2020-01-01T08:00');
  await dialog.getByRole('button', { name: 'Snooze', exact: true }).click();
  await expect(dialog.getByText('Choose a time in the future.')).toBeVisible();
  await dialog.getByRole('button', { name: 'In 3 hours' }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Snooze', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('pending');
  await expect(
    page.getByRole('region', { name: 'Conversation', exact: true }).getByText(/snoozed until/),
  ).toBeVisible();
  const asleep = await world.db.ticket.findFirstOrThrow({ where: { id: ticketId } });
  expect(asleep.snoozedUntil?.getTime()).toBeGreaterThan(Date.now());

  await page.getByRole('button', { name: 'Wake now' }).click();
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('open');
  await expect(page.getByRole('button', { name: 'Wake now' })).toBeHidden();
  await expect(page.getByText('The ticket is open again')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('pending');
  await expect(page.getByRole('button', { name: 'Wake now' })).toBeVisible();
});
