import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Text of the reply' });
const helper = (page: Page): Locator => page.getByRole('dialog', { name: 'Tone of your answer' });

/** Opens the composer by its key, as soon as the page listens to keys. */
async function write(page: Page, text: string): Promise<void> {
  await expect(async () => {
    if (!(await editor(page).isVisible())) await page.keyboard.press('r');
    await expect(editor(page)).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type(text);
}

test('the helper stays quiet, and by one key says what could be said better and changes it', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member();
  const { number } = await world.ticket(agent);
  await signIn(agent);
  await page.goto(`/${world.slug}/desk/tickets/${number}`);
  await write(page, 'Hello Anna, unfortunately the lid comes on Friday!!');
  await expect(page.getByRole('button', { name: 'Look at the tone: 2 things to think about' })).toBeVisible();
  await expect(helper(page)).toBeHidden();

  await page.keyboard.press('F7');
  await expect(
    helper(page).getByText('“unfortunately” says what does not work. Say what does.'),
  ).toBeVisible();
  await expect(editor(page).locator('.tone-mark')).toHaveText(['unfortunately', '!!']);
  await expectAccessible(page);
  await helper(page).getByRole('button', { name: 'Write “as things stand” instead' }).click();
  await expect(editor(page)).toHaveText('Hello Anna, as things stand the lid comes on Friday!!');
  await expect(helper(page).getByRole('button', { name: 'Not here' })).toHaveCount(1);
  await helper(page).getByRole('button', { name: 'Not here' }).click();
  await expect(helper(page).getByText('Nothing to say. It reads well.')).toBeVisible();
  await helper(page).getByRole('button', { name: 'Show again' }).click();
  await expect(helper(page).getByText('“!!” reads as shouting.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(helper(page)).toBeHidden();
  await expect(editor(page).locator('.tone-mark')).toHaveCount(0);
});

test('it speaks of an answer in the customer’s language, and never holds it back', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member();
  const { number } = await world.ticket(agent);
  await signIn(agent, { locale: 'hu' });
  await page.goto(`/${world.slug}/desk/tickets/${number}`);
  const text = page.getByRole('textbox', { name: 'A válasz szövege' });
  await expect(async () => {
    if (!(await text.isVisible())) await page.keyboard.press('r');
    await expect(text).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type('Kérem, nézze meg, vagy küldd el nekünk.');
  await page.keyboard.press('F7');
  const panel = page.getByRole('dialog', { name: 'A válasz hangneme' });
  await panel.getByRole('combobox', { name: 'A válasz nyelve' }).selectOption('hu');
  await expect(panel.getByText(/a tegezés és a magázás keveredik/)).toBeVisible();
  await panel.getByRole('button', { name: 'Megmutatás a szövegben' }).click();
  await expect(text).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article').getByText('küldd el nekünk')).toBeVisible();
});
