import { indexTicket } from '@/features/search/jobs';
import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';

test('beside a ticket stand those about the same, to be linked and mentioned', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member();
  const made = [];
  for (const subject of ['Thermostat E2041 is dark', 'Display of thermostat E2041', 'Invoice for March']) {
    world.pass(60);
    const ticket = await world.ticket(agent, { subject });
    await indexTicket(world.db, { workspaceId: world.workspaceId, ticketId: ticket.ticketId });
    made.push(ticket);
  }
  const [here, like] = made;
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk/tickets/${here?.number}`);
  const panel = page
    .getByRole('group')
    .filter({ has: page.getByRole('heading', { name: 'Similar tickets' }) });
  await panel.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await expect(panel.getByRole('link')).toContainText('Display of thermostat E2041');
  await expectAccessible(page);
  await panel.getByRole('button', { name: `Mention #${like?.number} in a note` }).click();
  await expect(page.locator('.ProseMirror').first()).toContainText(
    `#${like?.number} Display of thermostat E2041`,
  );
  await panel.getByRole('button', { name: `Link with #${like?.number}` }).click();
  await expect(
    page.getByRole('region', { name: 'Linked tickets' }).getByText('Display of thermostat'),
  ).toBeVisible();
});
