import { saveMacro } from '@/features/macros/commands/save-macro';
import { macroInput } from '@/features/macros/inputs';
import type { StaffContext } from '@/server/context';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

async function macro(ctx: StaffContext, over: Record<string, unknown>) {
  const saved = await saveMacro(ctx, macroInput.parse({ audience: 'everyone', ...over }));
  if (!saved.ok) throw new Error(saved.error.code);
}

const ASK = {
  name: 'Ask for the order number',
  shortcut: 'order',
  folder: 'Orders',
  texts: {
    en: '<p>Dear {{customer.name}}, which order is it? {{order number}}</p>',
    hu: '<p>Tisztelt {{customer.name}}! Melyik rendelésről van szó?</p>',
    lv: '<p>Labdien, {{customer.name}}! Par kuru pasūtījumu ir runa?</p>',
  },
};
const ESCALATE = {
  name: 'Escalate',
  actions: [
    { kind: 'set_status', status: 'on_hold' },
    { kind: 'set_priority', priority: 'urgent' },
    { kind: 'assign', to: 'me' },
    { kind: 'add_tags', tags: ['escalated'] },
    { kind: 'note', text: 'Escalated by {{agent.name}}' },
  ],
};

test('a canned reply comes by a semicolon and keys alone, and is not sent with a gap in it', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Emma Clarke' });
  await macro(await world.member({ role: 'manager' }), ASK);
  const { number } = await world.ticket(agent, { language: 'en' });
  await signIn(agent);
  await page.goto(`/${world.slug}/desk/tickets/${number}`);
  await page.keyboard.press('r');
  const text = page.getByLabel('Text of the reply');
  await expect(text).toBeFocused();
  await page.keyboard.type('Hello; this is no reply ;ordr');
  const list = page.getByRole('listbox', { name: 'Canned replies' });
  await expect(list.getByRole('option', { name: /Ask for the order number/ })).toBeVisible();
  await expect(text).toHaveAttribute('role', 'combobox');
  await expect(text).toHaveAttribute('aria-activedescendant', /.+/);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(text).toHaveAttribute('role', 'textbox');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(';order');
  await expect(list).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(text).toContainText('Dear Anna Ozola, which order is it? {{order number}}');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Some places in the text are still to be filled in.')).toBeVisible();
  await expect(text).toContainText('which order is it?');
  await page.keyboard.type('Is it OC-1?');
  await expect(text).toContainText('which order is it? Is it OC-1?');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article').last()).toContainText('which order is it? Is it OC-1?');
});

for (const [language, words] of [
  ['hu', 'Tisztelt Anna Ozola! Melyik rendelésről van szó?'],
  ['lv', 'Labdien, Anna Ozola! Par kuru pasūtījumu ir runa?'],
] as const) {
  test(`the customer’s language is used, whatever the agent reads: ${language}`, async ({
    page,
    world,
    signIn,
  }) => {
    const agent = await world.member();
    await macro(await world.member({ role: 'manager' }), ASK);
    const { number } = await world.ticket(agent, { language });
    await signIn(agent, { locale: 'en' });
    await page.goto(`/${world.slug}/desk/tickets/${number}`);
    await page.keyboard.press('r');
    await expect(page.getByLabel('Text of the reply')).toBeFocused();
    await page.keyboard.type(';order');
    await expect(page.getByRole('option', { name: /Ask for the order number/ })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('Text of the reply')).toHaveText(words);
  });
}

test('a macro shows what it will change, changes it at once, and is undone', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Emma Clarke' });
  await macro(await world.member({ role: 'manager' }), ESCALATE);
  const { number } = await world.ticket(agent, { language: 'en' });
  await signIn(agent);
  await page.goto(`/${world.slug}/desk/tickets/${number}`);
  await expect(page.getByRole('button', { name: 'Apply a macro' })).toBeVisible();
  await page.keyboard.press('x');
  await page.getByRole('combobox', { name: 'Find a macro' }).fill('escal');
  const preview = page.getByRole('region', { name: 'What it will do' });
  await expect(preview).toContainText('New → becomesOn hold');
  await expect(preview).toContainText('Normal → becomesUrgent');
  await expect(preview).toContainText('Emma Clarke');
  await expect(preview).toContainText('+ escalated');
  await expect(preview).toContainText('Escalated by Emma Clarke');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Applied “Escalate”.')).toBeVisible();
  await expect(page.getByLabel('Priority')).toHaveValue('urgent');
  await expect(page.getByLabel('Status', { exact: true })).toHaveValue('on_hold');
  await expect(page.getByText('applied the macro “Escalate”')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('Priority')).toHaveValue('normal');
  await expect(page.getByLabel('Status', { exact: true })).toHaveValue('new');
  await expect(page.getByText('undid the macro “Escalate”')).toBeVisible();
});

test('the answer of a macro goes behind what is already written, with the status to send it', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member();
  const texts = { en: '<p>Which order is it?</p>' };
  await macro(await world.member({ role: 'manager' }), {
    name: 'Ask and solve',
    texts,
    actions: [{ kind: 'set_status', status: 'solved' }],
  });
  const { number } = await world.ticket(agent, { language: 'en' });
  await signIn(agent);
  await page.goto(`/${world.slug}/desk/tickets/${number}`);
  await page.keyboard.press('r');
  const text = page.getByLabel('Text of the reply');
  await expect(text).toBeFocused();
  await page.keyboard.type('My own words.');
  await page.getByRole('button', { name: 'Apply a macro' }).click();
  await expect(page.getByRole('region', { name: 'What it will do' })).toContainText('Which order is it?');
  await page.keyboard.press('Enter');
  await expect(text).toContainText('My own words.');
  await expect(text).toContainText('Which order is it?');
  await expect(page.getByRole('button', { name: 'Send as Solved' })).toBeVisible();
  await expect(page.getByLabel('Status', { exact: true })).toHaveValue('new');
});
