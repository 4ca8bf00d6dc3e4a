import { savePortal } from '@/features/portal/commands/save-portal';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import { expectAccessible } from '../support/axe';
import { mailsTo, sendToProduct } from '../support/mails';
import { expect, test } from '../support/test';

/** The links to requests in the mails to this address, the oldest first, once there are so many. */
async function linksTo(address: string, count: number): Promise<readonly string[]> {
  let found: readonly string[] = [];
  await expect(async () => {
    const mails = await mailsTo(address);
    found = mails.flatMap(({ message }) => /http\S+\/request\/\w+/.exec(message.text)?.[0] ?? []);
    expect(found.length).toBeGreaterThanOrEqual(count);
  }).toPass({ timeout: 40_000 });
  return found;
}

test('a guest follows the link of the mailed confirmation without script, reads, answers and closes; nothing else opens', async ({
  browser,
  baseURL,
  world,
}) => {
  const owner = await world.member({ role: 'owner', name: 'Zsófia Kiss' });
  const { db, workspaceId, slug } = world;
  const email = `anna@${slug}.test`;
  const other = await world.ticket(owner, { requester: { email, name: 'Anna Ozola' }, subject: 'Old lamp' });
  await sendToProduct({
    from: `Anna Ozola <${email}>`,
    to: world.mailbox.address,
    subject: 'Cold coffee',
    text: 'My coffee comes out cold. What can I do about it?',
  });
  const [link = ''] = await linksTo(email, 1);
  const ticket = () => db.ticket.findFirstOrThrow({ where: { workspaceId, subject: 'Cold coffee' } });
  const before = await ticket();

  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'en-GB',
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  // What opens links in mails to look for harm changes nothing by it.
  for (let visit = 0; visit < 3; visit++) expect((await page.request.get(link)).status()).toBe(200);
  expect((await ticket()).version).toBe(before.version);

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'Cold coffee' })).toBeVisible();
  await expect(page.getByText('You see this one request through the link in our mail.')).toBeVisible();
  await page.getByLabel('Your answer').fill('It is a little warmer now.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Thank you. Your message has arrived.')).toBeVisible();

  // An answer of ours brings the same link along.
  const html = '<p>Please descale it.</p>';
  const { id: ticketId } = before;
  expect((await replyToTicket(owner, replyInput.parse({ ticketId, html, submitAs: 'open' }))).ok).toBe(true);
  expect((await linksTo(email, 2)).at(-1)).toBe(link);
  await page.goto(link);
  await expect(page.getByText('Please descale it.')).toBeVisible();
  await page.getByRole('button', { name: 'This is solved' }).click();
  await expect(page.getByText('The request is marked as solved.')).toBeVisible();
  expect((await ticket()).status).toBe('solved');

  const missing = page.getByRole('heading', { name: 'This page is not here' });
  await page.goto(`${link.slice(0, -1)}${link.endsWith('a') ? 'b' : 'a'}`);
  await expect(missing).toBeVisible();
  for (const path of ['/requests', `/requests/${other.number}`, '/profile']) {
    await page.goto(`/help/${slug}/en${path}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  }
  const settings = { enabled: true, accent: '#4150d0', signIn: 'everybody', words: {} } as const;
  await savePortal(owner, { ...settings, locales: ['en', 'hu', 'lv'], guestLinks: false, guestLinkDays: 30 });
  await expect.poll(async () => (await page.request.get(link)).status()).toBe(404);
  await context.close();
});

test('the page behind the link is accessible, also to who has scripts', async ({ page, world }) => {
  const email = `edgars@${world.slug}.test`;
  await sendToProduct({
    from: `Edgars <${email}>`,
    to: world.mailbox.address,
    subject: 'Grinder',
    text: 'The grinder does not start any more. Can you help me?',
  });
  const [link = ''] = await linksTo(email, 1);
  await page.goto(link);
  await expect(page.getByLabel('Your answer')).toBeVisible();
  await expectAccessible(page);
});
