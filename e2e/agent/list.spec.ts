import type { Page } from '@playwright/test';
import { newField } from '../../tests/features/fields/support';
import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';

const lines = (page: Page) => page.getByRole('table').getByRole('link');

/** Puts the focus on the first line by its key, as soon as the page listens to keys. */
async function focusFirst(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('k');
    await expect(lines(page).first()).toBeFocused({ timeout: 250 });
  }).toPass();
}

test('what comes in appears by itself, while nobody reads the list', async ({ page, world, signIn }) => {
  const agent = await world.member({ name: 'Kiss Zsófia' });
  await world.ticket(agent, { subject: 'Kanna törött' });
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk?view=open`);
  await expect(lines(page)).toHaveText(['Kanna törött']);

  world.pass(60);
  await world.ticket(agent, { subject: 'Számla kérése' });
  await expect(lines(page)).toHaveText(['Számla kérése', 'Kanna törött']);
});

test('nothing moves under a reader: what is new waits behind a button', async ({ page, world, signIn }) => {
  const agent = await world.member();
  await world.ticket(agent, { subject: 'First' });
  world.pass(60);
  await world.ticket(agent, { subject: 'Second' });
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk?view=open`);
  await focusFirst(page);

  world.pass(60);
  for (const subject of ['Third', 'Fourth']) await world.ticket(agent, { subject });
  await expect(page.getByRole('button', { name: '2 new' })).toBeVisible();
  await expect(lines(page)).toHaveText(['Second', 'First']);

  await page.keyboard.press('.');
  await expect(lines(page)).toHaveText(['Fourth', 'Third', 'Second', 'First']);
  await expect(page.getByRole('button', { name: '2 new' })).toBeHidden();
});

test('a dropped network is said, and what came meanwhile is there when it is back', async ({
  page,
  context,
  world,
  signIn,
}) => {
  const agent = await world.member();
  await world.ticket(agent, { subject: 'Before' });
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk?view=open`);

  await context.setOffline(true);
  await expect(page.getByText('The connection is lost.')).toBeVisible();
  world.pass(60);
  await world.ticket(agent, { subject: 'Meanwhile' });
  await context.setOffline(false);
  await expect(lines(page)).toHaveText(['Meanwhile', 'Before']);
  await expect(page.getByText('The connection is lost.')).toBeHidden();
});

test('the list is worked with the keyboard alone', async ({ page, world, signIn }) => {
  const agent = await world.member();
  for (const subject of ['Oldest', 'Middle', 'Newest']) {
    await world.ticket(agent, { subject });
    world.pass(60);
  }
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk?view=open`);
  await expect(lines(page)).toHaveCount(3);

  await focusFirst(page);
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Middle', exact: true })).toBeFocused();
  await page.keyboard.press('k');
  await expect(page.getByRole('link', { name: 'Newest', exact: true })).toBeFocused();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Unassigned');

  await page.keyboard.press('/');
  await page.keyboard.type('j?');
  await expect(page.getByRole('combobox', { name: /^Search/ })).toHaveValue('j?');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New ticket');
});

test('single-key shortcuts can be switched off', async ({ page, world, signIn }) => {
  const agent = await world.member();
  await world.ticket(agent);
  await signIn(agent, { shortcuts: false });
  await openLive(page, `/${world.slug}/desk?view=open`);
  await expect(lines(page)).toHaveCount(1);
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  await expect(lines(page).first()).not.toBeFocused();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a long list is read page by page, there and back', async ({ page, world, signIn }) => {
  const agent = await world.member();
  for (let number = 1; number <= 53; number++) {
    world.pass(1);
    await world.ticket(agent, { subject: `Ticket ${number}` });
  }
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk?view=open`);
  await expect(lines(page)).toHaveCount(50);
  await page.getByRole('link', { name: 'Older' }).click();
  await expect(lines(page)).toHaveText(['Ticket 3', 'Ticket 2', 'Ticket 1']);
  await page.getByRole('link', { name: 'Newer' }).click();
  await expect(lines(page)).toHaveCount(50);
  await expect(lines(page).first()).toHaveText('Ticket 53');
});

test('a ticket is opened by hand, and a reload loses nothing that was typed', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member();
  await world.ticket(agent, { requester: { email: 'ilze@customer.test', name: 'Bērziņa Ilze' } });
  await newField(await world.member({ role: 'admin' }), {
    key: 'grinder',
    names: { en: 'Grinder' },
    requirement: 'always',
    shownWhen: [{ field: 'type', anyOf: ['problem'] }],
  });
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk/new`);
  await page.getByLabel('Requester').fill('berzina');
  await page.getByRole('option', { name: /Bērziņa Ilze/ }).click();
  await expect(page.getByLabel('Requester')).toHaveValue('ilze@customer.test');
  await page.getByLabel('Subject').fill('Called about the grinder');
  await page.getByRole('button', { name: 'Create ticket' }).click();
  await expect(page.getByLabel('Message')).toBeFocused();
  await expect(page.getByText('Fill this in.')).toBeVisible();

  await page.reload();
  await expect(page.getByLabel('Subject')).toHaveValue('Called about the grinder');
  await page.getByLabel('Message').fill('She wants it ground finer.\n\nCall back on Monday.');
  await expect(page.getByRole('textbox', { name: 'Grinder' })).toBeHidden();
  await page.getByLabel('Type', { exact: true }).selectOption('problem');
  await page.getByRole('button', { name: 'Create ticket' }).click();
  await expect(page.getByRole('textbox', { name: 'Grinder' })).toBeFocused();
  await expect(page.getByText('This is needed.')).toBeVisible();
  await expect(page.getByLabel('Message')).toHaveValue(/ground finer/);
  await page.getByRole('textbox', { name: 'Grinder' }).fill('Stone mini');
  await page.getByRole('button', { name: 'Create ticket' }).click();
  await expect(page).toHaveURL(/\/desk\/tickets\/\d+/);
  await expect(page.getByRole('textbox', { name: 'Grinder' })).toHaveValue('Stone mini');
  await page.goto(`/${world.slug}/desk?view=unassigned`);
  await expect(page.getByRole('row', { name: /Called about the grinder/ })).toContainText('Bērziņa Ilze');
});

test('a signed-out person is led to the door, and a stranger to nothing', async ({ page, world, signIn }) => {
  const other = await world.member();
  await page.goto(`/${world.slug}/desk?view=open`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await other.db.membership.updateMany({
    where: { userId: other.actor.id as string },
    data: { deactivatedAt: new Date() },
  });
  await signIn(other);
  const answer = await page.goto(`/${world.slug}/desk?view=open`);
  expect(answer?.status()).toBe(404);
});

for (const [locale, theme] of [
  ['en', 'light'],
  ['hu', 'dark'],
  ['lv', 'light'],
] as const) {
  test(`list, search, keys and form are accessible (${locale}, ${theme})`, async ({
    page,
    world,
    signIn,
  }) => {
    const agent = await world.member({ name: 'Farkas-Wolfensberger Dóra Magdolna' });
    await world.ticket(agent, {
      subject: 'A subject that is a good deal longer than any line of the list can hold '.repeat(3).trim(),
      requester: { email: 'long@customer.test', name: 'Wolfeschlegelsteinhausenbergerdorff Hubert Blaine' },
      priority: 'urgent',
      tags: ['warranty', 'a very long tag that nobody should have made', 'vip', 'loud'],
      assigneeId: agent.actor.id,
    });
    await signIn(agent, { locale, theme });
    for (const path of ['desk?view=mine', 'desk?view=solved', 'desk?q=nothing', 'desk/new']) {
      await page.goto(`/${world.slug}/${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
  });
}
