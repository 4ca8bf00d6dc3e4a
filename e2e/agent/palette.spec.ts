import type { Page } from '@playwright/test';
import { indexTicket } from '@/features/search/jobs';
import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';

async function choose(page: Page, typed: string, name: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(typed);
  await expect(page.getByRole('option', { selected: true })).toHaveText(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Commands and places' })).toBeHidden();
}

test('by keyboard alone: a ticket is found by number, changed, answered and left by the palette', async ({
  page,
  world,
  signIn,
}) => {
  const admin = await world.member({ role: 'admin' });
  const { number, ticketId } = await world.ticket(admin, { subject: 'Kettle lid' });
  await indexTicket(world.db, { workspaceId: world.workspaceId, ticketId });
  await signIn(admin);
  await openLive(page, `/${world.slug}/desk?view=open`);

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands and places' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await expect(palette.getByRole('option', { name: /^New ticket/ })).toBeVisible();
  await expect(palette.getByRole('option', { name: 'Administration: Teams' })).toBeAttached();
  await expect(palette.getByRole('option', { name: /^Reply/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await choose(page, String(number), new RegExp(`^#${number} Kettle lid`));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kettle lid');
  await expect(page.getByRole('button', { name: 'Snooze', exact: true })).toBeVisible();

  await choose(page, 'me assign', /^Assign to me/);
  await expect(page.locator('[data-field=a]')).toHaveValue(admin.actor.id ?? '');
  await choose(page, 'pending', /^Status: pending/);
  await expect(page.locator('[data-field=s]')).toHaveValue('pending');
  await choose(page, 'snooze', /^Snooze/);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await choose(page, 'reply', /^Reply/);
  await expect(page.locator('.ProseMirror').first()).toBeFocused();
  await page.keyboard.type('On its way.');

  await choose(page, 'business cal', /Calendars|calendars/);
  await expect(page).toHaveURL(/\/admin\/calendars$/);
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('group', { name: 'Seen last' }).getByRole('option')).toHaveText(
    new RegExp(`#${number}`),
  );
});

test('only what one may do and enter is offered, and accents do not matter', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ role: 'agent' });
  await signIn(agent, { locale: 'hu' });
  await openLive(page, `/${world.slug}/desk?view=open`);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Parancsok és helyek' });
  await page.keyboard.type('ugyfe');
  await expect(palette.getByRole('option', { selected: true })).toHaveText('Ügyfelek');
  await palette.getByRole('combobox').fill('adminisztracio');
  await expect(palette.getByText('Semmit sem hívnak így.')).toBeVisible();
  await expect(palette.getByRole('option')).toHaveCount(0);
});
