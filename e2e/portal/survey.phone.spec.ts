import { expectAccessible } from '../support/axe';
import { invited } from '../support/invited';
import { expect, test } from '../support/test';

for (const { locale, satisfied, send, thanks, again } of [
  {
    locale: 'en',
    satisfied: 'Satisfied',
    send: 'Send answer',
    thanks: 'Your answer has arrived.',
    again: 'Change my answer',
  },
  {
    locale: 'hu',
    satisfied: 'Elégedett',
    send: 'Válasz elküldése',
    thanks: 'Megkaptuk a válaszát.',
    again: 'Módosítom a válaszomat',
  },
  {
    locale: 'lv',
    satisfied: 'Apmierināti',
    send: 'Nosūtīt atbildi',
    thanks: 'Jūsu atbilde ir saņemta.',
    again: 'Mainīt atbildi',
  },
] as const) {
  test(`a customer answers by one tap from the mail, says more, and may think again (${locale})`, async ({
    page,
    world,
  }) => {
    const { path } = await invited(world, await world.member({ role: 'owner' }), { locale });
    await page.goto(`${path}?score=4`);
    await expect(page.getByRole('radio', { name: satisfied, exact: true })).toBeChecked();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await expectAccessible(page);
    expect(await world.db.surveyAnswer.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
    await page.getByRole('textbox').fill('Lieliski!');
    await page.getByRole('button', { name: send }).click();
    await expect(page.getByText(thanks)).toBeVisible();
    await expectAccessible(page);
    const [answer] = await world.db.surveyAnswer.findMany({ where: { workspaceId: world.workspaceId } });
    expect(answer).toMatchObject({ score: 4, comment: 'Lieliski!', changes: 0 });
    await page.getByRole('link', { name: again }).click();
    await expect(page.getByRole('radio', { name: satisfied, exact: true })).toBeChecked();
    await expect(page.getByRole('textbox')).toHaveValue('Lieliski!');
  });
}

test('eleven numbers fit a thumb, also at the edge of a narrow phone', async ({ page, world }) => {
  const over = { kind: 'nps', trigger: 'hand', throttleDays: 90 };
  const { path } = await invited(world, await world.member({ role: 'owner' }), { locale: 'hu', over });
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(path);
  await expect(page.getByRole('radio')).toHaveCount(11);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await page.getByText('10', { exact: true }).click();
  await page.getByRole('button', { name: 'Válasz elküldése' }).click();
  await expect(page.getByText('Megkaptuk a válaszát.')).toBeVisible();
});
