import { hashPassword } from '@/server/auth/passwords';
import { newId } from '@/server/ids';
import { mailTo } from '../../tests/support/visitor';
import { expectAccessible } from '../support/axe';
import { mailedToken } from '../support/mails';
import { expect, test } from '../support/test';

const PASSWORD = 'kettle harbour 42';
type Fixtures = Parameters<Parameters<typeof test>[2]>[0];
type World = Fixtures['world'];

async function personWithPassword(world: World) {
  const member = await world.member({ name: 'Kiss Zsófia', email: `${newId()}@staff.test` });
  const id = String(member.actor.id);
  const user = await world.db.user.update({
    where: { id },
    data: { passwordHash: await hashPassword(PASSWORD) },
  });
  return { id, email: user.email };
}

async function fillIn(page: Fixtures['page'], email: string, password: string) {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('a wrong password is refused and keeps the address; the right one leads to the asked-for page', async ({
  page,
  world,
}) => {
  const { email } = await personWithPassword(world);
  await page.goto(`/${world.slug}/desk?view=solved`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expectAccessible(page);
  await fillIn(page, email, 'not my password');
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(/do not match/);
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await fillIn(page, email, PASSWORD);
  await expect(page).toHaveURL(`/${world.slug}/desk?view=solved`);
  await expect(page.getByRole('button', { name: 'Kiss Zsófia' })).toBeVisible();
});

test('signing in works without any script', async ({ browser, baseURL, world }) => {
  const { email } = await personWithPassword(world);
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: String(baseURL) });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await fillIn(page, email, 'not my password');
  await expect(page.getByText(/do not match/)).toBeVisible();
  await fillIn(page, email, PASSWORD);
  await expect(page).toHaveURL(`/${world.slug}/desk`);
  await context.close();
});

test('after ten wrong passwords one has to wait, even with the right one', async ({ page, world }) => {
  const { email } = await personWithPassword(world);
  await page.goto('/sign-in');
  for (let round = 1; round <= 10; round++) {
    await fillIn(page, email, `wrong password ${round}`);
    await expect(page.getByRole('main').getByRole('alert')).toHaveText(/do not match/);
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  }
  await fillIn(page, email, PASSWORD);
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(/Try again in 15 minutes/);
});

test('signing out ends the session for good', async ({ page, context, world, signIn }) => {
  await signIn(await world.member({ name: 'Kiss Zsófia' }));
  await page.goto(`/${world.slug}/desk`);
  const cookies = await context.cookies();
  await page.getByRole('button', { name: 'Kiss Zsófia' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await context.addCookies(cookies);
  await page.goto(`/${world.slug}/desk`);
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a reset link from the mail sets a new password and signs the other browsers out', async ({
  page,
  world,
  signIn,
}) => {
  const { id, email } = await personWithPassword(world);
  const ctx = await world.member({ role: 'owner' });
  await signIn({ ...ctx, actor: { ...ctx.actor, id } });
  await page.goto('/reset');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('Look in your mailbox')).toBeVisible();

  const token = await mailedToken(email);
  const other = await page.context().browser()?.newContext();
  const elsewhere = await other?.newPage();
  if (!elsewhere) throw new Error('no second browser');
  await elsewhere.goto(new URL(`/reset/${token}`, page.url()).href);
  await elsewhere.getByLabel('New password').fill('qwertyuiop');
  await elsewhere.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(elsewhere.getByText(/known data leaks/)).toBeVisible();
  await elsewhere.getByLabel('New password').fill('another harbour 43');
  await elsewhere.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(elsewhere).toHaveURL(new RegExp(`/${world.slug}/desk`));
  await elsewhere.goto(new URL(`/reset/${token}`, page.url()).href);
  await expect(elsewhere.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await other?.close();

  await page.goto(`/${world.slug}/desk`);
  await expect(page).toHaveURL(/\/sign-in/);
});

test('what a reset says does not tell whether there is such an account', async ({ page }) => {
  await page.goto('/reset');
  await page.getByLabel('E-mail address').fill('nobody@nowhere.test');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('If there is an account with the address nobody@nowhere.test')).toBeVisible();
  expect((await mailTo('nobody@nowhere.test')).mail).toBeNull();
});

test('a visitor chooses the language, and it stays', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Latviešu' }).click();
  await expect(page.getByRole('heading', { name: 'Pieslēgšanās' })).toBeVisible();
  await page.goto('/reset');
  await expect(page.locator('html')).toHaveAttribute('lang', 'lv');
});

test('next-auth’s own endpoints sign in and out over the same sessions', async ({ request, world }) => {
  const { id, email } = await personWithPassword(world);
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
  const send = (password: string) =>
    request.post('/api/auth/callback/credentials', { form: { csrfToken, email, password, json: 'true' } });
  expect((await send('not my password')).status()).toBe(401);
  expect((await send(PASSWORD)).status()).toBe(200);
  expect(await (await request.get('/api/auth/session')).json()).toMatchObject({ user: { email } });
  expect((await request.get(`/${world.slug}/desk`)).url()).toContain(`/${world.slug}/desk`);

  await world.db.userSession.updateMany({ where: { userId: id }, data: { revokedAt: new Date() } });
  expect(await (await request.get('/api/auth/session')).json()).not.toHaveProperty('user');
  expect((await request.get(`/${world.slug}/desk`)).url()).toContain('/sign-in');
});
