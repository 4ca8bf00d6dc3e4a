import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { mailsTo, sendToProduct } from '../support/mails';
import { expect, test } from '../support/test';

/** Chooses words in a message, as a mouse or a screen reader does. */
const choose = (page: Page, words: string) =>
  page.evaluate((text) => {
    const walker = document.createTreeWalker(
      document.querySelector('[data-said]') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = node.textContent?.indexOf(text) ?? -1;
      if (from >= 0) document.getSelection()?.setBaseAndExtent(node, from, node, from + text.length);
    }
  }, words);

/** Pastes a red picture, as from a screenshot, where the cursor stands. */
const pastePicture = (page: Page) =>
  page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 120 });
    const brush = canvas.getContext('2d');
    if (brush) {
      brush.fillStyle = '#c33';
      brush.fillRect(0, 0, 320, 120);
    }
    const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => made && done(made), 'image/png'));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([blob], 'image.png', { type: 'image/png' }));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });

test('words of a message are quoted where one writes, a pasted picture stands beneath, and both arrive by mail and in the portal', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Kiss Zsófia' });
  await signIn(agent);
  const customer = `odon@${world.slug}.customer.test`;
  await sendToProduct({
    from: `Árvíztűrő Ödön <${customer}>`,
    to: world.mailbox.address,
    subject: 'Csöpög a kávégép',
    text: 'Jó napot kívánok!\n\nVíz folyik alóla, mit tegyek?',
  });
  await expect
    .poll(() => world.db.ticket.count({ where: { workspaceId: world.workspaceId } }), { timeout: 20_000 })
    .toBe(1);
  const ticket = await world.db.ticket.findFirstOrThrow({ where: { workspaceId: world.workspaceId } });
  await openLive(page, `/${world.slug}/desk/tickets/${ticket.number}`);
  const conversation = page.getByRole('region', { name: 'Conversation', exact: true });

  // By keyboard, into a composer that is closed.
  await choose(page, 'Víz folyik alóla');
  await page.keyboard.press('Shift+Q');
  const text = page.getByRole('textbox', { name: 'Text of the reply' });
  await expect(text.locator('blockquote')).toContainText('Árvíztűrő Ödön');
  await expect(text.locator('blockquote')).toContainText('Víz folyik alóla');
  await expect(text).toBeFocused();
  await page.keyboard.type('Kérem, húzza ki.');
  await expect(text.locator('> p').last()).toHaveText('Kérem, húzza ki.');

  // By mouse, behind what stands there: nothing typed is lost.
  await choose(page, 'mit tegyek?');
  const beside = page
    .getByRole('button', { name: 'Quote Shift+Q' })
    .or(page.locator('.fixed').getByRole('button', { name: 'Quote' }));
  await expect(beside.first()).toBeVisible();
  await beside.first().click();
  await expect(text.locator('blockquote')).toHaveCount(2);
  await expect(text).toContainText('Kérem, húzza ki.');
  await page.keyboard.type('Ezt:');
  await pastePicture(page);
  const picture = text.locator('img');
  await expect(picture).toHaveCount(1);
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(text.locator('img')).toHaveCount(1);
  await text.locator('img').click();
  await page.getByRole('button', { name: 'What the picture shows' }).click();
  await page.getByRole('textbox', { name: 'What the picture shows' }).fill('A zárócsap');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(text.getByRole('img', { name: 'A zárócsap' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: /Send as/ }).click();
  await expect(conversation.getByRole('listitem').filter({ hasText: 'Kérem, húzza ki.' })).toBeVisible();
  const answered = async () =>
    (await mailsTo(customer)).find(({ message }) => message.html?.includes('Kérem'));
  await expect.poll(async () => Boolean(await answered()), { timeout: 30_000 }).toBe(true);
  const mail = await answered();
  const [file] = mail?.message.files ?? [];
  expect(file).toMatchObject({ inline: true });
  expect(mail?.message.html).toContain(`cid:${file?.contentId}`);
  expect(mail?.message.html).toMatch(/<blockquote>.*Víz folyik alóla/s);

  const frame = conversation.frameLocator('iframe').getByRole('img', { name: 'A zárócsap' });
  await expect(frame).toBeVisible();

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  const history = page.getByRole('table', { name: 'History' });
  const row = (text: string) => history.getByRole('row').filter({ hasText: text });
  await expect(row('Status: New → Pending').or(row('status: New → Pending')).first()).toContainText(
    'With a reply',
  );
  await expect(row('assignee: Nobody → Kiss Zsófia')).toContainText('Kiss Zsófia');
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Field' }).selectOption('assignee');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(history.getByRole('row')).toHaveCount(2);

  const link = /https?:\/\/[^"\s<]+\/request\/[^"\s<]+/.exec(mail?.message.html ?? '')?.[0] ?? '';
  await page.goto(link);
  const shown = page.getByRole('img', { name: 'A zárócsap' });
  await expect(shown).toBeVisible();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
});

test('all that is seen of a message is quoted by its button, into the note that is open, on a phone and in the dark as well', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Kiss Zsófia' });
  await signIn(agent, { theme: 'dark', locale: 'hu' });
  const { number } = await world.ticket(agent, { subject: 'Kettle', language: 'lv' });
  await page.setViewportSize({ width: 390, height: 844 });
  await openLive(page, `/${world.slug}/desk/tickets/${number}`);
  await page.keyboard.press('n');
  const text = page.locator('[contenteditable=true]');
  await expect(text).toBeFocused();
  await page.keyboard.type('Lásd:');
  await page
    .getByRole('button', { name: /^(Quote|Idézés)$/ })
    .first()
    .click();
  await expect(text.locator('blockquote')).toBeVisible();
  await expect(text).toContainText('Lásd:');
  await expectAccessible(page);
  await page.goto(`/${world.slug}/desk/tickets/${number}/history`);
  await expect(page.getByRole('heading', { name: 'Előzmények' })).toBeVisible();
  await expectAccessible(page);
  await signIn(agent, { theme: 'light', locale: 'lv' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Vēsture' })).toBeVisible();
});
