import type { CDPSession, Page } from '@playwright/test';
import { followLink } from '@/features/portal/commands/follow-link';
import { newForm } from '../../tests/features/forms/support';
import { liveArticle, newCategory } from '../../tests/features/knowledge/support';
import { asCustomer, customerIn } from '../support/portal';
import { signInLinkTo } from '../support/portal-journey';
import { expect, test } from '../support/test';

/** What the scripts of a page may weigh on the line, all together. */
const MOST_SCRIPT_BYTES = 100_000;

/** Weighs the scripts of one page after another, each as if the browser had never been there. */
async function scales(page: Page) {
  const line: CDPSession = await page.context().newCDPSession(page);
  const scripts = new Map<string, number>();
  line.on('Network.requestWillBeSent', ({ requestId, type }) => {
    if (type === 'Script') scripts.set(requestId, 0);
  });
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength);
  });
  await line.send('Network.enable');
  await line.send('Network.setCacheDisabled', { cacheDisabled: true });
  return async (address: string) => {
    scripts.clear();
    await page.goto(address, { waitUntil: 'networkidle' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'This page is not here' })).toBeHidden();
    const bytes = [...scripts.values()].reduce((sum, each) => sum + each, 0);
    // The portal has a script of its own: had none been seen, nothing would have been measured.
    expect(bytes).toBeGreaterThan(0);
    expect([address, bytes <= MOST_SCRIPT_BYTES]).toEqual([address, true]);
  };
}

test('scripts of every kind of page weigh at most 100 KB on the line', async ({ page, world }) => {
  test.slow();
  const owner = await world.member({ role: 'owner' });
  const categoryId = await newCategory(owner);
  await liveArticle(owner, { categoryId });
  const formId = await newForm(owner);
  await newForm(owner, { name: 'Returns' });
  const { email, name } = await customerIn(world);
  const { ticketId, number } = await world.ticket(owner, { requester: { email, name } });
  const { requesterId: customerId } = await world.db.ticket.findFirstOrThrow({ where: { id: ticketId } });
  const guest = await followLink(owner, { ticketId, customerId, readers: [email], language: 'en' });
  const root = `/help/${world.slug}/en`;
  const weigh = await scales(page);
  for (const path of [
    '',
    '/categories/delivery',
    '/articles/how-to-return-an-item',
    '/search?q=return',
    '/requests/new',
    `/requests/new/${formId}`,
    '/sign-in',
  ]) {
    await weigh(`${root}${path}`);
  }
  await weigh(guest ?? '');

  await page.goto(`${root}/sign-in`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send the mail' }).click();
  await expect(page).toHaveURL(/sign-in\/[0-9a-f-]{36}/);
  await weigh(page.url());
  await weigh(await signInLinkTo(email));

  await asCustomer(page, world, email);
  for (const path of ['/requests', `/requests/${number}`, '/profile']) await weigh(`${root}${path}`);
  await page.getByLabel('Another address of yours', { exact: true }).fill(`second@${world.slug}.test`);
  await page.getByRole('button', { name: 'Send the code' }).click();
  await expect(page).toHaveURL(/profile\/address\/[0-9a-f-]{36}/);
  await weigh(page.url());
});
