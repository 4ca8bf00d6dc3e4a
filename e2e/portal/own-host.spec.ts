import { newForm } from '../../tests/features/forms/support';
import { liveArticle } from '../../tests/features/knowledge/support';
import { mappedBrowser } from '../support/mapped-browser';
import { asCustomer, customerIn } from '../support/portal';
import { codeFor } from '../support/portal-journey';
import { expect, test } from '../support/test';

/** What the scripts of a page may weigh on the line, all together. */
const MOST_SCRIPT_BYTES = 100_000;

test('scripts of every kind of page weigh at most 100 KB on the line', async ({ page, world }) => {
  const owner = await world.member({ role: 'owner' });
  await liveArticle(owner);
  await newForm(owner);
  const { email, name } = await customerIn(world);
  const { number } = await world.ticket(owner, { requester: { email, name } });
  await asCustomer(page, world, email);
  const line = await page.context().newCDPSession(page);
  const scripts = new Map<string, number>();
  line.on('Network.requestWillBeSent', ({ requestId, type }) => {
    if (type === 'Script') scripts.set(requestId, 0);
  });
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength);
  });
  await line.send('Network.enable');
  await line.send('Network.setCacheDisabled', { cacheDisabled: true });
  const [articles, requests] = ['/articles/how-to-return-an-item', `/requests/${number}`];
  const paths = ['', articles, '/search?q=return', '/requests/new', '/requests', requests, '/profile'];
  for (const path of paths) {
    scripts.clear();
    await page.goto(`/help/${world.slug}/en${path}`, { waitUntil: 'networkidle' });
    const bytes = [...scripts.values()].reduce((sum, each) => sum + each, 0);
    // The portal has a script of its own: had none been seen, nothing would have been measured.
    expect(bytes).toBeGreaterThan(0);
    expect([path, bytes <= MOST_SCRIPT_BYTES]).toEqual([path, true]);
  }
});

test('at a host of its own the portal is searched, read and signed in to, and nothing else answers there', async ({
  world,
  baseURL,
}) => {
  const host = `help-${world.slug}.lamps.example`.toLowerCase();
  const owner = await world.member({ role: 'owner' });
  await liveArticle(owner);
  const { db, workspaceId } = world;
  await db.portalSettings.create({ data: { workspaceId, host, hostProvenAt: new Date() } });
  const { port } = new URL(baseURL ?? '');
  const { page, close } = await mappedBrowser(host);
  try {
    const root = `http://${host}:${port}`;
    // Every web process knows of a new host within ten seconds.
    await expect.poll(async () => (await page.goto(`${root}/en`))?.status(), { timeout: 30_000 }).toBe(200);
    await page.getByRole('searchbox').fill('return');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'How to return an item' }).click();
    await expect(page).toHaveURL(`${root}/en/articles/how-to-return-an-item`);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
      'href',
      new RegExp(`^https?://${host}`),
    );
    const customer = await customerIn(world);
    const { number } = await world.ticket(owner, { requester: customer, subject: 'Lost lamp' });
    await page.goto(`${root}/en/requests`);
    await page.getByLabel('E-mail address').fill(customer.email);
    await page.getByRole('button', { name: 'Send the mail' }).click();
    await expect(page.getByRole('heading', { name: 'Look in your mailbox' })).toBeVisible();
    await page.getByLabel('Code of six digits').fill(await codeFor(customer.email));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('link', { name: 'Lost lamp' }).click();
    await expect(page).toHaveURL(`${root}/en/requests/${number}`);
    await page.getByLabel('Your answer').fill('It came back.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByText('Thank you. Your message has arrived.')).toBeVisible();
    for (const path of [`/${world.slug}/desk`, '/sign-in', '/api/v1/tickets']) {
      const status = await page.evaluate((asked) => fetch(asked).then((answer) => answer.status), path);
      expect([path, status]).toEqual([path, 404]);
    }
  } finally {
    await close();
  }
});
