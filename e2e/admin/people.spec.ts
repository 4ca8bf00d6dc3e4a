import type { Page } from '@playwright/test';
import { newId } from '@/server/ids';
import { expectAccessible } from '../support/axe';
import { mailedToken } from '../support/mails';
import { expect, test } from '../support/test';

test('an invitation is mailed, accepted by somebody new, and shows who came', async ({
  page,
  browser,
  baseURL,
  world,
  signIn,
}) => {
  const admin = await world.member({ role: 'admin', name: 'Anna Bērziņa' });
  await world.team('Billing');
  const email = `${newId()}@new.test`;
  await signIn(admin);
  await page.goto(`/${world.slug}/admin/people`);
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: 'Owner' })).toHaveCount(0);
  await expectAccessible(page);
  await dialog.getByLabel('E-mail address').fill('no address');
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(dialog.getByLabel('E-mail address')).toBeFocused();
  await expect(dialog.getByText('Enter an e-mail address')).toBeVisible();
  await dialog.getByLabel('E-mail address').fill(email);
  await dialog.getByLabel('Language').selectOption('hu');
  await dialog.getByRole('checkbox', { name: 'Billing' }).check();
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText(`An invitation is on its way to ${email}.`)).toBeVisible();
  await page.getByRole('link', { name: 'Invited' }).click();
  await expect(page.getByRole('cell', { name: email, exact: true })).toBeVisible();

  const token = await mailedToken(email);
  const context = await browser.newContext({ baseURL: String(baseURL), locale: 'hu-HU' });
  const guest = await context.newPage();
  await guest.goto(`/invitation/${token}`);
  await expectAccessible(guest);
  await guest.getByLabel('Az Ön neve').fill('Új Kolléga');
  await guest.getByLabel('Válasszon jelszót').fill('rövid');
  await guest.getByRole('button', { name: 'Fiók létrehozása' }).click();
  await expect(guest.getByText(/túl rövid/)).toBeVisible();
  await guest.getByLabel('Válasszon jelszót').fill('kikötői vízforraló 42');
  await guest.getByRole('button', { name: 'Fiók létrehozása' }).click();
  await expect(guest).toHaveURL(`/${world.slug}/desk`);
  await guest.goto(`/invitation/${token}`);
  await expect(guest.getByRole('heading', { name: /már nem érvényes/ })).toBeVisible();
  await context.close();

  await page.getByRole('link', { name: 'Active' }).click();
  const line = page.getByRole('row', { name: /Új Kolléga/ });
  await expect(line).toContainText('Billing');
  await expect(line).toContainText('Agent');
  await page.goto(`/${world.slug}/admin/audit`);
  await expect(page.getByRole('cell', { name: `Invited ${email}` })).toBeVisible();
  await expect(page.getByRole('cell', { name: `Accepted the invitation as ${email}` })).toBeVisible();
  await expectAccessible(page);
});

test('somebody with an account joins with it', async ({ page, world, signIn }) => {
  const admin = await world.member({ role: 'admin', name: 'Anna Bērziņa' });
  const email = `${newId()}@staff.test`;
  await signIn(admin);
  await page.goto(`/${world.slug}/admin/people`);
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText('An invitation is on its way')).toBeVisible();
  const token = await mailedToken(email);
  await page.goto(`/invitation/${token}`);
  await expect(page.getByText('You are signed in as')).toBeVisible();

  const id = newId();
  await world.db.user.create({ data: { id, email, name: 'Līga Kalniņa' } });
  await signIn({ ...admin, actor: { ...admin.actor, id } });
  await page.goto(`/invitation/${token}`);
  await page.getByRole('button', { name: 'Join as Līga Kalniņa' }).click();
  await expect(page).toHaveURL(`/${world.slug}/desk`);
});

test('role and teams are changed, and a deactivated colleague is out at the next click', async ({
  page,
  browser,
  baseURL,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Kiss Zsófia' });
  await world.ticket(agent, { assigneeId: agent.actor.id });
  await signIn(agent);
  const context = await browser.newContext({ baseURL: String(baseURL) });
  await context.addCookies(await page.context().cookies());
  const theirs = await context.newPage();
  await theirs.goto(`/${world.slug}/desk`);
  await expect(theirs.getByRole('main')).toBeVisible();

  await world.team('Billing');
  await signIn(await world.member({ role: 'owner', name: 'Anna Bērziņa' }));
  await page.goto(`/${world.slug}/admin/people`);
  await page.getByRole('button', { name: 'Actions for Kiss Zsófia' }).click();
  await page.getByRole('menuitem', { name: 'Change role and teams' }).click();
  await page.getByRole('radio', { name: 'Manager' }).check();
  await page.getByRole('checkbox', { name: 'Billing' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row', { name: /Kiss Zsófia/ })).toContainText('Manager');
  await expect(page.getByRole('row', { name: /Kiss Zsófia/ })).toContainText('Billing');

  await page.getByRole('button', { name: 'Actions for Kiss Zsófia' }).click();
  await page.getByRole('menuitem', { name: 'Deactivate' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Deactivate', exact: true }).click();
  await expect(page.getByText('1 ticket waits for a new assignee.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Kiss Zsófia/ })).toHaveCount(0);
  await theirs.goto(`/${world.slug}/desk`);
  await expect(theirs.getByRole('heading', { name: /is not here/ })).toBeVisible();
  await context.close();
});

test('a manager looks, an agent finds nothing there', async ({ page, world, signIn }) => {
  await signIn(await world.member({ role: 'manager', name: 'Jānis Ozols' }));
  await page.goto(`/${world.slug}/admin/people`);
  await expect(page.getByRole('row', { name: /Jānis Ozols/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Invite somebody' })).toHaveCount(0);
  const gone = page.getByRole('heading', { name: /is not here/ });
  await page.goto(`/${world.slug}/admin/workspace`);
  await expect(gone).toBeVisible();
  await signIn(await world.member({ role: 'agent' }));
  for (const path of ['', '/people', '/teams', '/audit', '/workspace']) {
    await page.goto(`/${world.slug}/admin${path}`);
    await expect(gone).toBeVisible();
  }
});

test('a team is made, filled, led and deleted when it is empty again', async ({ page, world, signIn }) => {
  await world.member({ name: 'Kiss Zsófia' });
  await signIn(await world.member({ role: 'admin', name: 'Anna Bērziņa' }));
  await page.goto(`/${world.slug}/admin/teams`);
  await expect(page.getByText('No teams yet')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New team' }).click();
  await page.getByLabel('Name').fill('Returns');
  await page.getByRole('button', { name: 'Create team' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Returns' })).toBeVisible();
  await page
    .getByRole('checkbox', { name: /Kiss Zsófia/ })
    .first()
    .check();
  await page.getByRole('checkbox', { name: 'Kiss Zsófia leads the team' }).check();
  await expectAccessible(page);
  await saveMembers(page);
  await page.getByRole('link', { name: 'All teams' }).click();
  await expect(page.getByRole('row', { name: /Returns/ })).toContainText('Led by Kiss Zsófia');

  await page.getByRole('link', { name: 'Returns' }).click();
  const remove = page.getByRole('button', { name: 'Delete team' });
  await remove.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete team' }).click();
  await expect(page.getByText('The team still has members')).toBeVisible();
  await page
    .getByRole('checkbox', { name: /Kiss Zsófia/ })
    .first()
    .uncheck();
  await saveMembers(page);
  await remove.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete team' }).click();
  await expect(page.getByText('The team Returns is deleted.')).toBeVisible();
  await expect(page).toHaveURL(/\/teams$/);
});

async function saveMembers(page: Page): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.getByRole('button', { name: 'Save members' }).click();
  await answered;
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
}
