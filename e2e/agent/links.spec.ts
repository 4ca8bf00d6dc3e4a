import { linked } from '../../tests/features/links/support';
import { expectAccessible } from '../support/axe';
import { openLive } from '../support/live-page';
import { expect, test } from '../support/test';

const CUSTOMERS = [
  { language: 'en', email: 'sarah@customer.test', name: 'Sarah Whitfield' },
  { language: 'hu', email: 'marton@customer.test', name: 'Tóth Márton' },
  { language: 'lv', email: 'edgars@customer.test', name: 'Edgars Vītols' },
] as const;

test('by keyboard: an incident is linked to its problem, all are answered in their languages, and it is taken back', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const problem = await world.ticket(agent, { subject: 'Boiler seal leaks', language: 'en' });
  const incidents = [];
  for (const { language, ...requester } of CUSTOMERS) {
    incidents.push(await world.ticket(agent, { subject: `Water (${language})`, language, requester }));
  }
  const [first, ...rest] = incidents;
  for (const incident of rest) await linked(agent, problem, 'incident', incident);
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk/tickets/${problem.number}`);
  const panel = page.getByRole('region', { name: 'Linked tickets' });
  await expect(panel.getByText('0 of 2 done')).toBeVisible();

  await page.getByRole('button', { name: 'More' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox')).toHaveValue('incident');
  await dialog.getByRole('searchbox').focus();
  await page.keyboard.type(String(first?.number));
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Link', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByText('0 of 3 done')).toBeVisible();

  await panel.getByRole('button', { name: 'Answer 3 incidents' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('tab', { name: 'English (1)' })).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Answer in English' }).focus();
  await page.keyboard.type('Dear {{customer.name}}, the new seal is on its way.');
  await expect(dialog.getByText(/1 customer reads Latvian and gets the text in English/)).toBeVisible();
  await dialog.getByRole('tab', { name: 'English (1)' }).focus();
  await page.keyboard.press('ArrowRight');
  await dialog.getByRole('textbox', { name: /^Answer in (Hungarian|Latvian)$/ }).focus();
  await page.keyboard.type('Tisztelt {{customer.name}}!');
  await dialog.getByRole('combobox', { name: 'Status of the incidents afterwards' }).selectOption('solved');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Send 3 answers' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 answers are on their way.')).toBeVisible();
  await expect(panel.getByText('3 of 3 done')).toBeVisible();
  const sent = await world.db.message.findMany({
    where: { workspaceId: world.workspaceId, direction: 'outbound', authorKind: 'user' },
    select: { text: true },
  });
  expect(sent.map(({ text }) => text).sort()).toContain('Dear Sarah Whitfield, the new seal is on its way.');
  expect(sent).toHaveLength(3);
  const toast = page.getByRole('listitem').filter({ hasText: '3 answers are on their way.' });
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/answers? (was|were) taken back|had left already/).first()).toBeVisible();
});

test('who solves a problem is reminded of open incidents, and who was left out is told, on a phone and in the dark as well', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const problem = await world.ticket(agent, { subject: 'Boiler seal leaks', language: 'hu' });
  const incident = await world.ticket(agent, { subject: 'Szivárog', language: 'hu' });
  await linked(agent, problem, 'incident', incident);
  const { workspaceId, db } = world;
  await db.ticket.updateMany({
    where: { workspaceId, id: problem.ticketId },
    data: { status: 'solved', active: false },
  });
  await db.customerIdentity.deleteMany({ where: { workspaceId } });
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(agent, { locale: 'hu', theme: 'dark' });
  await openLive(page, `/${world.slug}/desk/tickets/${problem.number}`);
  await page.getByRole('button', { name: '1 eset megválaszolása' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('1 eset nem kap választ')).toBeVisible();
  await expect(dialog.getByRole('button', { name: /válasz küldése/ })).toBeDisabled();
  await expectAccessible(page);
  const wide = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await wide()).toBe(0);
});
