import { addNoteToTicket } from '@/features/tickets/commands/add-note';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('a ticket is looked at beside the list, by the space bar or by hand, and stays unread', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member();
  for (const subject of ['Oldest', 'Middle', 'Newest']) {
    await world.ticket(agent, {
      subject,
      tags: ['kettle'],
      requester: { email: 'ilze@customer.test', name: 'Bērziņa Ilze' },
    });
    world.pass(60);
  }
  await signIn(agent);
  const live = page.waitForResponse((answer) => answer.url().includes('/api/live') && answer.ok());
  await page.goto(`/${world.slug}/desk?view=open`);
  await live;
  const line = (name: string) => page.getByRole('table').getByRole('link', { name, exact: true });
  const pane = page.getByRole('region', { name: 'Preview' });
  await expect(async () => {
    await page.keyboard.press('k');
    await expect(line('Newest')).toBeFocused({ timeout: 250 });
  }).toPass();

  await page.keyboard.press('Space');
  await expect(pane.getByRole('heading', { name: /Newest/ })).toBeVisible();
  await expect(pane.getByRole('listitem').first()).toContainText('Bērziņa Ilze');
  await expect(pane.getByText('Bērziņa Ilze · ilze@customer.test')).toBeVisible();
  await expect(line('Newest')).toBeFocused();
  await expectAccessible(page);

  await page.keyboard.press('ArrowDown');
  await expect(pane.getByRole('heading', { name: /Middle/ })).toBeVisible();
  await page.keyboard.press('j');
  await expect(pane.getByRole('heading', { name: /Oldest/ })).toBeVisible();
  await page.keyboard.press('x');
  await page.keyboard.press('Escape');
  await expect(pane).toBeHidden();
  await expect(page.getByRole('checkbox', { name: /Select ticket/ }).nth(2)).toBeChecked();
  await expect(line('Oldest')).toBeFocused();
  await expect(page).toHaveURL(/desk\?view=open$/);
  expect(await world.db.ticketSeen.count({ where: { workspaceId: world.workspaceId } })).toBe(0);

  await page.getByRole('row', { name: /Middle/ }).hover();
  await page
    .getByRole('row', { name: /Middle/ })
    .getByRole('button', { name: /^Preview/ })
    .click();
  await expect(pane.getByRole('heading', { name: /Middle/ })).toBeVisible();
  // A colleague's answer appears in it by itself.
  const middle = await world.db.ticket.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, subject: 'Middle' },
  });
  world.pass(60);
  await addNoteToTicket(agent, { ticketId: middle.id, html: '<p>Called them back</p>' });
  await expect(pane.getByText('Called them back')).toBeVisible();
  await pane.getByRole('link', { name: 'Open the ticket' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Middle');
});

test('on a narrow window the preview is a sheet at its foot; what cannot be loaded says so', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member();
  await world.ticket(agent, { subject: 'Kanna törött' });
  await signIn(agent, { locale: 'lv', theme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.route('**/preview', (route) => route.abort());
  await page.goto(`/${world.slug}/desk?view=open`);
  const pane = page.getByRole('region', { name: 'Priekšskatījums' });
  await expect(async () => {
    await page.getByRole('table').getByRole('link').focus();
    await page.keyboard.press('Space');
    await expect(pane).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(pane.getByText('Ziņas neizdevās ielādēt.')).toBeVisible();
  await page.unroute('**/preview');
  await pane.getByRole('button', { name: 'Mēģināt vēlreiz' }).click();
  await expect(pane.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page);
  await pane.getByRole('button', { name: 'Aizvērt priekšskatījumu' }).click();
  await expect(pane).toBeHidden();
});
