import { saveMacro } from '@/features/macros/commands/save-macro';
import { macroInput } from '@/features/macros/inputs';
import { chatAccount } from '../support/chat-account';
import { expect, test } from '../support/test';
import { visit } from '../support/visitor';

test('a canned reply is brought up by a semicolon, and the chat is handed over to a team where somebody takes it', async ({
  page,
  world,
  signIn,
  baseURL,
}) => {
  const [shop, returns] = [await world.team('Shop'), await world.team('Returns')];
  const emma = await world.member({ name: 'Emma Clarke', teamIds: [shop] });
  const omar = await world.member({ name: 'Omar Haddad', teamIds: [returns] });
  const admin = await world.member({ role: 'admin' });
  const macro = macroInput.parse({
    audience: 'everyone',
    name: 'Ask for the order number',
    shortcut: 'order',
    texts: { en: '<p>Hello {{customer.name}}, what is your order number?</p>' },
  });
  expect(await saveMacro(admin, macro)).toMatchObject({ ok: true });
  const account = await chatAccount(admin, { teamId: shop });
  const visitor = await visit(baseURL as string, account.publicKey, { name: 'Oliver Grant' });
  await visitor.say('I want to send it back.');

  await signIn(emma);
  await page.goto(`/${world.slug}/desk/chats`);
  await page.getByRole('region', { name: 'Waiting' }).getByRole('button', { name: /^Take/ }).click();
  const box = page.getByRole('textbox', { name: 'Message to the visitor' });
  const combo = page.getByRole('combobox', { name: 'Message to the visitor' });
  await box.pressSequentially(';order');
  await expect(page.getByRole('listbox', { name: 'Canned replies' })).toContainText(
    'Ask for the order number',
  );
  await combo.press('Enter');
  await expect(box).toHaveValue(/^Hello Oliver.*, what is your order number\?$/);
  await box.press('Enter');
  await expect.poll(visitor.words).toEqual([expect.stringMatching(/what is your order number\?$/)]);

  await page.getByRole('button', { name: 'Hand over' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hand over to a team' });
  await dialog.getByLabel('Team').selectOption({ label: 'Returns' });
  await dialog.getByRole('button', { name: 'Hand over' }).click();
  await expect.poll(visitor.lines).toContain('transferred');
  const { workspaceId, db } = world;
  const ticket = await db.ticket.findFirstOrThrow({ where: { workspaceId } });
  expect(ticket).toMatchObject({ teamId: returns, assigneeId: null });

  await signIn(omar);
  await page.goto(`/${world.slug}/desk/chats`);
  await page.getByRole('region', { name: 'Waiting' }).getByRole('button', { name: /^Take/ }).click();
  await expect(
    page.getByRole('region', { name: 'Oliver Grant' }).getByText('I want to send it back.'),
  ).toBeVisible();
  await box.fill('Omar here: we send you a label.');
  await box.press('Enter');
  await expect.poll(visitor.words).toContain('Omar here: we send you a label.');
  expect((await db.ticket.findFirstOrThrow({ where: { workspaceId } })).assigneeId).toBe(omar.actor.id);
  visitor.leave();
});
