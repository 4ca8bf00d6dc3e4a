import { readFileSync } from 'node:fs';
import { type RuleTemplateKey, templateTerms } from '@/domain/rule/templates';
import { saveRule } from '@/features/rules/commands/save-rule';
import { ruleInput } from '@/features/rules/inputs';
import type { StaffContext } from '@/server/context';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

async function rule(ctx: StaffContext, over: Record<string, unknown>) {
  const input = ruleInput.parse({
    kind: 'trigger',
    events: ['ticket_created'],
    actions: [{ kind: 'add_tags', tags: ['seen'] }],
    ...over,
  });
  const saved = await saveRule(ctx, input);
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.ruleId;
}

const shipped = (ctx: StaffContext, template: RuleTemplateKey) => {
  const { events, actions, ...rest } = templateTerms(template, { locale: 'en', routed: 'hu', teamId: null });
  return saveRule(ctx, { ...rest, events: [...events], actions: [...actions] });
};

const LANGUAGES = [
  {
    locale: 'en',
    title: 'Rules',
    sentence: 'As soon as a ticket has status Pending, time in its status at least 168 h',
    name: 'Name',
    log: 'Run log',
  },
  {
    locale: 'hu',
    title: 'Szabályok',
    sentence: 'Amint egy jegyre teljesül: állapot: Válaszra vár',
    name: 'Név',
    log: 'Futási napló',
  },
  {
    locale: 'lv',
    title: 'Noteikumi',
    sentence: 'Tiklīdz pieteikumam statuss: ',
    name: 'Nosaukums',
    log: 'Izpildes žurnāls',
  },
] as const;

test('a rule is written, tried on the past, saved, switched on, and says what it did and why', async ({
  page,
  world,
  signIn,
}) => {
  const admin = await world.member({ role: 'admin' });
  const agent = await world.member();
  await world.ticket(agent, { subject: 'Machine on fire', priority: 'urgent' });
  await world.ticket(agent, { subject: 'Nice cups' });
  await signIn(admin, { locale: 'en' });
  await page.goto(`/${world.slug}/admin/rules`);
  await expect(page.getByText('No rules yet')).toBeVisible();
  await page.getByRole('link', { name: 'On an event' }).click();
  await page.getByRole('button', { name: 'Save rule' }).click();
  await expect(page.getByText('Enter a name of up to 100 characters.')).toBeVisible();
  await expect(page.getByText('Choose at least one.')).toBeVisible();
  await expect(page.getByText('Add at least one action.')).toBeVisible();

  await page.getByLabel('Name', { exact: true }).fill('Fire brigade');
  await page.getByRole('checkbox', { name: 'a ticket is opened' }).check();
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('button', { name: /^priority, Values/ }).click();
  await page.getByRole('checkbox', { name: 'Urgent' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add an action' }).click();
  await page.getByLabel('What is done').selectOption('add_tags');
  await page.getByLabel('Tags').fill('fire');
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByText('It would have acted once, on 1 of 2 tickets.')).toBeVisible();
  await expect(page.getByRole('link', { name: /Machine on fire/ })).toBeVisible();
  await expect(page.getByRole('main').getByText('add the tags fire')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save rule' }).click();

  const list = page.getByRole('list', { name: 'Rules on events, in their order' });
  await expect(list).toContainText('When a ticket is opened, with priority Urgent: add the tags fire.');
  await expect(list).toContainText('Off');
  await page.getByRole('switch', { name: 'Switch Fire brigade on' }).press('Space');
  await expect(page.getByRole('switch', { name: 'Switch Fire brigade off' })).toBeChecked();

  const { ticketId, number } = await world.ticket(agent, { subject: 'More smoke', priority: 'urgent' });
  const { workspaceId, db } = world;
  const { id: ruleId } = await db.rule.findFirstOrThrow({ where: { workspaceId } });
  const why = {
    all: [{ field: 'priority', operator: 'is_any_of', values: ['urgent'], value: 'urgent', met: true }],
    met: true,
  };
  const actions = [{ kind: 'add_tags', ok: true }];
  const run = { ruleId, ruleVersion: 1, ticketId, key: 'event:1', outcome: 'done', why, actions } as const;
  await db.ruleRun.create({ data: { ...run, workspaceId, id: agent.newId(), at: world.now() } });
  await page.goto(`/${world.slug}/admin/rules/log`);
  const line = page.getByRole('list', { name: 'Run log' }).locator('> li');
  await expect(line).toContainText('Done');
  await expect(line).toContainText(`#${number} More smoke`);
  await line.getByText('Why').click();
  await expect(line).toContainText('priority Urgent (was Urgent)');
  await expectAccessible(page);
});

test('rules keep their order by keys, and two kinds do not mix', async ({ page, world, signIn }) => {
  const admin = await world.member({ role: 'admin' });
  for (const name of ['Alpha', 'Beta', 'Gamma']) await rule(admin, { name });
  await shipped(admin, 'close_after_silence');
  await signIn(admin, { locale: 'en' });
  await page.goto(`/${world.slug}/admin/rules`);
  const list = page.getByRole('list', { name: 'Rules on events, in their order' });
  const names = list.getByRole('link');
  await expect(names).toHaveText(['Alpha', 'Beta', 'Gamma']);
  await page.getByRole('button', { name: 'Move Gamma up' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(names).toHaveText(['Gamma', 'Alpha', 'Beta']);
  await expect(page.getByText('Gamma is now number 1 of 3.')).toBeAttached();
  // The screen shows the order before the server has it.
  const { workspaceId, db } = world;
  const first = () => db.rule.findFirstOrThrow({ where: { workspaceId }, orderBy: { position: 'asc' } });
  await expect.poll(async () => (await first()).name).toBe('Gamma');
  await page.reload();
  await expect(names).toHaveText(['Gamma', 'Alpha', 'Beta']);
});

test('a template is a beginning; versions are compared and restored; a file carries rules', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(await world.member({ role: 'admin' }), { locale: 'en' });
  await page.goto(`/${world.slug}/admin/rules`);
  await page.getByRole('button', { name: 'Use it: VIP customers first' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'VIP customers first' })).toBeVisible();
  await page.getByRole('listitem', { name: 'Action 1' }).getByLabel('Priority').selectOption('high');
  await page.getByRole('button', { name: 'Save rule' }).click();
  await page.getByRole('link', { name: 'VIP customers first' }).click();
  await page.getByText('Version 1', { exact: true }).click();
  await expect(page.getByText(/^set the priority to Urgent/)).toBeVisible();
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await expect(page.getByText('Version 1 is restored as version 3.')).toBeVisible();
  await expect(page.getByRole('listitem', { name: 'Action 1' }).getByLabel('Priority')).toHaveValue('urgent');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'All rules' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const path = await (await coming).path();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ kalauz: 'rules', format: 1 });
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByLabel('File (JSON)').setInputFiles(path);
  await page.getByRole('dialog').getByRole('button', { name: 'Import' }).click();
  await expect(page.getByText('1 rule imported, switched off.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'VIP customers first' })).toHaveCount(2);

  await page.getByRole('button', { name: 'Import' }).click();
  const broken = { name: 'rules.json', mimeType: 'application/json', buffer: Buffer.from('{"kalauz":1}') };
  await page.getByLabel('File (JSON)').setInputFiles(broken);
  await page.getByRole('dialog').getByRole('button', { name: 'Import' }).click();
  await expect(page.getByText('Nothing was imported. In the file:')).toBeVisible();
});

for (const { locale, title, sentence, name, log } of LANGUAGES) {
  test(`rules read as sentences and are accessible in ${locale}`, async ({ page, world, signIn }) => {
    const admin = await world.member({ role: 'admin' });
    await shipped(admin, 'close_after_silence');
    await shipped(admin, 'reopened_twice');
    await signIn(admin, { locale, theme: locale === 'hu' ? 'dark' : 'light' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/${world.slug}/admin/rules`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(sentence);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
    await page
      .getByRole('list')
      .filter({ has: page.getByRole('switch') })
      .first()
      .getByRole('link')
      .first()
      .click();
    await expect(page.getByLabel(name, { exact: true })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    // The bar at the foot stands over what is not scrolled to, which axe takes for too small.
    await page.setViewportSize({ width: 390, height: 4000 });
    await expectAccessible(page);
    await page.getByRole('link', { name: log }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
}
