import { solvedTicket, survey } from '../../tests/features/surveys/support';
import { expectAccessible } from '../support/axe';
import { invited } from '../support/invited';
import { asCustomer, customerIn } from '../support/portal';
import { expect, test } from '../support/test';

test('programs that look at links choose and keep nothing, and stop nobody', async ({ request, world }) => {
  const { path } = await invited(world, await world.member({ role: 'owner' }));
  const { db, workspaceId } = world;
  const prefetch = { headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch' } };
  for (const address of [`${path}?score=1`, `${path}/stop`, `/api/surveys/${path.split('/').at(-1)}/stop`]) {
    expect((await request.head(address)).status()).toBeLessThan(400);
    expect((await request.get(address)).status()).toBe(200);
    expect((await request.get(address, prefetch)).status()).toBe(200);
  }
  expect(await db.surveyAnswer.count({ where: { workspaceId } })).toBe(0);
  expect(await db.surveyOptOut.count({ where: { workspaceId } })).toBe(0);
  // What a mail program posts when its reader presses "unsubscribe" (RFC 8058).
  const form = { 'List-Unsubscribe': 'One-Click' };
  const stop = await request.post(`/api/surveys/${path.split('/').at(-1)}/stop`, { form });
  expect(stop.status()).toBe(200);
  expect(await db.surveyOptOut.count({ where: { workspaceId } })).toBe(1);
});

test.describe('without any script', () => {
  test.use({ javaScriptEnabled: false });

  test('a customer answers, and what is missing is said without losing what was typed', async ({
    page,
    world,
  }) => {
    const { path } = await invited(world, await world.member({ role: 'owner' }));
    await page.goto(path);
    await page.getByLabel('Would you like to tell us more?').fill('It took long.');
    await page.getByRole('button', { name: 'Send answer' }).click();
    await expect(page.getByText('Choose one of the answers.')).toBeVisible();
    await expect(page.getByLabel('Would you like to tell us more?')).toHaveValue('It took long.');
    await page.getByRole('radio', { name: 'Dissatisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send answer' }).click();
    await expect(page.getByText('Somebody who can do something about it')).toBeVisible();
    const [answer] = await world.db.surveyAnswer.findMany({ where: { workspaceId: world.workspaceId } });
    expect(answer).toMatchObject({ score: 2, comment: 'It took long.' });
  });
});

test('the keyboard is enough, and unknown and ended links say what they are', async ({ page, world }) => {
  const { path, inviteId } = await invited(world, await world.member({ role: 'owner' }));
  await page.goto(path);
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your answer has arrived.')).toBeVisible();
  await page.goto(`/survey/${'a'.repeat(32)}`);
  await expect(page.getByRole('heading', { name: 'We do not know this link' })).toBeVisible();
  await expectAccessible(page);
  const where = { workspaceId: world.workspaceId, id: inviteId };
  await world.db.surveyInvite.updateMany({ where, data: { expiresAt: new Date(0) } });
  await page.goto(path);
  await expect(page.getByRole('heading', { name: 'This survey has ended' })).toBeVisible();
  await expectAccessible(page);
});

test('below a solved request a customer counts as asked once they see the question, not when a program fetches the page', async ({
  page,
  world,
}) => {
  const agent = await world.member();
  await survey(await world.member({ role: 'manager' }));
  const customer = await customerIn(world);
  const { number } = await solvedTicket(world, agent, { requester: customer });
  const address = `/help/${world.slug}/en/requests/${number}`;
  const asked = () => world.db.surveyInvite.findMany({ where: { workspaceId: world.workspaceId } });
  await asCustomer(page, world, customer.email);
  expect((await page.request.get(address)).status()).toBe(200);
  expect((await asked()).map(({ state }) => state)).toEqual(['waiting']);
  await page.goto(address);
  await page.getByRole('button', { name: 'Send answer' }).scrollIntoViewIfNeeded();
  await expect(async () => {
    expect((await asked()).map(({ channel, state }) => [channel, state])).toEqual([['portal', 'sent']]);
  }).toPass();
  expect(await world.db.surveyAnswer.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
  await expectAccessible(page);
});
