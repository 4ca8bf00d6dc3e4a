import type { Page } from '@playwright/test';
import { replyToTicket } from '@/features/tickets/commands/reply-to-ticket';
import { replyInput } from '@/features/tickets/inputs';
import { survey } from '../../tests/features/surveys/support';
import { expectAccessible } from '../support/axe';
import { mailsTo } from '../support/mails';
import { asCustomer, customerIn } from '../support/portal';
import { expect, test } from '../support/test';

/** The code in the newest mail to this address, once it has arrived. */
async function mailed(address: string): Promise<Readonly<{ code: string; link: string }>> {
  let found: { code: string; link: string } | null = null;
  await expect(async () => {
    const text = (await mailsTo(address)).at(-1)?.message.text ?? '';
    const [code, link] = [/\b\d{6}\b/.exec(text)?.[0], /http\S+\/sign-in\/link\/\S+/.exec(text)?.[0]];
    expect(code && link).toBeTruthy();
    found = { code: code ?? '', link: link ?? '' };
  }).toPass({ timeout: 20_000 });
  if (!found) throw new Error('no mail');
  return found;
}

async function askFor(page: Page, slug: string, email: string) {
  await page.goto(`/help/${slug}/en/requests`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send the mail' }).click();
  await expect(page.getByRole('heading', { name: 'Look in your mailbox' })).toBeVisible();
}

test('a customer signs in with the mailed code, answers, and says that it is solved', async ({
  page,
  world,
}) => {
  const agent = await world.member();
  const email = `anna@${world.slug}.test`;
  const { number } = await world.ticket(agent, { requester: { email, name: 'Anna Ozola' } });
  await askFor(page, world.slug, email);
  await expectAccessible(page);
  const { code } = await mailed(email);
  await page.getByLabel('Code of six digits').fill(code === '000000' ? '000001' : '000000');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('The code is not right.')).toBeVisible();
  await page.getByLabel('Code of six digits').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My requests' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Broken kettle' }).click();
  await expect(page).toHaveURL(new RegExp(`/requests/${number}$`));
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Write something, or attach a file.')).toBeVisible();
  await page.getByLabel('Your answer').fill('It still leaks.');
  await page
    .getByLabel('Attach files')
    .setInputFiles({ name: 'leak.txt', mimeType: 'text/plain', buffer: Buffer.from('drip') });
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Thank you. Your message has arrived.')).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: 'It still leaks.' })).toContainText('leak.txt');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'This is solved' }).click();
  await expect(page.getByText('The request is marked as solved.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto(`/help/${world.slug}/en/requests/${number}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('a program that opens the mailed link uses nothing up; the person who presses the button is in', async ({
  page,
  request,
  world,
}) => {
  const email = `edgars@${world.slug}.test`;
  await askFor(page, world.slug, email);
  const { link } = await mailed(email);
  for (let visit = 0; visit < 3; visit++) expect((await request.get(link)).status()).toBe(200);
  await page.goto(link);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign in now' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My requests' })).toBeVisible();
  await page.context().clearCookies();
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in now' }).click();
  await expect(page.getByText('This link no longer works')).toBeVisible();
});

test('what an agent answers appears while the customer reads, and what they type stays', async ({
  page,
  world,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const customer = await customerIn(world);
  const { ticketId, number } = await world.ticket(agent, { requester: customer });
  await asCustomer(page, world, customer.email);
  await page.goto(`/help/${world.slug}/en/requests/${number}`);
  await page.getByLabel('Your answer').fill('Half a thought');
  const answer = replyInput.parse({ ticketId, html: '<p>On its way.</p>', submitAs: 'pending' });
  expect((await replyToTicket(agent, answer)).ok).toBe(true);
  await expect(page.getByText('On its way.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel('Your answer')).toHaveValue('Half a thought');
});

test('a stranger finds nothing under the addresses of another customer', async ({ page, world }) => {
  const agent = await world.member();
  const customer = await customerIn(world);
  const { ticketId, number } = await world.ticket(agent, { requester: customer });
  const message = await world.db.message.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, ticketId },
  });
  const fileId = agent.newId();
  const file = { name: 'a.txt', type: 'text/plain', size: 1, sha256: 'a'.repeat(64) };
  await world.db.attachment.create({
    data: { ...file, workspaceId: world.workspaceId, id: fileId, messageId: message.id },
  });
  const stranger = await customerIn(world, 'Tom Stranger');
  await asCustomer(page, world, stranger.email);
  const at = (path: string) => `/help/${world.slug}/en${path}`;
  await page.goto(at(`/requests/${number}`));
  await expect(page.getByRole('heading', { name: 'This page is not here' })).toBeVisible();
  for (const path of [
    at(`/requests/files/${fileId}`),
    at(`/request/${'a'.repeat(64)}/files/${fileId}`),
    `/api/portal/${world.slug}/live?number=${number}`,
    `/api/desk/${world.slug}/files/${fileId}`,
  ]) {
    expect([path, (await page.request.get(path)).status()]).toEqual([path, 404]);
  }
  await page.goto(at('/requests'));
  await expect(page.getByText('You have no open request.')).toBeVisible();
});

test('without JavaScript a customer signs in, reads, answers, closes, and says how it was', async ({
  browser,
  baseURL,
  world,
}) => {
  const agent = await world.member();
  await survey(await world.member({ role: 'manager' }));
  const customer = await customerIn(world);
  const { ticketId, number } = await world.ticket(agent, {
    requester: customer,
    assigneeId: agent.actor.id,
  });
  const answer = replyInput.parse({ ticketId, html: '<p>On its way.</p>', submitAs: 'pending' });
  expect((await replyToTicket(agent, answer)).ok).toBe(true);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'en-GB',
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await askFor(page, world.slug, customer.email);
  await page.getByLabel('Code of six digits').fill((await mailed(customer.email)).code);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Broken kettle' }).click();
  await expect(page.getByText('My kettle is broken.')).toBeVisible();
  await page.getByLabel('Your answer').fill('Without any script.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Thank you. Your message has arrived.')).toBeVisible();
  await expect(page.getByText('Without any script.')).toBeVisible();
  await page.getByRole('button', { name: 'This is solved' }).click();
  await expect(page.getByText('The request is marked as solved.')).toBeVisible();
  expect(page.url()).toContain(`/requests/${number}`);
  await page.getByRole('button', { name: 'Send answer' }).click();
  await expect(page.getByText('Choose one of the answers.')).toBeVisible();
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check({ force: true });
  await page.getByRole('button', { name: 'Send answer' }).click();
  await expect(page.getByText('Your answer has arrived.')).toBeVisible();
  const kept = await world.db.surveyAnswer.findMany({ where: { workspaceId: world.workspaceId } });
  expect(kept.map(({ score }) => score)).toEqual([4]);
  const asked = await world.db.surveyInvite.findMany({ where: { workspaceId: world.workspaceId } });
  expect(asked.map(({ channel, state }) => [channel, state])).toEqual([['portal', 'answered']]);
  await context.close();
});

test('an admin sets the portal up and sees how its colour is painted', async ({ page, world, signIn }) => {
  await signIn(await world.member({ role: 'admin' }));
  await page.goto(`/${world.slug}/admin/portal`);
  await expect(page.getByRole('heading', { level: 1, name: 'Portal' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Colour').fill('#8a4b2');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Enter a colour such as #4150d0.')).toBeVisible();
  await page.getByLabel('Colour').fill('#8a4b22');
  await page.getByLabel('Name of the portal').first().fill('Lamp help');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await page.getByLabel('Host', { exact: true }).fill('help.lamps.example');
  await page.getByRole('button', { name: 'Save the host' }).click();
  await expect(page.getByText('_kalauz.help.lamps.example')).toBeVisible();
  await page.getByLabel('Picture').setInputFiles('public/icons/192.png');
  await page.getByRole('button', { name: 'Save the logo' }).click();
  await expect(page.getByRole('img', { name: 'The logo now' })).toBeVisible();
  await page.goto(`/help/${world.slug}/en`);
  await expect(page).toHaveTitle('Lamp help');
  const width = page.locator('header img').evaluate((image: HTMLImageElement) => image.naturalWidth);
  expect(await width).toBe(192);
});
