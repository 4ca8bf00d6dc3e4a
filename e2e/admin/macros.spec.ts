import { readFileSync } from 'node:fs';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

const LANGUAGES = [
  { locale: 'en', title: 'Macros and canned replies', create: 'New macro', save: 'Save macro', name: 'Name' },
  { locale: 'hu', title: 'Makrók és kész válaszok', create: 'Új makró', save: 'Makró mentése', name: 'Név' },
  {
    locale: 'lv',
    title: 'Makro un gatavās atbildes',
    create: 'Jauns makro',
    save: 'Saglabāt makro',
    name: 'Nosaukums',
  },
] as const;

test('a macro is written with texts, variables and changes, and is found again', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(await world.member({ role: 'manager' }), { locale: 'en' });
  await page.goto(`/${world.slug}/admin/macros`);
  await expect(page.getByText('No macros yet')).toBeVisible();
  await page.getByRole('link', { name: 'New macro' }).click();
  await page.getByRole('button', { name: 'Save macro' }).click();
  await expect(page.getByText('Give it a text or a change')).toBeVisible();

  await page.getByLabel('Name', { exact: true }).fill('Refund approved');
  await page.getByLabel('Short name').fill('refund');
  await page.getByLabel('Folder').fill('Money');
  const english = page.getByRole('textbox', { name: 'Text in English' });
  await english.click();
  await page.keyboard.type('Dear ');
  await page.getByRole('button', { name: 'Insert a variable' }).first().click();
  await page.getByRole('menuitem', { name: 'Whole name' }).click();
  await expect(english).toHaveText('Dear {{customer.name}}');
  await page.getByRole('button', { name: 'Add an action' }).click();
  const first = page.getByRole('listitem', { name: 'Action 1' });
  await first.getByLabel('Status').selectOption('solved');
  await page.getByRole('button', { name: 'Add an action' }).click();
  const second = page.getByRole('listitem', { name: 'Action 2' });
  await second.getByLabel('What is done').selectOption('add_tags');
  await page.getByRole('button', { name: 'Save macro' }).click();
  await expect(second.getByText('Fill this in.')).toBeVisible();
  await second.getByLabel('Tags').fill('Refund, Money');
  await second.getByRole('button', { name: 'Move action 2 up' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save macro' }).click();

  const row = page.getByRole('list', { name: 'Macros in their order' }).getByRole('listitem');
  await expect(row).toContainText('Answer, add the tags refund and money, and set the status to Solved');
  await expect(row).toContainText('Money · Everybody · In EN · never used');
  await page.getByRole('searchbox', { name: 'Find a macro' }).fill('mony');
  await expect(row).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find a macro' }).fill('xyz');
  await expect(page.getByText('No macro fits “xyz”.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find a macro' }).fill('');
  await row.getByRole('link').click();
  await expect(page.getByRole('textbox', { name: 'Text in English' })).toHaveText('Dear {{customer.name}}');
});

test('an agent keeps own macros, copies shared ones, and cannot change those', async ({
  page,
  world,
  signIn,
}) => {
  const { saveMacro } = await import('@/features/macros/commands/save-macro');
  const { macroInput } = await import('@/features/macros/inputs');
  const manager = await world.member({ role: 'manager' });
  for (const name of ['Alpha', 'Beta']) {
    const texts = { en: `<p>${name}</p>` };
    await saveMacro(manager, macroInput.parse({ name, audience: 'everyone', texts }));
  }
  await signIn(await world.member(), { locale: 'en' });
  expect((await page.goto(`/${world.slug}/admin/macros`))?.status()).toBe(404);
  await page.goto(`/${world.slug}/me/macros`);
  await page.getByRole('link', { name: 'Alpha' }).click();
  await expect(page.getByText('You can use this macro, but not change it.')).toBeVisible();
  await page.getByRole('link', { name: 'All macros' }).click();
  await page.getByRole('button', { name: 'More for Alpha' }).click();
  await page.getByRole('menuitem', { name: 'Copy' }).click();
  const own = page.getByRole('listitem').filter({ hasText: 'Only me' });
  await expect(own).toBeVisible();
  await own.getByRole('link', { name: 'Alpha' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Alpha, mine');
  await page.getByRole('button', { name: 'Save macro' }).click();
  await expect(page.getByRole('link', { name: 'Alpha, mine' })).toBeVisible();
  await page.getByRole('button', { name: 'More for Alpha, mine' }).click();
  await page.getByRole('menuitem', { name: 'Switch off' }).click();
  await expect(own).toContainText('Off');
  await expectAccessible(page);
});

test('macros are ordered by keys, and carried to another place as a file', async ({
  page,
  world,
  signIn,
}) => {
  const { saveMacro } = await import('@/features/macros/commands/save-macro');
  const { macroInput } = await import('@/features/macros/inputs');
  const manager = await world.member({ role: 'manager' });
  for (const name of ['Alpha', 'Beta', 'Gamma']) {
    const texts = { en: `<p>${name}</p>` };
    await saveMacro(manager, macroInput.parse({ name, audience: 'everyone', texts }));
  }
  await signIn(manager, { locale: 'en' });
  await page.goto(`/${world.slug}/admin/macros`);
  const names = page.getByRole('list', { name: 'Macros in their order' }).getByRole('link');
  await expect(names).toHaveText(['Alpha', 'Beta', 'Gamma']);
  await page.getByRole('button', { name: 'Move Gamma up' }).press('Enter');
  await page.getByRole('button', { name: 'Move Gamma up' }).press('Enter');
  await expect(names).toHaveText(['Gamma', 'Alpha', 'Beta']);
  // The screen shows the order before the server has it.
  const { workspaceId, db } = world;
  const stored = () => db.macro.findMany({ where: { workspaceId }, orderBy: { position: 'asc' } });
  await expect
    .poll(async () => (await stored()).map((each) => each.name))
    .toEqual(['Gamma', 'Alpha', 'Beta']);
  await page.reload();
  await expect(names).toHaveText(['Gamma', 'Alpha', 'Beta']);

  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export' }).click();
  const path = await (await coming).path();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ format: 'kalauz.macros', version: 1 });
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByLabel('File (JSON)').setInputFiles(path);
  await page.getByRole('dialog').getByRole('button', { name: 'Import' }).click();
  await expect(page.getByText('3 macros imported.')).toBeVisible();
  await expect(names).toHaveCount(6);
});

for (const { locale, title, create, save, name } of LANGUAGES) {
  test(`the list and the form are accessible in ${locale}`, async ({ page, world, signIn }) => {
    await signIn(await world.member({ role: 'admin' }), { locale, theme: 'dark' });
    await page.goto(`/${world.slug}/admin/macros`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: create }).click();
    await expect(page.getByLabel(name, { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: save })).toBeVisible();
    await expectAccessible(page);
  });
}
