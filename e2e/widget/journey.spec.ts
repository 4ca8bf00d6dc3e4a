import { expectAccessible } from '../support/axe';
import { mailsTo } from '../support/mails';
import { expect, test, write } from '../support/widget';

test('a customer begins in chat on a shop page, asks to be called, is called, and has the answer by mail: one ticket', async ({
  page,
  world,
  signIn,
  visit,
  browser,
}) => {
  test.setTimeout(180_000);
  const { db, workspaceId, slug } = world;
  const email = `anna@${slug}.customer.test`;
  const customer = await (await browser.newContext()).newPage();
  const widget = await visit({ on: customer, account: { fields: true } });
  const { frame, log, composer, agent } = widget;
  await widget.openChat();
  await frame.getByRole('textbox', { name: /^Your name/ }).fill('Anna Ozola');
  await frame.getByRole('textbox', { name: /^E-mail/ }).fill(email);
  await frame.getByRole('textbox', { name: 'What is it about?' }).fill('The lever of my machine is stuck.');
  await frame.getByRole('button', { name: 'Start the chat' }).click();
  await expect(log.getByText('Sent')).toBeVisible();

  const ticket = await db.ticket.findFirstOrThrow({
    where: { workspaceId },
    select: { id: true, number: true },
  });
  await signIn(agent);
  await page.goto(`/${slug}/desk/tickets/${ticket.number}`);
  await page.getByRole('button', { name: 'Take', exact: true }).click();
  const words = page.getByRole('textbox', { name: 'Message to the visitor' });
  await words.fill('Shall we call you? It is easier to explain.');
  await words.press('Enter');
  await expect(log.getByText('Shall we call you?')).toBeVisible();
  await write(composer, 'Yes please.');

  await frame.getByRole('button', { name: 'More' }).click();
  await frame.getByRole('button', { name: 'Call me' }).click();
  await frame.getByRole('textbox', { name: 'Phone number' }).fill('+371 20 123 456');
  await frame.getByRole('textbox', { name: /^What is it about/ }).fill('The stuck lever');
  await frame.getByRole('button', { name: 'Call me' }).click();
  await expect(frame.getByText('We will call you')).toBeVisible();
  await expect(frame.getByText(/we say this code/)).toBeVisible();
  await expectAccessible(customer);
  await frame.getByRole('button', { name: 'Back to the chat' }).click();
  await expect(log.getByText(/^We call you at/)).toBeVisible();

  await page.reload();
  const telephone = page.getByRole('region', { name: 'Telephone' });
  await telephone.getByRole('button', { name: /^Call \+/ }).click();
  const handOver = page.getByRole('dialog', { name: /^Call \+371/ });
  await expect(handOver.getByText('The lever of my machine is stuck.').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await telephone.getByRole('button', { name: 'Log a call' }).click();
  const call = page.getByRole('dialog', { name: 'Log a call' });
  await call.getByRole('combobox', { name: 'Direction' }).selectOption('outbound');
  await call
    .getByRole('textbox', { name: 'Note' })
    .fill('Explained how to loosen the lever; the drawing follows by mail.');
  await call.getByRole('button', { name: 'Save the call' }).click();
  await expect(call).toBeHidden();

  await frame.getByRole('button', { name: 'More' }).click();
  await frame.getByRole('button', { name: 'Go on by mail' }).click();
  await frame.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await frame.getByRole('button', { name: 'Go on by mail' }).click();
  await expect(log.getByText(/^Our answers also go to/)).toBeVisible();
  await customer.context().close();

  await page.reload();
  await words.fill('Here is how to loosen it: turn the screw at the back to the left.');
  await words.press('Enter');
  await expect
    .poll(async () => (await mailsTo(email)).map(({ message }) => message.text).join(), { timeout: 45_000 })
    .toContain('turn the screw at the back to the left');

  expect(await db.ticket.count({ where: { workspaceId } })).toBe(1);
  const messages = await db.message.findMany({
    where: { workspaceId, ticketId: ticket.id },
    select: { channel: true },
  });
  expect(new Set(messages.map(({ channel }) => channel))).toEqual(new Set(['chat', 'phone', 'email']));
});
