import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

const LANGUAGES = [
  {
    locale: 'en',
    title: 'Routing',
    edit: 'Change the queue of Orders',
    people: 'Languages, skills, capacity',
  },
  {
    locale: 'hu',
    title: 'Jegyelosztás',
    edit: 'Módosítás: Orders várakozási sora',
    people: 'Nyelvek, készségek, kapacitás',
  },
  {
    locale: 'lv',
    title: 'Pieteikumu dalīšana',
    edit: 'Mainīt rindu: Orders',
    people: 'Valodas, prasmes, noslodze',
  },
] as const;

for (const { locale, title, edit, people } of LANGUAGES) {
  test(`queues and people’s work stand in the administration, and nothing is in the way of anybody (${locale})`, async ({
    page,
    world,
    signIn,
  }) => {
    await world.team('Orders');
    await signIn(await world.member({ role: 'admin', name: 'Līga Kalniņa' }), { locale });
    await page.goto(`/${world.slug}/admin/routing`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expectAccessible(page);
    await page.getByRole('button', { name: edit }).click();
    await page.getByRole('radio').first().check();
    await expectAccessible(page);
    await page.goto(`/${world.slug}/admin/people`);
    await page.getByRole('button', { name: `${people}: Līga Kalniņa` }).click();
    await expectAccessible(page);
  });
}

test('a queue is set up by keyboard, and says in a sentence what it does', async ({
  page,
  world,
  signIn,
}) => {
  await world.team('Orders');
  await signIn(await world.member({ role: 'admin' }));
  await page.goto(`/${world.slug}/admin/routing`);
  const row = page.getByRole('row', { name: /Orders/ });
  await expect(row).toContainText('People choose from the list.');
  await page.getByRole('button', { name: 'Change the queue of Orders' }).press('Enter');
  await page.getByRole('radio', { name: 'Gives out by itself' }).press('Space');
  await page.getByLabel('Order', { exact: true }).selectOption('due');
  await page.getByLabel('Give it to anybody after so many minutes').fill('45');
  await page.getByLabel('Pass on a chat that is not answered after so many seconds').fill('5');
  await page.getByLabel('Ask first who served the customer within so many days').fill('0');
  await page.getByRole('button', { name: 'Save' }).last().press('Enter');
  await expect(page.getByText('Give a whole number from 15 to 3600.')).toBeVisible();
  await page.getByLabel('Pass on a chat that is not answered after so many seconds').fill('30');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).press('Enter');
  await expect(row).toContainText('What is due next first.');
  await expect(row).toContainText('A chat that is not answered within 30 seconds goes to the next one.');
  await expect(row).toContainText('After 45 minutes of waiting to anybody.');
  await expect(row).not.toContainText('served the customer');
});

test('a skill is made for a tag, given to a person, and taken away', async ({ page, world, signIn }) => {
  const admin = await world.member({ role: 'admin' });
  await world.member({ name: 'Jānis Bērziņš' });
  await signIn(admin);
  await page.goto(`/${world.slug}/admin/routing`);
  await page.getByRole('button', { name: 'Add a skill' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Espresso machines');
  await page.getByLabel('Tags that ask for it').fill('Steam, leak');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('row', { name: /Espresso machines/ });
  await expect(row).toContainText('leaksteam');

  await page.goto(`/${world.slug}/admin/people`);
  await page.getByRole('button', { name: 'Languages, skills, capacity: Jānis Bērziņš' }).click();
  await page.getByRole('checkbox', { name: 'Latvian' }).check();
  await page.getByRole('checkbox', { name: 'Espresso machines' }).check();
  await page.getByLabel('Chat', { exact: true }).fill('2');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved for Jānis Bērziņš.')).toBeVisible();
  await page.getByRole('button', { name: 'Languages, skills, capacity: Jānis Bērziņš' }).click();
  await expect(page.getByRole('checkbox', { name: 'Latvian' })).toBeChecked();
  await expect(page.getByLabel('Chat', { exact: true })).toHaveValue('2');

  await page.goto(`/${world.slug}/admin/routing`);
  await page.getByRole('button', { name: 'Delete the skill Espresso machines' }).click();
  await expect(page.getByText('1 person has it.')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No skills yet')).toBeVisible();
});

test('capacities are saved, and a wrong one is named where it stands', async ({ page, world, signIn }) => {
  await signIn(await world.member({ role: 'admin' }));
  await page.goto(`/${world.slug}/admin/routing`);
  await page.getByLabel('Mail and forms').fill('12');
  await page.getByLabel('Urgent').fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Give a whole number from 1 to 20.')).toBeVisible();
  await page.getByLabel('Urgent').fill('4');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Capacity is saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Mail and forms')).toHaveValue('12');
  await expect(page.getByLabel('Urgent')).toHaveValue('4');
});
