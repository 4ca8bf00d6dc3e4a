import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

const LANGUAGES = [
  { locale: 'en', calendars: 'Business calendars', policies: 'SLA policies', save: 'Save calendar' },
  { locale: 'hu', calendars: 'Munkaidő-naptárak', policies: 'SLA-szabályok', save: 'Naptár mentése' },
  { locale: 'lv', calendars: 'Darba laika kalendāri', policies: 'SLA politikas', save: 'Saglabāt kalendāru' },
] as const;

test('a calendar is set up by keyboard, with public holidays, a night shift and a preview', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(await world.member({ role: 'admin' }), { locale: 'en' });
  await page.goto(`/${world.slug}/admin/calendars`);
  await page.getByRole('link', { name: 'New calendar' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Office Budapest');
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await zone.fill('budap');
  await zone.press('ArrowDown');
  await zone.press('Enter');
  await expect(zone).toHaveValue('Europe/Budapest');

  await page.getByLabel('Monday, hours 1: to').fill('12');
  await page.getByRole('button', { name: 'Add hours on Monday' }).press('Enter');
  await page.getByLabel('Monday, hours 2: from').fill('13.30');
  await page.getByLabel('Monday, hours 2: to').fill('1800');
  await page.getByRole('button', { name: 'Copy Monday to Tuesday–Friday' }).press('Enter');
  await expect(page.getByLabel('Friday, hours 2: to')).toHaveValue('18:00');
  await page.getByRole('button', { name: 'Add hours on Saturday' }).click();
  await page.getByLabel('Saturday, hours 1: from').fill('22:00');
  await page.getByLabel('Saturday, hours 1: to').fill('06:00');
  await expect(page.getByText('until the next day')).toBeVisible();

  await page.getByRole('button', { name: 'Public holidays…' }).click();
  await page.getByLabel('Country').selectOption('HU');
  await page.getByLabel('Year').last().selectOption('2026');
  await page.getByRole('button', { name: 'Add 19 days' }).click();
  await expect(page.getByText('19 special days in 2026')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save calendar' }).click();

  const row = page.getByRole('row', { name: /Office Budapest/ });
  await expect(row).toContainText('Mon–Fri 09:00–12:00, 13:30–18:00');
  await expect(row).toContainText('Sat 22:00–06:00');
  await expect(row).toContainText('Standard');
  await row.getByRole('link').click();
  await expect(page.getByLabel('Saturday, hours 1: to')).toHaveValue('06:00');
});

test('a calendar file adds its days, and a calendar that never opens is refused with nothing lost', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(await world.member({ role: 'admin' }), { locale: 'en' });
  await page.goto(`/${world.slug}/admin/calendars/new`);
  await page.getByLabel('Name', { exact: true }).fill('Summer');
  const year = new Date().getUTCFullYear();
  const event = `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${year}0706\r\nSUMMARY:Summer break\r\nEND:VEVENT`;
  await page.locator('input[type=file]').setInputFiles({
    name: 'days.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(`BEGIN:VCALENDAR\r\n${event}\r\nEND:VCALENDAR\r\n`),
  });
  await expect(page.getByRole('textbox', { name: 'Name', exact: true }).last()).toHaveValue('Summer break');

  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
    await page.getByRole('button', { name: `Remove hours 1 on ${day}` }).click();
  }
  await page.getByRole('button', { name: 'Save calendar' }).click();
  await expect(page.getByText('This calendar is never open.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('What you typed before is here again.')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true }).first()).toHaveValue('Summer');
  await page.getByLabel('Open around the clock').check();
  await page.getByRole('button', { name: 'Save calendar' }).click();
  await expect(page.getByRole('row', { name: /Summer/ })).toContainText('Around the clock');
});

test('policies are built from conditions and targets, tried on open tickets, and put in order', async ({
  page,
  world,
  signIn,
}) => {
  const admin = await world.member({ role: 'admin' });
  await world.team('Billing');
  await world.ticket(admin, { priority: 'urgent' });
  await world.ticket(admin, { priority: 'low' });
  await signIn(admin, { locale: 'en' });
  await page.goto(`/${world.slug}/admin/sla`);
  await page.getByRole('link', { name: 'Set up a calendar' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Office');
  await page.getByRole('button', { name: 'Save calendar' }).click();
  await expect(page.getByRole('row', { name: /Office/ })).toBeVisible();

  await page.goto(`/${world.slug}/admin/sla/new`);
  await page.getByLabel('Name', { exact: true }).fill('Urgent ones');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('button', { name: 'Count open tickets' }).click();
  await expect(page.getByText('Choose at least one value.')).toBeVisible();
  await page.getByRole('button', { name: /^priority, Values/ }).click();
  await page.getByRole('checkbox', { name: 'Urgent' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Count open tickets' }).click();
  await expect(page.getByText('1 of 2 open tickets would match.')).toBeVisible();
  const target = page.getByLabel('First reply, priority Urgent');
  await target.fill('soon');
  await page.getByRole('button', { name: 'Save policy' }).click();
  await expect(target).toBeFocused();
  await target.fill('2 h 30 min');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save policy' }).click();
  await expect(page.getByText('Tickets with priority Urgent.')).toBeVisible();
  await expect(page.getByText('First reply: Urgent 2 h 30 min (business hours of Office)')).toBeVisible();

  await page.getByRole('link', { name: 'New policy' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Everybody');
  await page.getByLabel('Resolution, priority Normal').fill('16 h');
  await page.getByRole('button', { name: 'Save policy' }).click();
  await expect(page.getByText('Every ticket.')).toBeVisible();
  await page.getByRole('button', { name: 'Move Everybody up' }).press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Everybody' }).first()).toContainText('1.');
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('list', { name: /^Policies in the order/ })).toContainText(
    /Everybody.*Urgent ones/s,
  );

  await page.getByRole('link', { name: 'New policy' }).click();
  await page.getByLabel('Name', { exact: true }).fill('High ones');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('button', { name: /^priority, Values/ }).click();
  await page.getByRole('checkbox', { name: 'High' }).check();
  await page.keyboard.press('Escape');
  await page.getByLabel('Resolution, priority High').fill('8 h');
  await page.getByRole('button', { name: 'Save policy' }).click();
  await page.getByRole('link', { name: 'High ones' }).click();
  await expect(page.getByText('Version 1', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Delete policy' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete policy' }).click();
  await expect(page.getByRole('link', { name: 'Urgent ones' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'High ones' })).toHaveCount(0);
});

for (const { locale, calendars, policies, save } of LANGUAGES) {
  test(`both sections are reached from the overview and are accessible in ${locale}`, async ({
    page,
    world,
    signIn,
  }) => {
    await signIn(await world.member({ role: 'owner' }), { locale, theme: 'dark' });
    await page.goto(`/${world.slug}/admin/calendars`);
    await expect(page.getByRole('heading', { level: 1, name: calendars })).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/${world.slug}/admin/calendars/new`);
    await expect(page.getByRole('button', { name: save })).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/${world.slug}/admin/sla`);
    await expect(page.getByRole('heading', { level: 1, name: policies })).toBeVisible();
    await expectAccessible(page);
  });
}

test('who may not manage the workspace finds nothing there', async ({ page, world, signIn }) => {
  await signIn(await world.member({ role: 'manager' }), { locale: 'en' });
  for (const path of ['calendars', 'calendars/new', 'sla', 'sla/new']) {
    await page.goto(`/${world.slug}/admin/${path}`);
    await expect(page.getByRole('heading', { name: /is not here/ })).toBeVisible();
  }
  await page.goto(`/${world.slug}/admin`);
  await expect(page.getByRole('link', { name: 'SLA policies' })).toHaveCount(0);
});
