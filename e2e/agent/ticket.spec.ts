import type { Locator, Page } from '@playwright/test';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';
import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';

const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Text of the reply' });
const conversation = (page: Page): Locator => page.getByRole('region', { name: 'Conversation', exact: true });

/** Opens a ticket and waits until it hears of changes, and therefore of keys as well. */
async function open(page: Page, slug: string, number: number): Promise<void> {
  await openLive(page, `/${slug}/desk/tickets/${number}`);
}

/** Opens the composer by its key, as soon as the page listens to keys. */
async function write(page: Page, key: 'r' | 'n', text: string): Promise<void> {
  const box = key === 'r' ? editor(page) : page.getByRole('textbox', { name: 'Text of the note' });
  await expect(async () => {
    if (!(await box.isVisible())) await page.keyboard.press(key);
    await expect(box).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type(text);
}

async function reply(member: StaffContext, ticketId: string, html: string): Promise<void> {
  const replied = await replyToTicket(member, replyInput.parse({ ticketId, html, submitAs: 'pending' }));
  if (!replied.ok) throw new Error(replied.error.code);
}

test('a reply is written, sent and taken back by the keyboard, and stands in the composer again', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const { number, ticketId } = await world.ticket(agent);
  await signIn(agent);
  await open(page, world.slug, number);
  await write(page, 'r', 'Try the other socket.');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' Please.');
  await page.keyboard.press('Control+Shift+Enter');

  await expect(conversation(page).getByText('Try the other socket. Please.')).toBeVisible();
  await expect(conversation(page).locator('strong')).toHaveText('Please.');
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('solved');
  await expect(editor(page)).toBeHidden();
  await expect(conversation(page).getByText(/Leaves in \d+ seconds?/)).toBeVisible();

  await page.keyboard.press('z');
  await expect(editor(page)).toHaveText('Try the other socket. Please.');
  await expect(conversation(page).getByText('Taken back before it left')).toBeVisible();
  await expect(page.getByText(/wrote while you were writing/)).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('new');
  const mails = await world.db.outgoingMail.findMany({ where: { workspaceId: world.workspaceId } });
  expect(mails.map(({ state }) => state)).toEqual(['cancelled']);
  expect(await world.db.draft.count({ where: { workspaceId: world.workspaceId, ticketId } })).toBe(1);
});

test('what is typed survives a reload, a lost network and a closed tab', async ({
  page,
  context,
  world,
  signIn,
}) => {
  const agent = await world.member();
  const { number } = await world.ticket(agent);
  await signIn(agent);
  await open(page, world.slug, number);
  await write(page, 'r', 'Dear Anna');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(editor(page)).toHaveText('Dear Anna');

  await context.setOffline(true);
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(', how are you?');
  await expect(page.getByText('Kept on this device until it can be saved')).toBeVisible();
  await page.close();
  await context.setOffline(false);

  const again = await context.newPage();
  await open(again, world.slug, number);
  await expect(editor(again)).toHaveText('Dear Anna, how are you?');
  await expect(again.getByText('Draft saved')).toBeVisible();
});

test('a reply is held when somebody else answered meanwhile, until its writer has seen it', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const other = await world.member({ name: 'Péter Nagy' });
  const { number, ticketId } = await world.ticket(agent);
  await signIn(agent);
  await open(page, world.slug, number);
  await write(page, 'r', 'My answer');
  world.pass(5);
  await reply(other, ticketId, '<p>His answer</p>');
  await expect(conversation(page).getByText('His answer')).toBeVisible();
  await expect(page.getByText('Péter Nagy wrote while you were writing')).toBeVisible();

  await editor(page).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Your reply has not been sent.')).toBeVisible();
  await expect(editor(page)).toHaveText('My answer');
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await expect(conversation(page).getByText('My answer')).toBeVisible();
  await expect(page.getByText('Your reply has not been sent.')).toBeHidden();
  const { workspaceId } = world;
  await expect.poll(() => world.db.outgoingMail.count({ where: { workspaceId } })).toBe(2);
});

test('files are attached at once, go with the reply, and can be downloaded and by nobody else', async ({
  page,
  browser,
  baseURL,
  world,
  signIn,
}) => {
  const agent = await world.member();
  const { number } = await world.ticket(agent);
  await signIn(agent);
  await open(page, world.slug, number);
  await write(page, 'r', 'See the plan.');
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'Terv – ő.txt', mimeType: 'text/plain', buffer: Buffer.from('a plan') }]);
  const files = page.getByRole('list', { name: 'Attached files' });
  await expect(files.getByText('Terv – ő.txt')).toBeVisible();
  await expect(files.getByText('1 kB')).toBeVisible();
  await page.getByRole('button', { name: 'Send as Pending' }).click();

  const link = conversation(page).getByRole('link', { name: /Download Terv – ő\.txt/ });
  await expect(link).toBeVisible();
  const href = (await link.getAttribute('href')) ?? '';
  const answer = await page.request.get(href);
  expect(await answer.text()).toBe('a plan');
  expect(answer.headers()['content-disposition']).toContain('attachment');
  expect(answer.headers()['x-content-type-options']).toBe('nosniff');
  const stranger = await browser.newContext({ ...(baseURL && { baseURL }) });
  expect((await stranger.request.get(href)).status()).toBe(404);
  await stranger.close();
});

test('fields are set by hand and by keys, and colleagues see it at once', async ({
  page,
  browser,
  baseURL,
  world,
  signIn,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const { number, ticketId } = await world.ticket(agent);
  await signIn(agent);
  await open(page, world.slug, number);
  await expect(async () => {
    await page.keyboard.press('m');
    await expect(page.getByRole('combobox', { name: 'Assignee' })).toHaveValue(agent.actor.id ?? '', {
      timeout: 1_000,
    });
  }).toPass();
  await expect(conversation(page).getByText(/assignee: Nobody → Zsófia Kiss/)).toBeVisible();

  await page.keyboard.press('t');
  await page.keyboard.type('Kanna');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove the tag kanna' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('e');
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('solved');
  await expect
    .poll(async () => (await world.db.ticket.findFirst({ where: { id: ticketId } }))?.status)
    .toBe('solved');

  const colleague = await browser.newContext({
    ...(baseURL && { baseURL }),
    viewport: { width: 1440, height: 900 },
  });
  await colleague.addCookies(await page.context().cookies());
  const theirs = await colleague.newPage();
  await open(theirs, world.slug, number);
  await page.getByRole('combobox', { name: 'Priority' }).selectOption('urgent');
  await expect(theirs.getByRole('combobox', { name: 'Priority' })).toHaveValue('urgent');
  await colleague.close();
});

test('a mail with looks of its own is shut in a frame, as high as it is, without pictures of others', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member();
  const row = '<tr><td style="padding: 30px">A line of the order</td></tr>';
  const html = `<table>${row.repeat(20)}</table><img src="https://track.example/p.png" width="40" height="40">`;
  const { number } = await world.ticket(agent, { html });
  await signIn(agent);
  const asked: string[] = [];
  await page.route('https://track.example/**', async (route) => {
    asked.push(route.request().url());
    await route.fulfill({ status: 404 });
  });
  await open(page, world.slug, number);
  const frame = page.getByTitle('Message from Anna Ozola');
  await expect.poll(async () => (await frame.boundingBox())?.height ?? 0).toBeGreaterThan(1_400);
  expect(await frame.getAttribute('sandbox')).not.toContain('allow-scripts');
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Show images' }).click();
  await expect.poll(() => asked.length).toBe(1);
});

test('a light agent writes notes and nothing else', async ({ page, world, signIn }) => {
  const agent = await world.member();
  const light = await world.member({ role: 'light_agent', name: 'Mārta Liepa' });
  const { number } = await world.ticket(agent);
  await signIn(light);
  await open(page, world.slug, number);
  await write(page, 'n', 'She called twice.');
  await expect(page.getByRole('button', { name: 'Reply', exact: true })).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page).getByText('Internal note')).toBeVisible();
  await expect(conversation(page).getByText('She called twice.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Status' })).toBeDisabled();
});

test('a long conversation shows its end, and earlier messages on wish without a jump', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member();
  const { number, ticketId } = await world.ticket(agent);
  for (let i = 1; i <= 60; i++) {
    world.pass(60);
    await reply(agent, ticketId, `<p>Answer ${i}</p>`);
  }
  await signIn(agent);
  await open(page, world.slug, number);
  await expect(page.getByText('Answer 60', { exact: true })).toBeInViewport();
  const items = conversation(page).getByRole('listitem').filter({ hasText: 'Answer ' });
  await expect(items).toHaveCount(50);
  await page.getByRole('link', { name: 'Show earlier messages' }).click();
  await expect(items).toHaveCount(60);
  await expect(page.getByRole('link', { name: 'Show earlier messages' })).toBeHidden();
});

test('a ticket is readable by everybody: no accessibility violation, light, dark, writing or not', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member();
  await world.db.metricSettings.create({ data: { workspaceId: world.workspaceId, measureFocus: true } });
  const { number, ticketId } = await world.ticket(agent, { tags: ['kettle'] });
  await reply(agent, ticketId, '<p>Try the <a href="https://a.test">other</a> socket.</p>');
  for (const theme of ['light', 'dark'] as const) {
    await signIn(agent, { theme });
    await open(page, world.slug, number);
    await expectAccessible(page);
    await write(page, 'r', 'Dear Anna');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Note', exact: true }).click();
    await expect(page.getByRole('textbox', { name: 'Text of the note' })).toBeVisible();
    await expectAccessible(page);
  }
});
