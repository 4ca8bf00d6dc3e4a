import { readFile } from 'node:fs/promises';
import readExcelFile from 'read-excel-file/node';
import { countWorkspace } from '@/features/metrics/commands/count-changes';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('a manager marks a day, sets a target, has a board mailed, takes it home, and hangs it on the wall', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const agent = await world.member({ name: 'Zsófia Kiss' });
  await world.ticket(agent, { subject: 'Broken kettle', kind: 'inbound' });
  await countWorkspace(world, world.workspaceId);
  await signIn(await world.member({ role: 'manager', name: 'Márta Manager' }));
  await page.goto(`/${world.slug}/insights/teams?priority=normal`);
  await page.getByRole('link', { name: 'By mail' }).click();
  const mailed = page.getByRole('group', { name: 'Narrowed by' });
  await expect(mailed.getByLabel('Priority')).toHaveValue('normal');
  await page.getByRole('button', { name: 'Send by mail' }).click();
  const mails = page.getByRole('table', { name: 'Boards by mail' });
  await expect(mails.getByRole('row').filter({ hasText: 'Teams' })).toContainText('Monday, 08:00');
  await mails.getByRole('link', { name: 'Change: Teams, Márta Manager' }).click();
  await expect(page.getByRole('heading', { name: 'Change a board by mail' })).toBeVisible();
  await expect(mailed.getByLabel('Priority')).toHaveValue('normal');
  await mailed.getByLabel('Priority').selectOption('high');
  await page.getByLabel('Hour', { exact: true }).selectOption('20');
  await page.getByLabel('Language', { exact: true }).first().selectOption('lv');
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(mails.getByRole('row').filter({ hasText: 'Teams' })).toContainText('Monday, 20:00');
  expect(await world.db.boardReport.findFirst({ where: { workspaceId: world.workspaceId } })).toMatchObject({
    ...{ query: 'priority=high', hour: 20, locale: 'lv', ended: null },
  });
  await page.getByRole('button', { name: 'Mark a day' }).click();
  await page.getByLabel('What happened').last().fill('New price list');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('table', { name: 'What happened' })).toContainText('New price list');
  const target = page.getByLabel('Target of SLA attainment: all targets');
  await target.fill('9x');
  await target.press('Enter');
  await expect(page.getByText('Give a number.')).toBeVisible();
  await expect(target).toHaveValue('9x');
  await target.fill('92,5');
  await target.press('Enter');
  await expect(page.getByText('The target of SLA attainment: all targets is saved')).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/${world.slug}/insights/sla`);
  await expect(page.getByRole('article').filter({ hasText: 'all targets' })).toContainText('target 92.5%');
  await expect(page.getByRole('region', { name: 'What happened' })).toContainText('New price list');
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Everything, for Excel' }).click(),
  ]);
  const sheets = await readExcelFile(await readFile(await download.path()));
  expect(sheets.map(({ sheet }) => sheet)).toContain('Definitions');
  await page.goto(`/${world.slug}/insights/knowledge`);
  await expect(page.getByRole('table', { name: 'Languages' })).toContainText('Hungarian');
  await expectAccessible(page);
  await page.goto(`/${world.slug}/wall?panels=now,teams&seconds=600`);
  await expect(page.getByText('Open tickets')).toBeVisible();
  const open = page.locator('dl > div').filter({ hasText: 'Open tickets' }).locator('dd').first();
  await expect(open).toHaveText('1');
  await world.ticket(agent, { subject: 'Second', kind: 'inbound' });
  await expect(open).toHaveText('2');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Teams');
  await expectAccessible(page);
});

test('an agent has a page of their own day, and finds neither others nor what is for those who lead', async ({
  page,
  world,
  signIn,
}) => {
  const [own, other] = [await world.member({ name: 'Emma' }), await world.member({ name: 'Zsófia Kiss' })];
  for (const [member, subject] of [
    [own, 'Mine to answer'],
    [other, 'Not for Emma'],
  ] as const) {
    const { ticketId } = await world.ticket(member, {
      subject,
      kind: 'inbound',
      assigneeId: member.actor.id,
    });
    await world.db.ticket.update({
      where: { workspaceId_id: { workspaceId: world.workspaceId, id: ticketId } },
      data: { nextDueAt: new Date(Date.now() + 1_800_000), nextDueMetric: 'first_reply' },
    });
  }
  await countWorkspace(world, world.workspaceId);
  await signIn(own);
  await page.goto(`/${world.slug}/today`);
  await expect(page.getByRole('heading', { level: 1, name: 'My day' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Mine to answer' })).toBeVisible();
  await expect(page.getByText('Not for Emma')).toBeHidden();
  await expectAccessible(page);
  const hidden = [
    `/${world.slug}/insights/agents`,
    `/${world.slug}/insights/settings`,
    `/${world.slug}/wall`,
    `/api/desk/${world.slug}/insights/boards/agents/export`,
  ];
  for (const path of hidden) {
    expect([path, (await page.request.get(path)).status()]).toEqual([path, 404]);
  }
  const rows = await page.request.get(
    `/api/desk/${world.slug}/insights/metrics/created/export?format=csv&part=rows&agent=${other.actor.id}`,
  );
  expect(await rows.text()).toContain('Mine to answer');
  expect(await rows.text()).not.toContain('Not for Emma');
});
