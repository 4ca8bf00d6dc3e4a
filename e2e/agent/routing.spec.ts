import { saveQueue } from '@/features/routing/commands/save-queue';
import { setAvailability } from '@/features/routing/commands/set-availability';
import { queueInput } from '@/features/routing/inputs';
import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';

type World = Parameters<Parameters<typeof test>[2]>[0]['world'];

/** A team with one agent and a queue that works as `rules` say. */
async function newTeam(world: World, rules: Record<string, unknown>) {
  const owner = await world.member({ role: 'owner', name: 'Olga Owner' });
  const teamId = await world.team('Orders');
  const saved = await saveQueue(owner, queueInput.parse({ teamId, ...rules }));
  if (!saved.ok) throw new Error(saved.error.code);
  const agent = await world.member({ name: 'Kiss Zsófia', teamIds: [teamId] });
  return { owner, teamId, agent };
}

const LANGUAGES = [
  { locale: 'en', online: 'Online', you: 'you got it: you speak Hungarian, the only one with room' },
  { locale: 'hu', online: 'Elérhető', you: 'Ön kapta: beszél magyarul, csak nála van hely' },
  { locale: 'lv', online: 'Pieejams', you: 'saņēmāt Jūs: runājat ungāriski, vienīgā brīvā vieta' },
] as const;

for (const { locale, online, you } of LANGUAGES) {
  test(`whoever says that they are online gets what waits, and reads why (${locale})`, async ({
    page,
    world,
    signIn,
  }) => {
    const { owner, teamId, agent } = await newTeam(world, { mode: 'push' });
    await world.db.membership.updateMany({
      where: { workspaceId: world.workspaceId, userId: agent.actor.id ?? '' },
      data: { languages: ['hu'] },
    });
    const { number } = await world.ticket(owner, { teamId, language: 'hu', subject: 'Kanna törött' });
    await signIn(agent, { locale });
    await openLive(page, `/${world.slug}/desk`);
    await page.getByRole('button', { name: /Kiss Zsófia/ }).click();
    await page.getByRole('menuitemradio', { name: online }).click();
    await expect(page.getByRole('button', { name: new RegExp(`Kiss Zsófia\\s*, ${online}`) })).toBeVisible();
    await expect(page.getByRole('table').getByRole('link')).toHaveText(['Kanna törött']);
    await page.goto(`/${world.slug}/desk/tickets/${number}`);
    await expect(page.getByText(you)).toBeVisible();
    await expectAccessible(page);
  });
}

test('the next ticket is taken by a key, one after the other, until nothing waits', async ({
  page,
  world,
  signIn,
}) => {
  const { owner, teamId, agent } = await newTeam(world, { mode: 'pull', order: 'priority' });
  await world.ticket(owner, { teamId, subject: 'Second' });
  await world.ticket(owner, { teamId, subject: 'First', priority: 'urgent' });
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk`);
  await expect(async () => {
    await page.keyboard.press('q');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('First', { timeout: 2_000 });
  }).toPass();
  await page.getByRole('button', { name: 'Take the next ticket' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Second');
  await page.getByRole('button', { name: 'Take the next ticket' }).click();
  await expect(page.getByText('Nothing waits in your queues.')).toBeVisible();
});

test('days off are planned with a substitute, shown on the workload page, and cancelled', async ({
  page,
  context,
  world,
  signIn,
}) => {
  const { owner, agent } = await newTeam(world, { mode: 'push' });
  await world.member({ name: 'Jānis Bērziņš' });
  await signIn(agent);
  await page.goto(`/${world.slug}/me#availability`);
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('First day').fill(day);
  await page.getByLabel('Last day').fill('2020-01-01');
  await page.getByRole('button', { name: 'Plan time off' }).click();
  await expect(page.getByText('Give a day that is not before the first one.')).toBeVisible();
  await page.getByLabel('Last day').fill(day);
  await page.getByLabel('Substitute').selectOption({ label: 'Jānis Bērziņš' });
  await page.getByRole('button', { name: 'Plan time off' }).click();
  await expect(page.getByText('Jānis Bērziņš stands in')).toBeVisible();
  await page.getByRole('radio', { name: 'On a break' }).check();
  await expectAccessible(page);

  await context.clearCookies();
  await signIn(owner);
  await page.goto(`/${world.slug}/workload`);
  const row = page.getByRole('row', { name: /Kiss Zsófia/ });
  await expect(row).toContainText('On a break');
  await expect(page.getByRole('listitem').filter({ hasText: 'Jānis Bērziņš stands in' })).toBeVisible();

  await context.clearCookies();
  await signIn(agent);
  await page.goto(`/${world.slug}/me`);
  await page.getByRole('button', { name: /^Cancel the time off/ }).click();
  await expect(page.getByText('Nothing is planned.')).toBeVisible();
});

test('the workload page tells who has how much and why something waits, and keeps up by itself', async ({
  page,
  world,
  signIn,
}) => {
  const { owner, teamId, agent } = await newTeam(world, { mode: 'push' });
  await world.ticket(owner, { teamId, subject: 'Latvian question', language: 'lv' });
  await world.ticket(owner, { teamId, subject: 'Taken', assigneeId: agent.actor.id });
  await signIn(owner);
  await openLive(page, `/${world.slug}/workload`);
  const queue = page.getByRole('article', { name: 'Orders' });
  await expect(queue).toContainText('Latvian question');
  await expect(queue).toContainText('Nobody of the team is online');
  await expectAccessible(page);

  await world.db.membership.updateMany({
    where: { workspaceId: world.workspaceId, userId: agent.actor.id ?? '' },
    data: { languages: ['hu', 'en'] },
  });
  await setAvailability(agent, { state: 'online' });
  await expect(queue).toContainText('Nobody online speaks Latvian');
  await expect(queue).toContainText('1 of 1 person online');
  const row = page.getByRole('row', { name: /Kiss Zsófia/ });
  await expect(row).toContainText('1 ticket');
  await expect(row).toContainText('1 of 20');
});

test('an agent does not find the workload page', async ({ page, world, signIn }) => {
  await signIn(await world.member());
  await page.goto(`/${world.slug}/desk`);
  await expect(page.getByRole('link', { name: 'Workload' })).toBeHidden();
  const answer = await page.goto(`/${world.slug}/workload`);
  expect(answer?.status()).toBe(404);
});
