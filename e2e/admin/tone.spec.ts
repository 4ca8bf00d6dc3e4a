import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('a manager edits the dictionary and sees at once what agents would see', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(await world.member({ role: 'manager' }));
  await page.goto(`/${world.slug}/admin/tone?language=en`);
  const trying = page.getByRole('textbox', { name: 'Text', exact: true });
  await expect(page.getByText('“Unfortunately” says what does not work. Say what does.')).toBeVisible();

  await page.getByRole('button', { name: 'Add a phrase' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a phrase' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Enter a phrase of up to 120 characters with a letter in it.')).toBeVisible();
  await dialog.getByLabel('Phrase').fill('wrong number*');
  await dialog.getByLabel('What to write instead').fill('another number\nthe number we have');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row', { name: /wrong number\*/ })).toContainText(
    'another number · the number we have',
  );
  await trying.fill('Hello Anna, please look at the wrong numbers today.');
  await expect(page.getByText('“wrong numbers” says what does not work. Say what does.')).toBeVisible();

  await page.getByRole('button', { name: 'Leave out: unfortunately' }).click();
  await expect(page.getByRole('button', { name: 'As shipped: unfortunately' })).toBeVisible();
  await trying.fill('Hello Anna, unfortunately the lid comes on Friday.');
  await expect(page.getByText('Nothing to say. It reads well.')).toBeVisible();
  await page.getByRole('button', { name: 'As shipped: unfortunately' }).click();
  await expect(page.getByText('“unfortunately” says what does not work. Say what does.')).toBeVisible();

  await page.getByLabel('Longest sentence, in words').fill('3');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Enter a whole number from 8 to 60.')).toBeVisible();
  await page.getByLabel('Longest sentence, in words').fill('30');
  await page.getByRole('checkbox', { name: 'Negative wording' }).uncheck();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Nothing to say. It reads well.')).toBeVisible();
});

for (const { locale, title, kind } of [
  { locale: 'en', title: 'Tone', kind: 'Greetings' },
  { locale: 'hu', title: 'Hangnem', kind: 'Megszólítások' },
  { locale: 'lv', title: 'Tonis', kind: 'Sveicieni' },
] as const) {
  test(`the dictionary is accessible in ${locale}, also in the dark`, async ({ page, world, signIn }) => {
    await signIn(await world.member({ role: 'owner' }), { locale, theme: 'dark' });
    await page.goto(`/${world.slug}/admin/tone?language=${locale}`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: kind }).click();
    await expect(page).toHaveURL(/kind=greeting/);
    await expectAccessible(page);
  });
}

test('an agent uses the dictionary and does not find its page', async ({ page, world, signIn }) => {
  await signIn(await world.member({ role: 'agent' }));
  await page.goto(`/${world.slug}/admin/tone`);
  await expect(page.getByRole('heading', { name: /is not here/ })).toBeVisible();
  const answer = await page.request.get(`/api/desk/${world.slug}/tone?language=lv`);
  expect(answer.status()).toBe(200);
});
