import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { mailsTo, sendToProduct } from '../support/mails';
import { expect, test } from '../support/test';

test('a message is forwarded to a supplier with its file, taken back once, sent, and answered beside the ticket', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Kiss Zsófia' });
  await signIn(agent);
  const customer = `odon@${world.slug}.customer.test`;
  const supplier = `works@${world.slug}.supplier.test`;
  const boss = `boss@${world.slug}.customer.test`;
  await sendToProduct({
    from: `Árvíztűrő Ödön <${customer}>`,
    to: world.mailbox.address,
    cc: boss,
    subject: 'Csöpög a kávégép',
    text: 'Jó napot kívánok!\n\nVíz folyik alóla, mit tegyek?',
    attachments: [{ filename: 'photo.txt', content: 'water', contentType: 'text/plain' }],
  });
  await expect
    .poll(() => world.db.ticket.count({ where: { workspaceId: world.workspaceId } }), { timeout: 20_000 })
    .toBe(1);
  const ticket = await world.db.ticket.findFirstOrThrow({ where: { workspaceId: world.workspaceId } });
  await openLive(page, `/${world.slug}/desk/tickets/${ticket.number}`);
  const conversation = page.getByRole('region', { name: 'Conversation', exact: true });

  await conversation.getByRole('button', { name: 'Reply to all' }).click();
  await page.getByRole('button', { name: /Change recipients/ }).click();
  await expect(page.getByRole('button', { name: `Change ${boss}` })).toBeVisible();
  await expect(page.getByRole('img', { name: 'New on this ticket' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Bcc', exact: true }).fill('ödön');
  await page.getByRole('combobox', { name: 'Bcc', exact: true }).fill(customer.slice(0, 6));
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Bcc', exact: true }).fill('');
  await page.getByRole('button', { name: 'Close; the draft is kept' }).click();

  await conversation.getByRole('link', { name: 'Forward' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Forward a message' });
  await expect(dialog.getByRole('checkbox', { name: /photo\.txt/ })).toBeChecked();
  await dialog.getByRole('combobox', { name: 'To', exact: true }).fill(supplier);
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'Text of the mail' }).click();
  await page.keyboard.type('Have you got a seal for this one?');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  const thread = page.getByRole('dialog', { name: 'Fwd: Csöpög a kávégép' });
  await expect(thread.getByText('Have you got a seal for this one?')).toBeVisible();
  await thread.getByRole('button', { name: 'Undo' }).click();
  const again = page.getByRole('dialog', { name: 'New side conversation' });
  await expect(again.getByRole('textbox', { name: 'Text of the mail' })).toContainText('Have you got a seal');
  await again.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(thread.getByText('Have you got a seal for this one?')).toBeVisible();

  await expect.poll(async () => (await mailsTo(supplier)).length, { timeout: 30_000 }).toBe(1);
  const [mail] = await mailsTo(supplier);
  expect(mail?.message.text).toContain('Víz folyik alóla');
  expect(mail?.message.files.map(({ name }) => name)).toEqual(['photo.txt']);
  await sendToProduct({
    from: `Works <${supplier}>`,
    to: mail?.message.replyTo[0]?.address ?? '',
    subject: `Re: ${mail?.message.subject}`,
    inReplyTo: `<${mail?.message.messageId}>`,
    text: 'Yes, three of them.',
  });
  await expect(thread.getByText('Yes, three of them.')).toBeVisible({ timeout: 20_000 });
  await thread.getByRole('button', { name: 'Mark as done' }).click();
  await expect(thread.getByRole('button', { name: 'Open again' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const panel = page.getByRole('region', { name: 'Side conversations' });
  await expect(panel.getByText('Done')).toBeVisible();
  await expect(conversation.getByText('Yes, three of them.')).toHaveCount(0);
  const mails = await mailsTo(customer);
  expect(mails.every(({ message }) => !message.text.includes('seal'))).toBe(true);
});
