import { newForm } from '../../tests/features/forms/support';
import { liveArticle } from '../../tests/features/knowledge/support';
import { mappedBrowser } from '../support/mapped-browser';
import { customerIn } from '../support/portal';
import { codeFor } from '../support/portal-journey';
import { expect, test } from '../support/test';

test('at a host of its own the portal is searched, read, asked and signed in to, robots find their way, and nothing else answers there', async ({
  world,
  baseURL,
}) => {
  const host = `help-${world.slug}.lamps.example`.toLowerCase();
  const owner = await world.member({ role: 'owner' });
  await liveArticle(owner);
  await newForm(owner);
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
    // What robots are told there names this host, and every page that the map lists is there.
    const robots = await (await page.goto(`${root}/robots.txt`))?.text();
    expect(robots).toMatch(new RegExp(`Sitemap: https?://${host}\\S*/sitemap.xml`));
    const map = await (await page.goto(`${root}/sitemap.xml`))?.text();
    const listed = [...(map ?? '').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at = '']) => new URL(at));
    expect(listed.map(({ pathname }) => pathname)).toContain('/en/articles/how-to-return-an-item');
    for (const { hostname, pathname } of listed) {
      const status = (await page.goto(`${root}${pathname}`))?.status();
      expect([hostname, pathname, status]).toEqual([host, pathname, 200]);
    }
    await page.goto(`${root}/en/requests/new`);
    const request = page.frameLocator('iframe[title="Questions"]');
    await request.locator('#name').pressSequentially('Anna Ozola', { delay: 35 });
    await request.locator('#email').pressSequentially(`anna@${world.slug}.test`, { delay: 35 });
    await request.locator('#subject').pressSequentially('Sent from your own address', { delay: 35 });
    await request.locator('#message').pressSequentially('The lamp is dark.', { delay: 35 });
    await request.getByRole('button', { name: 'Send' }).click();
    await expect(request.getByText(/number/i)).toBeVisible();
    await expect
      .poll(() => db.ticket.count({ where: { workspaceId, subject: 'Sent from your own address' } }))
      .toBe(1);

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
