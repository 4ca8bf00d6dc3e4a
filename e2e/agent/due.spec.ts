import type { Page } from '@playwright/test';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { savePolicy } from '@/features/sla/commands/save-policy';
import { calendarInput, policyInput } from '@/features/sla/inputs';
import type { StaffContext } from '@/server/context';
import type { newWorld } from '../../tests/support/world';
import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';

type World = Awaited<ReturnType<typeof newWorld>>;

const MINUTES = { first_reply: { normal: 60, high: 300 }, requester_wait: { normal: 600, high: 600 } };

/**
 * A desk that is open around the clock and promises a first reply within an hour: a ticket of two hours ago, one that has
 * ten minutes left, one with hours to go, and one to which nothing is promised.
 */
async function withDay(world: World): Promise<StaffContext> {
  const agent = await world.member({ name: 'Kiss Zsófia' });
  const owner = await world.member({ role: 'owner' });
  const always = Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]);
  const times = { name: 'Always', timeZone: 'Europe/Budapest', week: always };
  const calendar = await saveCalendar(owner, calendarInput.parse(times));
  if (!calendar.ok) throw new Error(calendar.error.code);
  const targets = Object.entries(MINUTES).flatMap(([metric, minutes]) =>
    Object.entries(minutes).map(([priority, each]) => ({ metric, priority, minutes: each })),
  );
  const { calendarId } = calendar.value;
  await savePolicy(owner, policyInput.parse({ name: 'Standard', calendarId, targets }));
  const opened = (subject: string, priority: string) =>
    world.ticket(agent, { subject, priority, assigneeId: agent.actor.id });
  world.pass(-2 * 3600);
  await opened('Parcel is late', 'normal');
  world.pass(70 * 60);
  await opened('Kettle leaks', 'normal');
  world.pass(50 * 60);
  await opened('Question about colours', 'high');
  await opened('Nothing promised', 'low');
  return agent;
}

test('an agent’s day: what is late comes first, is warned of by mail, and the clock follows what the agent does', async ({
  page,
  world,
  signIn,
}) => {
  test.setTimeout(180_000);
  const agent = await withDay(world);
  const { db, workspaceId } = world;
  await signIn(agent, { locale: 'en' });
  await page.goto(`/${world.slug}/desk?view=mine`);
  await page.getByRole('link', { name: 'Next due' }).click();
  const lines = page.getByRole('table').getByRole('link');
  const order = ['Parcel is late', 'Kettle leaks', 'Question about colours', 'Nothing promised'];
  await expect(lines).toHaveText(order);
  await expect(page.getByRole('row', { name: /Parcel is late/ })).toContainText(/h( \d+ min)? late/);
  await expect(page.getByRole('row', { name: /Kettle leaks/ })).toContainText('min left');
  await expectAccessible(page);

  const spans = page.getByRole('navigation', { name: 'Which' });
  await spans.getByRole('link', { name: 'Late' }).click();
  await expect(lines).toHaveText(['Parcel is late']);
  await spans.getByRole('link', { name: 'Within the hour' }).click();
  await expect(lines).toHaveText(['Kettle leaks']);
  await spans.getByRole('link', { name: 'All' }).click();
  await expect(lines).toHaveText(order);

  // The worker looks at what is due once a minute.
  const { email } = await db.user.findUniqueOrThrow({ where: { id: agent.actor.id ?? '' } });
  await expect(async () => {
    const mails = await db.outgoingMail.findMany({ where: { workspaceId, rcptTo: { has: email } } });
    const told = mails.map(({ text }) => text).join();
    expect(told).toMatch(/Parcel is late: First reply was due/);
    expect(told).toMatch(/Kettle leaks: First reply, due .*, comes near/);
  }).toPass({ timeout: 100_000 });

  await lines.first().click();
  const panel = page.getByRole('region', { name: 'Due times' });
  await expect(panel).toContainText(/late since/);
  await expect(page.getByText('First reply was missed')).toBeVisible();
  await page.getByRole('link', { name: 'Next ticket' }).click();
  await expect(page.getByRole('heading', { name: 'Kettle leaks' })).toBeVisible();
  await page.getByRole('link', { name: 'Previous ticket' }).click();
  await expect(page.getByRole('heading', { name: 'Parcel is late' })).toBeVisible();

  await page.getByLabel('Status', { exact: true }).selectOption('pending');
  await expect(panel).toContainText(/paused since .* while waiting for the customer/);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Back to My work' }).click();
  await expect(page).toHaveURL(/sort=due/);
});

/** Waits until the page has asked for nothing for two seconds: what is cut off on its way makes the framework load anew. */
async function calm(page: Page): Promise<void> {
  let askedAt = Date.now();
  page.on('request', () => {
    askedAt = Date.now();
  });
  await expect.poll(() => Date.now() - askedAt, { timeout: 30_000 }).toBeGreaterThan(2_000);
}

test('a countdown goes on by itself, without the server', async ({ page, context, world, signIn }) => {
  await signIn(await withDay(world), { locale: 'en' });
  await page.clock.install();
  await openLive(page, `/${world.slug}/desk?view=mine&sort=due`);
  const line = page.getByRole('row', { name: /Kettle leaks/ });
  await expect(line).toContainText('min left');
  await calm(page);
  await context.setOffline(true);
  // What counts down may wake a moment after the line is heard.
  await expect(async () => {
    await page.clock.fastForward(11 * 60_000);
    await expect(line).toContainText('late', { timeout: 2_000 });
  }).toPass();
});

const LANGUAGES = [
  {
    locale: 'en',
    spans: ['Late', 'Within the hour', 'Today'],
    panel: 'Due times',
    metric: 'First reply',
    late: 'late since',
  },
  {
    locale: 'hu',
    spans: ['Lejárt', 'Egy órán belül', 'Még ma'],
    panel: 'Határidők',
    metric: 'Első válasz',
    late: 'késésben',
  },
  {
    locale: 'lv',
    spans: ['Nokavētie', 'Stundas laikā', 'Vēl šodien'],
    panel: 'Termiņi',
    metric: 'Pirmā atbilde',
    late: 'kavējas kopš',
  },
] as const;

for (const { locale, spans, panel, metric, late } of LANGUAGES) {
  test(`due times are told in the reader’s language: ${locale}`, async ({ page, world, signIn }) => {
    await signIn(await withDay(world), { locale });
    await page.goto(`/${world.slug}/desk?view=mine&sort=due`);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    for (const span of spans) {
      await expect(page.getByRole('link', { name: span, exact: true })).toBeVisible();
    }
    await page.getByRole('table').getByRole('link').first().click();
    const clocks = page.getByRole('region', { name: panel });
    await expect(clocks).toContainText(metric);
    await expect(clocks).toContainText(late);
    await expectAccessible(page);
  });
}
