import { changeTicket } from '@/features/tickets/commands/update-ticket';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('who is given a ticket hears of it at once, reads it, and says how they want to be told', async ({
  page,
  world,
  signIn,
}) => {
  const lead = await world.member({ role: 'manager', name: 'Liene Kalniņa' });
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const ticket = await world.ticket(lead, { subject: 'Broken kettle' });
  await world.db.membership.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { unreadFrom: new Date(world.now().getTime() - 3_600_000) },
  });
  // A browser without a window refuses whatever it is asked: here it asks its person, who says yes.
  await page.addInitScript(() => {
    const said = { permission: 'default' };
    const told = {
      get permission() {
        return said.permission;
      },
      requestPermission: async () => {
        said.permission = 'granted';
        return said.permission;
      },
    };
    Object.defineProperty(window, 'Notification', { value: told });
  });
  await signIn(agent);
  await page.goto(`/${world.slug}/desk?view=open`);
  const rail = page.getByRole('complementary', { name: 'Desk' });
  const bell = rail.getByRole('link', { name: /^Notifications/ });
  const line = page.getByRole('row', { name: /Broken kettle/ });
  await expect(bell).toHaveAccessibleName('Notifications');
  await expect(line.getByText('New since you looked')).toBeAttached();

  await changeTicket(lead, { ticketId: ticket.ticketId, assigneeId: agent.actor.id });
  await expect(bell).toHaveAccessibleName(/1 new/);
  // The page listens for shortcuts once it is awake, as the live bell just showed.
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { name: 'Notifications', level: 1 })).toBeVisible();
  await expect(page.getByText('Liene Kalniņa assigned it to you.')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: /Broken kettle/ })).toBeFocused();
  await page.keyboard.press('e');
  await expect(page.getByText('You have read everything')).toBeVisible();
  await expect(bell).toHaveAccessibleName('Notifications');

  await page.getByRole('link', { name: 'All', exact: true }).click();
  await page.getByRole('button', { name: /as unread$/ }).click();
  await expect(bell).toHaveAccessibleName(/1 new/);
  await page
    .getByRole('main')
    .getByRole('link', { name: /Broken kettle/ })
    .click();
  await expect(page.getByRole('region', { name: 'Conversation', exact: true })).toBeVisible();
  await expect(bell).toHaveAccessibleName('Notifications');
  await page.goto(`/${world.slug}/desk?view=open`);
  await expect(line).toBeVisible();
  await expect(line.getByText('New since you looked')).toHaveCount(0);

  await page.goto(`/${world.slug}/me/notifications`);
  await page.getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByText('This browser shows notices.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Mail: A customer writes on my ticket' }).selectOption('digest');
  await page.getByRole('checkbox', { name: 'Have quiet hours' }).check();
  await page.getByRole('combobox', { name: 'Until' }).selectOption('18:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Choose two different times.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Until' }).selectOption('07:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Mail: A customer writes on my ticket' })).toHaveValue(
    'digest',
  );
  await expect(page.getByRole('combobox', { name: 'Until' })).toHaveValue('07:00');
});
