import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';

test('several tickets are chosen by keys and by hand, changed, and taken back', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  for (const subject of ['First', 'Second', 'Third', 'Fourth']) {
    await world.ticket(agent, { subject });
    world.pass(60);
  }
  const { workspaceId } = world;
  const urgent = () => world.db.ticket.count({ where: { workspaceId, priority: 'urgent' } });
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk?view=open`);
  const bar = page.getByRole('region', { name: 'Change the selected tickets' });
  const lines = page.getByRole('table').getByRole('link');
  await expect(async () => {
    await page.keyboard.press('k');
    await expect(lines.first()).toBeFocused({ timeout: 250 });
  }).toPass();
  await page.keyboard.press('x');
  await expect(bar.getByText('1 selected')).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('X');
  await expect(bar.getByText('3 selected')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();

  await page.keyboard.press('*');
  await page
    .getByRole('checkbox', { name: /Select ticket/ })
    .nth(3)
    .uncheck();
  await expect(bar.getByText('3 selected')).toBeVisible();
  await bar.getByRole('button', { name: 'Priority' }).click();
  await page.getByRole('menuitem', { name: 'Urgent' }).click();
  await expect(page.getByText('3 tickets changed')).toBeVisible();
  await expect.poll(urgent).toBe(3);
  await expect(bar).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('3 tickets are as they were')).toBeVisible();
  await expect.poll(urgent).toBe(0);

  await page.getByRole('checkbox', { name: 'Select all tickets on this page' }).check();
  await bar.getByRole('button', { name: 'Tags' }).click();
  await page.getByLabel('Add', { exact: true }).fill('Recall, kettle');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('4 tickets changed')).toBeVisible();
  expect(await world.db.ticketTag.count({ where: { workspaceId } })).toBe(8);

  await page
    .getByRole('checkbox', { name: /Select ticket/ })
    .first()
    .check();
  await bar.getByRole('button', { name: 'Assignee' }).click();
  await page.getByRole('menuitem', { name: 'Zsófia Kiss' }).click();
  await expect
    .poll(() => world.db.ticket.count({ where: { workspaceId, assigneeId: agent.actor.id } }))
    .toBe(1);
});
