import { expectAccessible } from '../support/axe';
import { mailsTo, sendToProduct } from '../support/mails';
import { asCustomer, customerIn } from '../support/portal';
import { expect, test } from '../support/test';

test('a colleague whom a customer puts in copy in the portal gets the answer, and reads the request', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const [anna, edgars] = [await customerIn(world, 'Anna Ozola'), await customerIn(world, 'Edgars Kalns')];
  const { number } = await world.ticket(agent, { requester: anna, assigneeId: agent.actor.id });
  const request = `/help/${world.slug}/en/requests/${number}`;
  await asCustomer(page, world, anna.email);
  await page.goto(request);
  await page.locator('summary', { hasText: 'Copy to' }).click();
  const copies = page.getByLabel('Copy to', { exact: true });
  await page.getByLabel('Your answer').fill('Please tell Edgars as well.');
  await copies.fill('edgars@');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Enter at most 10 full e-mail addresses', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Your answer')).toHaveValue('Please tell Edgars as well.');
  await copies.fill(edgars.email);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Thank you. Your message has arrived.')).toBeVisible();

  await signIn(agent);
  await page.goto(`/${world.slug}/desk/tickets/${number}`);
  const text = page.getByRole('textbox', { name: 'Text of the reply' });
  await expect(async () => {
    if (!(await text.isVisible())) await page.keyboard.press('r');
    await expect(text).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await text.fill('A new lid is on its way.');
  await page.getByRole('button', { name: /^Send as/ }).click();
  const answerTo = async (address: string) =>
    (await mailsTo(address)).filter(({ message }) => message.text.includes('A new lid is on its way.'))
      .length;
  await expect.poll(() => answerTo(edgars.email), { timeout: 40_000 }).toBe(1);
  expect(await answerTo(anna.email)).toBe(1);

  await page.context().clearCookies();
  await asCustomer(page, world, edgars.email);
  await page.goto(`/help/${world.slug}/en/requests`);
  await page.getByRole('link', { name: 'Copied to me' }).click();
  await page.getByRole('link', { name: 'Broken kettle' }).click();
  await expect(page.getByText('A new lid is on its way.')).toBeVisible();
});

test('a sender is blocked on the ticket; what they send then is held back, is let in, and they are unblocked', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const { db, workspaceId, slug } = world;
  const manager = await world.member({ role: 'manager', name: 'Mara Ozola' });
  const email = `prizes@${slug}.test`;
  const { number, ticketId } = await world.ticket(manager, { requester: { email, name: 'Prize Giver' } });
  await signIn(manager);
  await page.goto(`/${slug}/desk/tickets/${number}`);
  const customer = page.getByRole('region', { name: 'Customer', exact: true });
  await customer.getByRole('button', { name: 'Block this sender' }).click();
  const dialog = page.getByRole('dialog', { name: 'Block this sender' });
  await dialog.getByLabel('Reason').fill('Sends prizes');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Block', exact: true }).click();
  await expect(customer.getByText('Blocked', { exact: true })).toBeVisible();

  const again = {
    from: email,
    to: world.mailbox.address,
    subject: 'You won',
    text: 'You won a kettle. Write back.',
  };
  await sendToProduct(again);
  const arrived = () => db.rawInbound.findFirst({ where: { workspaceId, envelopeFrom: email } });
  await expect.poll(async () => (await arrived())?.state, { timeout: 20_000 }).toBe('held');
  expect(await db.ticket.count({ where: { workspaceId } })).toBe(1);
  await asCustomer(page, world, email);
  await page.goto(`/help/${slug}/en/requests/${number}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();

  // Who runs the workspace sees what was held back.
  await signIn(await world.member({ role: 'admin', name: 'Péter Nagy' }));
  await page.goto(`/${slug}/admin/blocked`);
  const held = page.getByRole('table', { name: 'What was held back' });
  await expect(held).toContainText('The customer is blocked. Sends prizes');
  await held.getByRole('button', { name: /^Let in what/ }).click();
  await expect(page.getByText(/^Let in: it (?:stands|will stand) on/)).toBeVisible();
  await expect.poll(() => db.ticket.count({ where: { workspaceId } }), { timeout: 20_000 }).toBe(2);

  await page.goto(`/${slug}/desk/tickets/${number}`);
  await customer.getByRole('button', { name: 'Unblock' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unblock' }).click();
  await expect(customer.getByText('Blocked', { exact: true })).toBeHidden();
  await sendToProduct({ ...again, subject: 'Sorry', text: 'I am sorry for the prizes. My kettle leaks.' });
  await expect.poll(() => db.ticket.count({ where: { workspaceId } }), { timeout: 20_000 }).toBe(3);
  expect(await db.message.count({ where: { workspaceId, ticketId } })).toBe(1);
});
