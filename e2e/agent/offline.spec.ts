import type { Locator, Page } from '@playwright/test';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';

const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Text of the reply' });
const conversation = (page: Page): Locator => page.getByRole('region', { name: 'Conversation', exact: true });

async function open(page: Page, slug: string, number: number): Promise<void> {
  await openLive(page, `/${slug}/desk/tickets/${number}`);
}

async function write(page: Page, text: string): Promise<void> {
  await expect(async () => {
    if (!(await editor(page).isVisible())) await page.keyboard.press('r');
    await expect(editor(page)).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type(text);
}

async function answer(page: Page, text: string): Promise<void> {
  await write(page, text);
  await page.keyboard.press('Control+Enter');
}

test('answers that are sent without a network wait, are seen to wait, and go out once when it is back', async ({
  page,
  context,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const { number, ticketId } = await world.ticket(agent);
  await signIn(agent);
  await open(page, world.slug, number);
  await write(page, 'The first answer.');
  await context.setOffline(true);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 message waits for the connection')).toBeVisible();
  await answer(page, 'And the second.');
  await expect(page.getByText('2 messages wait for the connection')).toBeVisible();
  await expect(conversation(page).getByText('Waits for the connection, then goes out by itself')).toHaveCount(
    2,
  );
  await expectAccessible(page);

  await context.setOffline(false);
  await expect(
    page.getByText(/The 2 messages that waited have been sent|The message that waited/).first(),
  ).toBeVisible();
  await expect(conversation(page).getByText('Waits for the connection')).toHaveCount(0);
  await expect(conversation(page).getByText('And the second.')).toBeVisible();
  const where = { workspaceId: world.workspaceId, ticketId, authorKind: 'user' as const };
  await expect.poll(() => world.db.message.count({ where })).toBe(2);
});

test('an answer whose receipt got lost is sent again and stands there once; one that came too late comes back', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const other = await world.member({ name: 'Péter Nagy' });
  const { number, ticketId } = await world.ticket(agent);
  await signIn(agent);
  await open(page, world.slug, number);
  const isSend = (url: URL) => url.pathname.endsWith(`/desk/tickets/${number}`);
  let lost = 0;
  await page.route(isSend, async (route) => {
    if (lost > 0 || route.request().method() !== 'POST') return route.fallback();
    lost++;
    await route.fetch();
    return route.abort();
  });
  await answer(page, 'Said once.');
  await expect(page.getByText('The message that waited has been sent.')).toBeVisible();
  const where = { workspaceId: world.workspaceId, ticketId, authorUserId: agent.actor.id };
  expect(await world.db.message.count({ where })).toBe(1);
  await expect(conversation(page).getByText('Said once.')).toHaveCount(1);

  await page.route(isSend, (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  );
  await answer(page, 'Too late.');
  await expect(page.getByText('1 message waits for the connection')).toBeVisible();
  const his = replyInput.parse({ ticketId, html: '<p>His answer</p>', submitAs: 'open' });
  expect((await replyToTicket(other, his)).ok).toBe(true);
  await page.unroute(isSend);
  await expect(page.getByText('A message could not be sent.')).toBeVisible();
  await expect(conversation(page).getByText(/^Not sent\./)).toBeVisible();
  await expectAccessible(page);
  await conversation(page).getByRole('button', { name: 'Back to the composer' }).click();
  await expect(editor(page)).toHaveText('Too late.');
  expect(await world.db.message.count({ where })).toBe(1);
});

test.describe('as an app', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the desk can be installed, and a page that cannot be loaded says so and comes back by itself', async ({
    page,
    context,
    world,
    signIn,
  }) => {
    const agent = await world.member();
    await signIn(agent, { locale: 'en' });
    await page.goto(`/${world.slug}/desk?view=open`);
    const manifest = await page.locator('link[rel=manifest]').getAttribute('href');
    const told = await (await page.request.get(manifest ?? '')).json();
    expect(told).toMatchObject({ start_url: '/desk', display: 'standalone' });
    for (const { src } of told.icons)
      expect((await page.request.get(src)).headers()['content-type']).toBe('image/png');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();

    await context.setOffline(true);
    await page.goto(`/${world.slug}/customers`).catch(() => undefined);
    await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible();
    await expectAccessible(page);
    await context.setOffline(false);
    await expect(page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible();
  });
});
