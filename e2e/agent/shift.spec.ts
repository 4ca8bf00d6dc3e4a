import type { Locator, Page } from '@playwright/test';
import { saveMacro } from '@/features/macros/commands/save-macro';
import { macroInput } from '@/features/macros/inputs';
import { indexTicket } from '@/features/search/jobs';
import type { StaffContext } from '@/server/context';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';

type World = Parameters<Parameters<typeof test>[2]>[0]['world'];

/** Four tickets of a morning, the newest first in the list: an invoice, a lid, and a kettle that was written about twice. */
async function morning(world: World, agent: StaffContext) {
  const numbers: number[] = [];
  // All of it was written before the agent comes.
  world.pass(-3_600);
  for (const subject of ['Broken kettle', 'Kettle, again', 'Lost lid', 'Wrong invoice']) {
    world.pass(60);
    const { ticketId, number } = await world.ticket(agent, { subject });
    await indexTicket(world.db, { workspaceId: world.workspaceId, ticketId });
    numbers.push(number);
  }
  const macro = {
    name: 'Escalate',
    audience: 'everyone',
    actions: [{ kind: 'set_priority', priority: 'urgent' }],
  };
  const saved = await saveMacro(await world.member({ role: 'manager' }), macroInput.parse(macro));
  if (!saved.ok) throw new Error(saved.error.code);
  return numbers as [number, number, number, number];
}

const status = (page: Page) => page.getByRole('combobox', { name: 'Status' });
const priority = (page: Page) => page.getByRole('combobox', { name: 'Priority' });
const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation', exact: true });
const subject = (page: Page) => page.getByRole('heading', { level: 1 });

/** Presses a key until the page, which may be waking up, has opened what it opens; not again into what is open. */
async function openBy(page: Page, key: string, opened: Locator): Promise<void> {
  await expect(async () => {
    if (!(await opened.isVisible())) await page.keyboard.press(key);
    await expect(opened).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

/** Presses a key until it has done what it does, however often it is pressed. */
async function press(page: Page, key: string, done: () => Promise<unknown>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await done();
  }).toPass();
}

test('a whole shift without a mouse: read, reply, macro, snooze, merge, undo, search, next', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const agent = await world.member({ name: 'Emma Clarke' });
  const [kettle, again, lid, invoice] = await morning(world, agent);
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk?view=open`);

  // Open and read the newest one.
  const lines = page.getByRole('table').getByRole('link');
  await press(page, 'k', () => expect(lines.first()).toBeFocused({ timeout: 250 }));
  await page.keyboard.press('Enter');
  await expect(subject(page)).toContainText('Wrong invoice');
  await expect(conversation(page).getByText('My kettle is broken.')).toBeVisible();

  // Reply, and take it back; then send it for good and solve.
  const words = page.getByRole('textbox', { name: 'Text of the reply' });
  await openBy(page, 'r', words);
  await expect(words).toBeFocused();
  await page.keyboard.type('Here is the right one.');
  await page.keyboard.press('Control+Shift+Enter');
  await expect(conversation(page).getByText('Here is the right one.')).toBeVisible();
  await expect(status(page)).toHaveValue('solved');
  await page.keyboard.press('z');
  await expect(words).toHaveText('Here is the right one.');
  await expect(status(page)).toHaveValue('new');
  await words.press('Control+Shift+Enter');
  await expect(status(page)).toHaveValue('solved');

  // The next one of the list: a macro, and undo it.
  await page.keyboard.press('j');
  await expect(subject(page)).toContainText('Lost lid');
  const macros = page.getByRole('dialog', { name: /Macro/ });
  await openBy(page, 'x', macros);
  await page.keyboard.type('Escal');
  await expect(macros.getByRole('option', { name: /Escalate/ })).toBeVisible();
  await press(page, 'Enter', () => expect(macros).toBeHidden({ timeout: 1_000 }));
  await expect(priority(page)).toHaveValue('urgent');
  await page.keyboard.press('z');
  await expect(priority(page)).toHaveValue('normal');

  // Put it away until later, and take that back.
  const snooze = page.getByRole('dialog', { name: 'Snooze this ticket' });
  await openBy(page, 'l', snooze);
  await snooze.getByRole('button', { name: 'In 3 hours' }).press('Enter');
  await snooze.getByRole('button', { name: 'Snooze', exact: true }).press('Enter');
  await expect(status(page)).toHaveValue('pending');
  await page.keyboard.press('z');
  await expect(status(page)).toHaveValue('open');

  // The next one was written about twice: merge it, take that back, and merge it for good.
  await page.keyboard.press('j');
  await expect(subject(page)).toContainText('Kettle, again');
  const merge = async () => {
    const palette = page.getByRole('dialog', { name: 'Commands and places' });
    await openBy(page, 'Control+k', palette);
    await page.keyboard.type('merge');
    await expect(page.getByRole('option', { selected: true })).toHaveText(/^Merge/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /Merge/ });
    await dialog.getByRole('radio', { name: /Broken kettle/ }).press('Space');
    await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
    await page.waitForURL(`**/tickets/${kettle}`);
    await expect(conversation(page).getByText(`took over ticket #${again}`).first()).toBeVisible();
  };
  await merge();
  await page.keyboard.press('z');
  await page.waitForURL(`**/tickets/${again}`);
  await expect(subject(page)).toContainText('Kettle, again');
  await merge();

  // Find the invoice again by a word, and leave for the list.
  await page.keyboard.press('/');
  await page.keyboard.type('invoice');
  await page.keyboard.press('Enter');
  const found = page.getByRole('link', { name: 'Wrong invoice', exact: true });
  await expect(found).toBeVisible();
  await found.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/tickets/${invoice}`));
  await press(page, 'u', () => expect(page).not.toHaveURL(/\/tickets\//, { timeout: 1_000 }));
  expect(lid).toBeGreaterThan(again);
});
