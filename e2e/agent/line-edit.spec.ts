import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('status, priority, assignee and tags are changed from the line, by keys and by hand, and taken back', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  for (const subject of ['Older', 'Newer']) {
    await world.ticket(agent, { subject, tags: ['kettle'] });
    world.pass(60);
  }
  const { workspaceId, db } = world;
  const newer = () =>
    db.ticket.findFirstOrThrow({
      where: { workspaceId, subject: 'Newer' },
      select: {
        ...{ status: true, priority: true, assigneeId: true },
        tags: { select: { tag: { select: { name: true } } } },
      },
    });
  await signIn(agent);
  const live = page.waitForResponse((answer) => answer.url().includes('/api/live') && answer.ok());
  await page.goto(`/${world.slug}/desk?view=open`);
  await live;
  const line = page.getByRole('row', { name: /Newer/ });
  const link = line.getByRole('link');
  await expect(async () => {
    await page.keyboard.press('k');
    await expect(link).toBeFocused({ timeout: 250 });
  }).toPass();

  await expectAccessible(page);
  await page.keyboard.press('p');
  await expect(page.getByRole('menu', { name: 'Priority' })).toBeVisible();
  await page.keyboard.type('urg');
  await expect(page.getByRole('menuitem', { name: 'Urgent' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line.getByRole('button', { name: 'Urgent' })).toBeVisible();
  await expect(link).toBeFocused();
  await expect.poll(async () => (await newer()).priority).toBe('urgent');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await newer()).priority).toBe('normal');

  await link.focus();
  await page.keyboard.press('a');
  await page.getByRole('menuitem', { name: 'Zsófia Kiss' }).press('Enter');
  await expect.poll(async () => (await newer()).assigneeId).toBe(agent.actor.id);
  await expect(line.getByRole('button', { name: 'Zsófia Kiss' })).toBeVisible();

  await link.focus();
  await page.keyboard.press('t');
  await page.getByRole('combobox', { name: 'Tags' }).fill('vip, recall');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect
    .poll(async () => (await newer()).tags.map(({ tag }) => tag.name).toSorted())
    .toEqual(['recall', 'vip']);
  await expect(link).toBeFocused();

  await line.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('menuitem', { name: 'Pending' }).click();
  await expect.poll(async () => (await newer()).status).toBe('pending');

  // Two keys that lead elsewhere open nothing here.
  await link.focus();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/view=solved/);
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('what is refused stands as it was, with the reason; readers have nothing to change', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member();
  await world.ticket(agent, { subject: 'Kettle' });
  await signIn(agent);
  await page.goto(`/${world.slug}/desk?view=open`);
  const line = page.getByRole('row', { name: /Kettle/ });
  await expect(line).toBeVisible();
  await world.db.ticket.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { status: 'closed', closedAt: world.now() },
  });
  const menu = page.getByRole('menuitem', { name: 'Urgent' });
  await expect(async () => {
    await line.getByRole('button', { name: 'Normal' }).click();
    await expect(menu).toBeVisible({ timeout: 500 });
  }).toPass();
  await menu.click();
  await expect(page.getByText('1 ticket is closed and stays as it is')).toBeVisible();
  await expect(line.getByRole('button', { name: 'Urgent' })).toHaveCount(0);

  await signIn(await world.member({ role: 'light_agent' }));
  await page.goto(`/${world.slug}/desk?view=open`);
  await expect(line).toBeVisible();
  await line.getByRole('link').focus();
  await page.keyboard.press('s');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(line.getByRole('button')).toHaveAccessibleName(/^Preview/);
});
