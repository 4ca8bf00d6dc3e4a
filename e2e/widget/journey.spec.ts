import { expectAccessible } from '../support/axe';
import { dialledByTwilio } from '../support/dialled';
import { mailsTo } from '../support/mails';
import { expect, test, write } from '../support/widget';

test('a customer begins in chat on a shop page, asks to be called, is called, and has the answer by mail: one ticket', async ({
  page,
  world,
  signIn,
  visit,
  browser,
  request,
}) => {
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
  const twilio = await dialledByTwilio(agent, request);
  await signIn(agent);
  await page.goto(`/${slug}/desk/tickets/${ticket.number}`);
  await page.getByRole('button', { name: 'Take', exact: true }).click();
  const words = page.getByRole('textbox', { name: 'Message to the visitor' });
  await words.fill('Please turn the screw at the side first. I will send you the drawing today.');
  await words.press('Enter');
  await expect(log.getByText('Please turn the screw')).toBeVisible();
  await write(composer, 'It does not move. Please call me.');

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

  await page.goto(`/${slug}/callbacks`);
  const owed = page.getByRole('listitem').filter({ hasText: 'Anna Ozola' });
  await expect(owed).toContainText('+371 20 123 456');
  await page.goto(`/${slug}/desk/tickets/${ticket.number}`);
  const telephone = page.getByRole('region', { name: 'Telephone' });
  await telephone.getByRole('button', { name: /^Call \+371/ }).click();
  const handOver = page.getByRole('region', { name: 'Before you dial' });
  const part = (title: string) =>
    handOver.locator('div').filter({ has: page.getByRole('heading', { name: title }) });
  await expect(part('What they wish')).toContainText('The stuck lever');
  await expect(part('What was asked')).toContainText('The lever of my machine is stuck.');
  await expect(part('What was tried')).toContainText('Please turn the screw at the side first.');
  await expect(part('What was promised')).toContainText('I will send you the drawing today.');
  await expect(part('What was promised')).not.toContainText('turn the screw');

  // The agent's telephone rings first, then the customer's; what came of it is written down by itself.
  await page.getByRole('dialog').getByRole('button', { name: 'Dial', exact: true }).click();
  await expect(page.getByText('Your telephone rings first.', { exact: false })).toBeVisible();
  const call = twilio.call();
  expect(await call.connect()).toBe('+37120123456');
  const live = page.getByRole('region', { name: 'Calls now' });
  await expect(live.getByText('Speaking')).toBeVisible();
  await call.hangUp();
  await expect(live.getByText('After-call work')).toBeVisible();
  await live.getByLabel('Note').fill('Loosened it together; the drawing follows by mail.');
  await live.getByRole('button', { name: 'Done' }).click();
  await expect(live.getByText('After-call work')).toBeHidden();
  const timeline = page.getByRole('region', { name: 'Conversation', exact: true });
  await expect(timeline.getByText('Spoke with them')).toBeVisible();
  await expect(timeline.getByText('Loosened it together; the drawing follows by mail.')).toBeVisible();
  await page.goto(`/${slug}/callbacks`);
  await expect(page.getByText('We owe nobody a call')).toBeVisible();
  await page.goto(`/${slug}/callbacks?show=closed`);
  await expect(owed).toContainText('The lever of my machine is stuck.');

  await frame.getByRole('button', { name: 'More' }).click();
  await frame.getByRole('button', { name: 'Go on by mail' }).click();
  await frame.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await frame.getByRole('button', { name: 'Go on by mail' }).click();
  await expect(log.getByText(/^Our answers also go to/)).toBeVisible();
  await customer.context().close();

  await page.goto(`/${slug}/desk/tickets/${ticket.number}`);
  await words.fill('Here is how to loosen it: turn the screw at the back to the left.');
  await words.press('Enter');
  await expect
    .poll(async () => (await mailsTo(email)).map(({ message }) => message.text).join(), { timeout: 45_000 })
    .toContain('turn the screw at the back to the left');

  expect(await db.ticket.count({ where: { workspaceId } })).toBe(1);
  const where = { workspaceId, ticketId: ticket.id };
  const messages = await db.message.findMany({ where, select: { channel: true } });
  expect(new Set(messages.map(({ channel }) => channel))).toEqual(new Set(['chat', 'phone', 'email']));
  expect(await db.callback.findMany({ where, include: { tries: true, calls: true } })).toMatchObject([
    {
      status: 'done',
      attempts: 1,
      tries: [{ outcome: 'reached', agentId: agent.actor.id }],
      calls: [
        { direction: 'outbound', completion: 'completed', ticketId: ticket.id, agentId: agent.actor.id },
      ],
    },
  ]);
  twilio.close();
});
