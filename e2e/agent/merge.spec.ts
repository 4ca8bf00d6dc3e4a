import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('two tickets become one, the old number leads there, and it is taken back from the history', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const first = await world.ticket(agent, { subject: 'Broken kettle' });
  const second = await world.ticket(agent, {
    subject: 'Kettle, again',
    html: '<p>Did you get my mail?</p>',
  });
  await signIn(agent);
  await page.goto(`/${world.slug}/desk/tickets/${second.number}`);
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Merge into another ticket…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Broken kettle/ }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await page.waitForURL(`**/tickets/${first.number}`);
  const conversation = page.getByRole('region', { name: 'Conversation', exact: true });
  await expect(conversation.getByText('Did you get my mail?')).toBeVisible();
  await expect(conversation.getByText(`took over ticket #${second.number}`)).toBeVisible();
  await page.goto(`/${world.slug}/desk/tickets/${second.number}`);
  await page.waitForURL(`**/tickets/${first.number}?**`);
  await conversation.getByRole('button', { name: 'Undo the merge' }).click();
  await expect(conversation.getByText(`gave ticket #${second.number} back`, { exact: false })).toBeVisible();
  await expect(conversation.getByText('Did you get my mail?')).toBeHidden();
});

test('an agent is told why tickets of two customers wait for a manager, who says that they know', async ({
  page,
  world,
  signIn,
}) => {
  const manager = await world.member({ role: 'manager' });
  const other = { email: 'bela@customer.test', name: 'Nagy Béla' };
  const first = await world.ticket(manager, { subject: 'Missing lid', requester: other });
  const second = await world.ticket(manager, { subject: 'Broken kettle' });
  const open = async () => {
    await page.goto(`/${world.slug}/desk/tickets/${second.number}`);
    await page.getByRole('button', { name: 'More' }).first().click();
    await page.getByRole('menuitem', { name: 'Merge into another ticket…' }).click();
    await page.getByRole('searchbox', { name: 'Find the ticket' }).fill(String(first.number));
    await page.getByRole('radio', { name: /Missing lid/ }).check();
  };
  await signIn(await world.member());
  await open();
  await expect(page.getByText('Only a manager may merge tickets of different customers.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Merge', exact: true })).toBeDisabled();
  await signIn(manager);
  await open();
  await page.getByRole('checkbox', { name: 'I have checked that both may read it' }).check();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.waitForURL(`**/tickets/${first.number}`);
});

test('messages are split off into a ticket of their own', async ({ page, world, signIn }) => {
  const agent = await world.member();
  const first = await world.ticket(agent, { subject: 'Broken kettle' });
  const second = await world.ticket(agent, { subject: 'Invoice', html: '<p>Where is my invoice?</p>' });
  await signIn(agent);
  await page.goto(`/${world.slug}/desk/tickets/${second.number}`);
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Merge into another ticket…' }).click();
  await page.getByRole('radio', { name: /Broken kettle/ }).check();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.waitForURL(`**/tickets/${first.number}`);
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Split off messages…' }).click();
  await page.getByRole('checkbox', { name: /Where is my invoice/ }).check();
  await page.getByRole('textbox', { name: 'Subject of the new ticket' }).fill('Invoice of March');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Split off' }).click();
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByText('Invoice of March').first()).toBeVisible();
  await expect(page.getByText('Where is my invoice?').first()).toBeVisible();
});
