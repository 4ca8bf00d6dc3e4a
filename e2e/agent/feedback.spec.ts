import { answerSurvey } from '@/features/surveys/commands/answer-survey';
import { expectAccessible } from '../support/axe';
import { invited } from '../support/invited';
import { expect, test } from '../support/test';

const comment = 'Nobody called back.';

test('a manager sees a low score, opens what it set off, and it is done; an agent sees only their own', async ({
  page,
  world,
  signIn,
}) => {
  const manager = await world.member({ role: 'manager', name: 'Péter Manager' });
  const rated = await world.member({ name: 'Rated Agent' });
  const other = await world.member({ name: 'Other Agent' });
  const over = { followUp: { atMost: 2, assign: 'manager', dueInHours: 24 } };
  const { path, number } = await invited(world, manager, { agent: rated, over });
  const answered = await answerSurvey(manager, {
    token: path.split('/').at(-1) ?? '',
    score: '1',
    answers: {},
    comment,
  });
  if (!answered.ok) throw new Error(answered.error.code);

  await signIn(other);
  await page.goto(`/${world.slug}/feedback`);
  await expect(page.getByRole('heading', { name: 'Feedback', level: 1 })).toBeVisible();
  await expect(page.getByText(comment)).toHaveCount(0);
  await page.goto(`/${world.slug}/desk/tickets/${number}`);
  await expect(page.getByText('answered the survey', { exact: false })).toBeVisible();
  await expect(page.getByText('1 of 5')).toHaveCount(0);

  await page.context().clearCookies();
  await signIn(rated);
  await page.goto(`/${world.slug}/feedback`);
  await expect(page.getByText(comment)).toBeVisible();

  await page.context().clearCookies();
  await signIn(manager);
  await page.goto(`/${world.slug}/feedback`);
  await expect(page.getByText(comment)).toBeVisible();
  await expect(page.getByText('Not enough data', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: /Follow-up until/ }).click();
  await expect(page.getByRole('heading', { name: /Come back to/ })).toBeVisible();
  await expect(page.getByText(comment)).toBeVisible();
});

test('a survey is made, with a picture of what customers see, and tried on the past', async ({
  page,
  world,
  signIn,
}) => {
  const manager = await world.member({ role: 'manager' });
  await signIn(manager);
  await page.goto(`/${world.slug}/admin/surveys/new`);
  await expectAccessible(page);
  await page.getByLabel('Name').fill('After a solution');
  await page.getByRole('button', { name: 'Save survey' }).click();
  await expect(page.getByRole('link', { name: 'After a solution' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'After a solution' }).click();
  await page.getByRole('button', { name: 'Whom would it have asked' }).click();
  await expect(page.getByText('It would have asked about 0 of 0 solved tickets.')).toBeVisible();
  await page.getByRole('button', { name: 'Send me a test' }).click();
  await expect(page.getByText('A test is on its way')).toBeVisible();
  await expectAccessible(page);
});
