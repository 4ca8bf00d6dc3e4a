import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';
import { facebookPage, meta, ticketOn, whatsappNumber } from '../support/vendors';

const conversation = (page: Page): Locator => page.getByRole('region', { name: 'Conversation', exact: true });
const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Text of the reply' });

/** Opens the composer by its key, as soon as the page listens to keys. */
async function openComposer(page: Page, inside: Locator): Promise<void> {
  await expect(async () => {
    if (!(await inside.isVisible())) await page.keyboard.press('r');
    await expect(inside).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

async function answer(page: Page, words: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Enter');
}

test('WhatsApp: an answer goes out and what became of it comes back; a day later only an approved text', async ({
  page,
  world,
  signIn,
  request,
}) => {
  test.slow();
  const vendor = await meta('E2E_META_PORT');
  const whatsapp = await whatsappNumber(world, request);
  await whatsapp.write('1', 'Where is my kettle?');
  const number = await ticketOn(world, 'whatsapp');
  await signIn(await world.member(), { locale: 'en' });
  await openLive(page, `/${world.slug}/desk/tickets/${number}`);
  await expect(conversation(page).getByText('Where is my kettle?')).toBeVisible();
  await openComposer(page, editor(page));
  await expect(page.getByText(/You can write freely until/)).toBeVisible();
  await answer(page, 'It left yesterday.');
  await expect.poll(() => vendor.sent.length, { timeout: 20_000 }).toBe(1);
  const [first] = vendor.sent;
  expect(first?.body).toMatchObject({ type: 'text', text: { body: 'It left yesterday.' } });
  await expect(conversation(page).getByText('Sent', { exact: true })).toBeVisible();
  await whatsapp.report(first?.id ?? '', 'read');
  await expect(conversation(page).getByText('Read', { exact: true })).toBeVisible();
  await whatsapp.report(first?.id ?? '', 'delivered');
  await whatsapp.write('2', 'Thank you!');
  await expect(conversation(page).getByText('Thank you!')).toBeVisible();
  await expect(conversation(page).getByText('Read', { exact: true })).toBeVisible();

  await whatsapp.letWindowPass();
  await openLive(page, `/${world.slug}/desk/tickets/${number}`);
  const choice = page.getByLabel('Approved text');
  await openComposer(page, choice);
  await expect(page.getByText(/More than 24 hours have passed .* Only an approved text/)).toBeVisible();
  await expect(editor(page)).toBeHidden();
  await choice.selectOption('order_ready/en');
  await page.getByLabel('Blank 1').fill('Ágnes');
  await expect(page.getByText('Hello Ágnes, your order is ready.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send this text' }).click();
  await expect.poll(() => vendor.sent.length, { timeout: 20_000 }).toBe(2);
  expect(vendor.sent[1]?.body).toMatchObject({ type: 'template', template: { name: 'order_ready' } });
  await vendor.stop();
});

test('Facebook: a comment is answered in public and in private, side by side; it is changed and taken back', async ({
  page,
  world,
  signIn,
  request,
}) => {
  const vendor = await meta('E2E_META_PORT');
  const facebook = await facebookPage(world, request);
  await facebook.comment('add', 'When will the kettles be back?');
  const number = await ticketOn(world, 'facebook');
  await signIn(await world.member(), { locale: 'en', theme: 'dark' });
  await openLive(page, `/${world.slug}/desk/tickets/${number}`);
  await openComposer(page, editor(page));
  await expect(page.getByText('Everybody can read this answer.')).toBeVisible();
  await expect(
    page.getByText('8,000 characters a message · longer answers go out in several · no files'),
  ).toBeVisible();
  await answer(page, 'Next week!');
  await expect.poll(() => vendor.sent.length, { timeout: 20_000 }).toBe(1);
  expect(vendor.sent[0]?.body).toMatchObject({ message: 'Next week!' });

  await openComposer(page, editor(page));
  const way = page.getByLabel('Reply on');
  const secretly = await way.getByRole('option', { name: /private/ }).textContent();
  await way.selectOption({ label: secretly ?? '' });
  await expect(page.getByText('Everybody can read this answer.')).toBeHidden();
  await answer(page, 'We keep one for you.');
  await expect.poll(() => vendor.sent.length, { timeout: 20_000 }).toBe(2);
  expect(vendor.sent[1]?.body).toMatchObject({ message: { text: 'We keep one for you.' } });
  const said = (words: string) => page.getByRole('article').filter({ hasText: words });
  await expect(said('Next week!').getByText('Public', { exact: true })).toBeVisible();
  await expect(said('We keep one for you.').getByText('Private', { exact: true })).toBeVisible();

  await facebook.comment('edited', 'When will the red kettles be back?');
  const comment = said('When will the red kettles be back?');
  await expect(comment.getByText('Changed by the customer')).toBeVisible();
  await expectAccessible(page);
  await facebook.comment('remove');
  await expect(conversation(page).getByText('The customer took this message back.')).toBeVisible();
  await vendor.stop();
});
