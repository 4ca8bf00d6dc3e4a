import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';

/** Presses a key on something that has the focus, as somebody without a mouse does. */
async function press(target: Locator, key = 'Enter'): Promise<void> {
  await target.focus();
  await target.press(key);
}

/** Chooses in a native list by the first letters of a word. */
async function choose(list: Locator, word: string): Promise<void> {
  await list.focus();
  await list.pressSequentially(word);
  await expect(list.locator('option:checked')).toHaveText(word);
}

/** Ticks one of the values of a condition, by keys. */
async function tick(page: Page, list: Locator, value: string): Promise<void> {
  await press(list);
  await press(page.getByRole('checkbox', { name: value, exact: true }), 'Space');
  await page.keyboard.press('Escape');
}

test('an agent makes a view by keyboard and shares it; a colleague sees it, and its counter move', async ({
  page,
  world,
  signIn,
}) => {
  const teamId = await world.team('Returns');
  const maker = await world.member({ name: 'Emma Taylor', teamIds: [teamId] });
  const mate = await world.member({ name: 'Jānis Bērziņš', teamIds: [teamId] });
  await world.ticket(maker, { subject: 'Broken kettle', priority: 'urgent', teamId });
  await world.ticket(maker, { subject: 'Quiet question', teamId });
  await signIn(maker);
  await openLive(page, `/${world.slug}/desk?view=open`);
  await page.keyboard.press('g');
  await page.keyboard.press('v');
  await expect(page.getByRole('heading', { name: 'Views', level: 1 })).toBeVisible();
  await press(page.getByRole('main').getByRole('link', { name: 'New view' }));

  await page.getByRole('textbox', { name: 'Name' }).focus();
  await page.keyboard.type('Urgent or mine');
  await choose(page.getByRole('combobox', { name: 'For whom' }), 'A team');
  await expect(
    page.getByRole('combobox', { name: 'Team', exact: true }).locator('option:checked'),
  ).toHaveText('Returns');
  await press(page.getByRole('button', { name: 'Add a group' }).first());
  const group = page.getByRole('group', { name: 'Group of conditions' }).nth(1);
  await choose(group.getByRole('combobox', { name: 'Field' }), 'assignee');
  await tick(page, group.getByRole('button', { name: /^assignee, Values/ }), 'me');
  await press(group.getByRole('button', { name: 'Add a condition' }));
  await choose(group.getByRole('combobox', { name: 'Field' }).nth(1), 'priority');
  await tick(page, group.getByRole('button', { name: /^priority, Values/ }), 'Urgent');
  await expectAccessible(page);
  await press(page.getByRole('button', { name: 'Save the view' }));
  await expect(page.getByRole('heading', { name: 'Urgent or mine' })).toBeVisible();
  await expect(page.getByRole('table').getByRole('link')).toHaveText(['Broken kettle']);

  // For herself she parts the list by priority; nobody else sees it so.
  await press(page.getByRole('button', { name: 'Appearance' }));
  await choose(page.getByRole('combobox', { name: 'Grouping' }), 'Priority');
  await press(page.getByRole('button', { name: 'Apply for me' }));
  await expect(page.getByRole('rowheader', { name: 'Urgent' })).toBeVisible();
  await expectAccessible(page);

  await signIn(mate);
  await openLive(page, `/${world.slug}/desk?view=open`);
  const saved = page.getByRole('navigation', { name: 'Saved views' });
  const shared = saved.getByRole('link', { name: /^Urgent or mine/ });
  await expect(shared).toHaveAccessibleName(/^Urgent or mine ?, 1 ticket$/);
  world.pass(1);
  await world.ticket(maker, { subject: 'Steam everywhere', priority: 'urgent', teamId });
  await expect(shared).toHaveAccessibleName(/^Urgent or mine ?, 2 tickets$/, { timeout: 15_000 });
  await press(shared);
  await expect(page.getByRole('table').getByRole('link')).toHaveText(['Steam everywhere', 'Broken kettle']);
  await expect(page.getByRole('rowheader')).toHaveCount(0);
});

test('a view that would read every ticket is refused with the reason, and what was typed stays', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member();
  await signIn(agent, { locale: 'hu' });
  await openLive(page, `/${world.slug}/views/new`);
  await page.getByRole('textbox', { name: 'Név' }).fill('Kannák');
  await page.getByRole('combobox', { name: 'Mező' }).selectOption('subject');
  await page.getByRole('combobox', { name: 'Összehasonlítás' }).selectOption('contains');
  await page.getByRole('textbox', { name: 'Szavak, vesszővel elválasztva' }).fill('kanna');
  await page.getByRole('button', { name: 'Nézet mentése' }).click();
  const reason = page.getByRole('alert').filter({ hasText: 'minden valaha volt jegyet' });
  await expect(reason).toContainText('tárgy');
  await expect(page.getByRole('textbox', { name: 'Név' })).toHaveValue('Kannák');
});
