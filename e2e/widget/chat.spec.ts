import { survey } from '../../tests/features/surveys/support';
import { expectAccessible } from '../support/axe';
import { expect, test, write } from '../support/widget';

test('on a page with a strict policy nothing is stored before the visitor acts, and a chat goes both ways', async ({
  page,
  context,
  visit,
}) => {
  const { launcher, composer, frame, openChat, answer, look, violations, received, log } = await visit();
  await expect(launcher).toHaveAccessibleName('Chat with us');
  const stored = () =>
    page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie.length]);
  expect(await stored()).toEqual([0, 0, 0]);
  expect(await context.cookies()).toEqual([]);
  await expect(page.locator('#kalauz-widget iframe')).toHaveCount(0);

  await openChat();
  await expect(composer).toBeFocused();
  expect(await stored()).toEqual([0, 0, 0]);
  await write(composer, 'Does it fit under a cupboard?');
  await expect(log.getByText('Sent')).toBeVisible();
  await answer('It does: 38 cm. See https://shop.example/upe.');
  await expect(log.getByText('It does: 38 cm.')).toBeVisible();
  await expect(log.getByRole('link', { name: 'https://shop.example/upe' })).toBeVisible();
  await look();
  await expect(log.getByText('Seen')).toBeVisible();
  await expect(frame.getByRole('heading', { name: 'Chat with Anna Kiss' })).toBeVisible();

  await launcher.click();
  await answer('Shall I put one aside for you?');
  await expect(launcher).toHaveAccessibleName('Chat with us, 1 new message');
  await launcher.click();
  await expect(log.getByText('Shall I put one aside for you?')).toBeVisible();
  await expect(launcher).toHaveAccessibleName('Close the chat');
  expect(await received()).toEqual(['Does it fit under a cupboard?']);
  expect(violations).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await expectAccessible(page);
});

test('what is written without a network is kept over a reload, and arrives once and in order', async ({
  page,
  visit,
}) => {
  const { composer, openChat, received, frame, log, launcher, texts, answer } = await visit();
  await openChat();
  await write(composer, 'one');
  await expect(log.getByText('Sent')).toBeVisible();

  await page.route('**/api/chat/**', (route) => route.abort());
  await write(composer, 'two');
  await write(composer, 'three');
  await composer.fill('not finished');
  await expect(frame.getByText(/No connection|Waits for the network|Sending/).first()).toBeVisible();
  await page.reload();
  await launcher.click();
  await expect(log.getByText('three')).toBeVisible();
  await expect(composer).toHaveValue('not finished');
  expect(await received()).toEqual(['one']);

  await page.unroute('**/api/chat/**');
  await expect.poll(received, { timeout: 45_000 }).toEqual(['one', 'two', 'three']);
  await answer('all three are here');
  await expect(log.getByText('all three are here')).toBeVisible();
  expect((await texts()).slice(1)).toEqual(['one', 'two', 'three', 'all three are here']);
});

test('an answer that is lost on its way back does not double a message', async ({ page, visit }) => {
  const { composer, openChat, received, log, texts } = await visit();
  await openChat();
  await write(composer, 'one');
  await expect(log.getByText('Sent')).toBeVisible();
  let lost = 2;
  await page.route('**/api/chat/*/messages', async (route) => {
    if (lost === 0) return route.fallback();
    lost -= 1;
    await route.fetch();
    return route.abort();
  });
  await write(composer, 'two');
  await write(composer, 'three');
  await expect.poll(() => lost).toBe(0);
  await expect.poll(received).toEqual(['one', 'two', 'three']);
  await expect.poll(async () => (await texts()).slice(1)).toEqual(['one', 'two', 'three']);
});

test('a message is left with a file when nobody is there, and opens a ticket', async ({
  visit,
  world,
  page,
}) => {
  const { launcher, frame } = await visit({ account: { attended: false } });
  await launcher.click();
  await expect(frame.getByText('Nobody is in the chat just now.')).toBeVisible();
  await expect(frame.getByRole('button', { name: /^Chat with us/ })).toHaveCount(0);
  await frame.getByRole('button', { name: /^Leave a message/ }).click();
  await frame.getByRole('button', { name: 'Send the message' }).click();
  await expect(frame.getByRole('textbox', { name: 'Your name' })).toBeFocused();
  await expectAccessible(page);
  await frame.getByRole('textbox', { name: 'Your name' }).fill('Ilze Ozoliņa');
  await frame.getByRole('textbox', { name: 'E-mail address' }).fill('ilze@example.lv');
  await frame.getByRole('textbox', { name: 'Your message' }).fill('The lever is stuck.');
  await frame
    .locator('input[type=file]')
    .setInputFiles({ name: 'lever.txt', mimeType: 'text/plain', buffer: Buffer.from('photo to follow') });
  await frame.getByRole('button', { name: 'Send the message' }).click();
  await expect(frame.getByText('Your message is with us')).toBeVisible();
  const { workspaceId, db } = world;
  const ticket = await db.ticket.findFirstOrThrow({
    where: { workspaceId },
    include: { requester: true, messages: { include: { attachments: true } } },
  });
  expect(ticket.requester.displayName).toBe('Ilze Ozoliņa');
  expect(ticket.messages.flatMap(({ attachments }) => attachments.map(({ name }) => name))).toEqual([
    'lever.txt',
  ]);
});

test('a file can be sent within a chat, as its first word too', async ({ visit, world }) => {
  const { openChat, composer, frame, log } = await visit();
  await openChat();
  await frame
    .locator('input[type=file]')
    .setInputFiles({ name: 'order.txt', mimeType: 'text/plain', buffer: Buffer.from('order 4711') });
  await expect(frame.getByText('order.txt, 1 kB')).toBeVisible();
  await composer.press('Enter');
  await expect(log.getByRole('link', { name: /order\.txt/ })).toBeVisible();
  await expect
    .poll(() =>
      world.db.attachment.count({ where: { workspaceId: world.workspaceId, messageId: { not: null } } }),
    )
    .toBe(1);
});

test('a page of an origin that is not allowed shows no chat', async ({ visit, page, baseURL }) => {
  const { launcher, key } = await visit({ account: { allowedOrigins: ['https://shop.example'] } });
  await launcher.click();
  await expect(page.frameLocator('#kalauz-widget iframe').locator('#app')).toHaveCount(0);
  const config = await page.request.get(`${baseURL}/api/chat/${key}/config`, {
    headers: { origin: 'https://elsewhere.example' },
  });
  expect(config.status()).toBe(403);
});

test('when the chat is over its visitor is asked by keyboard how it was, and may think again', async ({
  page,
  visit,
  world,
}) => {
  await survey(await world.member({ role: 'manager' }));
  const { openChat, composer, frame, answer, log } = await visit();
  await openChat();
  await write(composer, 'Where is my order?');
  await expect(log.getByText('Sent')).toBeVisible();
  await answer('On its way.');
  await frame.getByRole('button', { name: 'More' }).click();
  await frame.getByRole('button', { name: 'End the chat' }).click();
  await frame.getByRole('button', { name: 'End the chat' }).click();
  await expect(frame.getByRole('group').first()).toBeVisible();
  await expectAccessible(page);
  await frame.getByRole('button', { name: 'Send answer' }).click();
  await expect(frame.getByRole('alert')).toHaveText('Choose one of the answers.');
  await frame.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Quick and kind');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(frame.getByText('Your answer has arrived.')).toBeVisible();
  const [kept] = await world.db.surveyAnswer.findMany({ where: { workspaceId: world.workspaceId } });
  expect(kept).toMatchObject({ score: 4, comment: 'Quick and kind' });
  await frame.getByRole('button', { name: 'Change my answer' }).click();
  await expect(frame.getByRole('radio').nth(1)).toBeChecked();
});
