import type { Page } from '@playwright/test';
import { addChecklist } from '@/features/checklists/commands/add-checklist';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

const panel = (page: Page) => page.getByRole('region', { name: 'Checklists' });
const step = (page: Page, text: string) => panel(page).getByRole('checkbox', { name: text });

test('what one ticks, renames and moves, the other sees', async ({
  browser,
  baseURL,
  page,
  world,
  signIn,
}) => {
  test.slow();
  const zsofia = await world.member({ name: 'Zsófia Kiss' });
  const janis = await world.member({ name: 'Jānis Kalns' });
  const { ticketId, number } = await world.ticket(zsofia, { subject: 'Kettle' });
  const items = ['Ask for a photo', 'Order the part', 'Write to the customer'];
  await addChecklist(zsofia, { ticketId, title: 'Repair', required: false, items });
  const address = `/${world.slug}/desk/tickets/${number}`;
  await signIn(janis);
  const context = await browser.newContext({ locale: 'en-GB', ...(baseURL && { baseURL }) });
  await context.addCookies(await page.context().cookies());
  const other = await context.newPage();
  await signIn(zsofia);
  await page.goto(address);
  await other.goto(address);
  await expect(panel(other)).toContainText('0 of 3');
  await expect(panel(page)).toContainText('0 of 3');
  await expect(other.getByRole('status', { name: 'Who else has this ticket open' })).toContainText('Zsófia');
  await step(page, 'Ask for a photo').click();
  await expect(step(other, 'Ask for a photo')).toBeChecked();
  await step(page, 'Write to the customer').click();
  await expect(step(other, 'Write to the customer')).toBeChecked();
  await expect(panel(other)).toContainText('2 of 3');
  await expect(panel(other)).toContainText('Zsófia Kiss · ');
  await panel(other).getByRole('button', { name: 'More for “Order the part”' }).click();
  await other.getByRole('menuitem', { name: 'Rename' }).click();
  await other.getByRole('textbox', { name: 'New words for “Order the part”' }).fill('Order the lid');
  await other.keyboard.press('Enter');
  await expect(step(page, 'Order the lid')).toBeVisible();
  await context.close();
});

test('a checklist is made, put in order and cleared away by keyboard alone, light and dark', async ({
  page,
  world,
  signIn,
}) => {
  const zsofia = await world.member({ name: 'Zsófia Kiss' });
  const { number } = await world.ticket(zsofia, { subject: 'Kettle' });
  await signIn(zsofia);
  await page.goto(`/${world.slug}/desk/tickets/${number}`);
  await panel(page).getByRole('button', { name: 'New checklist' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name of the checklist' }).fill('Repair');
  await page.keyboard.press('Enter');
  const add = panel(page).getByRole('textbox', { name: 'Add an item' });
  for (const text of ['First', 'Second', 'Third']) {
    await add.fill(text);
    await add.press('Enter');
    await expect(step(page, text)).toBeVisible();
    await expect(add).toHaveValue('');
  }
  await step(page, 'Third').press('Alt+ArrowUp');
  const order = panel(page).getByRole('list', { name: 'Repair' }).getByRole('listitem');
  await expect(order).toHaveText([/First/, /Third/, /Second/]);
  await panel(page).getByRole('button', { name: 'More for “First”' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Move down' }).press('Enter');
  await expect(order).toHaveText([/Third/, /First/, /Second/]);
  await step(page, 'Third').press('Space');
  await expect(panel(page)).toContainText('1 of 3');
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await panel(page).getByRole('button', { name: 'More for “Second”' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Remove' }).press('Enter');
  await expect(order).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(order).toHaveText([/Third/, /First/, /Second/]);
  await panel(page).getByRole('button', { name: 'Remove the checklist “Repair”' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Remove “Repair” with all its items?' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(order).toHaveCount(3);
  await panel(page).getByRole('button', { name: 'Remove the checklist “Repair”' }).press('Enter');
  await dialog.getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(panel(page)).toContainText('Steps that nobody should forget.');
});

test('a required checklist holds up solving, in words that name what is open', async ({
  page,
  world,
  signIn,
}) => {
  const zsofia = await world.member({ name: 'Zsófia Kiss' });
  const { ticketId, number } = await world.ticket(zsofia, { subject: 'Kettle' });
  await addChecklist(zsofia, { ticketId, title: 'Repair', required: true, items: ['Order the part'] });
  await signIn(zsofia);
  await page.goto(`/${world.slug}/desk/tickets/${number}`);
  await expect(panel(page)).toContainText('required');
  await page.keyboard.press('e');
  await expect(page.getByText('Before solving, tick off: Order the part.')).toBeVisible();
  await step(page, 'Order the part').press('Space');
  await expect(panel(page)).toContainText('1 of 1');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1, name: 'Kettle' }).click();
  await page.keyboard.press('e');
  await expect(page.getByText('Before solving, tick off: Order the part.')).toBeHidden();
  await expect
    .poll(async () => (await world.db.ticket.findFirst({ where: { id: ticketId } }))?.status)
    .toBe('solved');
});

test('a manager writes a template, and an agent starts a ticket with it', async ({ page, world, signIn }) => {
  const manager = await world.member({ name: 'Zsófia Kiss', role: 'manager' });
  const { number } = await world.ticket(manager, { subject: 'Kettle' });
  await signIn(manager);
  await page.goto(`/${world.slug}/admin/checklists`);
  await expect(page.getByText('No templates yet')).toBeVisible();
  await page.getByRole('button', { name: 'Add a template' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a template' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Give it a name.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Repair');
  await dialog.getByRole('textbox', { name: 'Steps' }).fill('Order the part\n\n  Call the customer  ');
  await dialog.getByRole('checkbox', { name: 'Required before solving' }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('cell', { name: 'Repair Required before solving' })).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await page.goto(`/${world.slug}/desk/tickets/${number}`);
  await panel(page).getByRole('button', { name: 'New checklist' }).click();
  await expect(page.getByRole('combobox', { name: 'Start from' })).toBeFocused();
  await panel(page).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(panel(page)).toContainText('0 of 2');
  await expect(step(page, 'Call the customer')).toBeVisible();
});
