import type { Page } from '@playwright/test';
import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';

const field = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

test('what was set is undone by one key, newest first, also from another page', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const { number } = await world.ticket(agent);
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk/tickets/${number}`);
  await page.keyboard.press('z');
  await expect(page.getByText('There is nothing to undo any more.')).toBeVisible();

  await field(page, 'Priority').selectOption('High');
  await expect(field(page, 'Priority')).toHaveValue('high');
  await field(page, 'Type').selectOption('Complaint');
  await expect(field(page, 'Type')).toHaveValue('complaint');
  const stored = () =>
    world.db.ticket.findFirstOrThrow({ where: { workspaceId: world.workspaceId, number } });
  await expect.poll(async () => (await stored()).type).toBe('complaint');
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('z');
  await expect(page.getByText(`#${number}: Type as before.`)).toBeVisible();
  await expect(field(page, 'Type')).toHaveValue('question');
  await expect(field(page, 'Priority')).toHaveValue('high');

  await page.keyboard.press('u');
  await page.waitForURL(/\/desk(\/(?!tickets)|\?|$)/);
  await page.keyboard.press('z');
  await expect(page.getByText(`#${number}: Priority as before.`)).toBeVisible();
  await expect.poll(async () => (await stored()).priority).toBe('normal');
});

test('two who set one field: the last one learns who and what, and can let it stand', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const other = await world.member({ name: 'Jānis Ozols' });
  const { number, ticketId } = await world.ticket(agent);
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk/tickets/${number}`);
  // The other one's change reaches the database while this one is on its way.
  let others = 0;
  await page.route('**/desk/tickets/*', async (route) => {
    if (route.request().method() === 'POST' && others++ === 0)
      await changeTicket(other, { ticketId, priority: 'urgent' });
    await route.continue();
  });
  await field(page, 'Priority').selectOption('Low');
  const told = page.getByText('Jānis Ozols had just set “Priority” to “Urgent”. Your choice stands now.');
  await expect(told).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keep theirs' }).click();
  await expect(field(page, 'Priority')).toHaveValue('urgent');
});
