import type { Page } from '@playwright/test';
import { makePromise } from '@/features/promises/commands/make-promise';
import { promiseInput } from '@/features/promises/inputs';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { calendarInput } from '@/features/sla/inputs';
import { liveArticle } from '../../tests/features/knowledge/support';
import { OFFICE_WEEK } from '../../tests/features/sla/support';
import { expectAccessible } from '../support/axe';
import { chatAccount } from '../support/chat-account';
import { openLive } from '../support/live-page';
import { asCustomer, customerIn } from '../support/portal';
import { expect, test } from '../support/test';
import { visit } from '../support/visitor';

const HOUR = 3_600_000;

const times = (page: Page) => page.getByRole('list', { name: 'Times to promise' }).getByRole('button');

test('an answer promises a time in the customer’s language, and what was chosen outlives a reload', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  await liveArticle(await world.member({ role: 'manager' }), { locale: 'hu', title: 'Vízkő a kannában' });
  const { number, ticketId } = await world.ticket(agent, { assigneeId: agent.actor.id, language: 'hu' });
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk/tickets/${number}`);
  const text = page.getByRole('textbox', { name: 'Text of the reply' });
  await expect(async () => {
    if (!(await text.isVisible())) await page.keyboard.press('r');
    await expect(text).toBeFocused({ timeout: 1_000 });
  }).toPass();

  await page.getByRole('button', { name: 'Promise a time' }).first().click();
  await expect(times(page).first()).toBeVisible();
  await expectAccessible(page);
  await times(page).first().click();
  await expect(text).toContainText(/Válaszunkat .+-ig \(.+\) megkapja\./);
  await expect(page.getByRole('button', { name: /^Answer until/ })).toBeVisible();
  // An article comes by a semicolon, like a canned reply.
  await text.press('Control+End');
  await page.keyboard.type(' Addig is: ;vízkő');
  await page.getByRole('option', { name: /Vízkő a kannában/ }).click();
  await expect(text.getByRole('link', { name: 'Vízkő a kannában' })).toBeVisible();
  await expect(page.getByText('Draft saved', { exact: true })).toBeVisible();

  // Neither the words nor what they promise are lost; another promise takes the place of the sentence.
  await openLive(page, `/${world.slug}/desk/tickets/${number}`);
  await page.getByRole('button', { name: /^Answer until/ }).click();
  await page.getByLabel('What is promised').last().selectOption('resolution');
  await times(page).first().click();
  await expect(text).toContainText(/A megoldás .+ elkészül\./);
  await expect(text).not.toContainText('Válaszunkat');
  await page.getByRole('button', { name: /^Solution until/ }).click();
  await page.getByLabel('What is promised').last().selectOption('answer');
  await page.getByLabel('Another time').fill('2020-01-01T10:00');
  await page.getByRole('button', { name: 'Promise it' }).click();
  await expect(page.getByText('Choose a time to come, within a year.')).toBeVisible();
  await times(page).last().click();
  await page.getByRole('button', { name: 'Send as open' }).click();
  const panel = page.getByRole('region', { name: 'Promises' });
  await expect(panel.locator('[data-promise=open]')).toContainText('Promised by Zsófia Kiss');
  expect(await world.db.ticketPromise.count({ where: { ticketId } })).toBe(1);
});

test('before a promise breaks a new time is ready to be told, and one page shows all promises', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const { number, ticketId } = await world.ticket(agent, { assigneeId: agent.actor.id, language: 'hu' });
  const dueAt = new Date(Date.now() + HOUR);
  expect((await makePromise(agent, promiseInput.parse({ ticketId, dueAt }))).ok).toBe(true);
  const riskAt = new Date(Date.now() - 1000);
  await world.db.ticketPromise.updateMany({ where: { ticketId }, data: { riskAt } });
  await signIn(agent);
  await openLive(page, `/${world.slug}/desk/tickets/${number}`);
  await expect(page.getByText(/Promised time \(Answer\): .+ It is running out/)).toBeVisible();
  await page.getByRole('button', { name: 'Tell a new time' }).click();
  const dialog = page.getByRole('dialog', { name: 'Promise a time' });
  await expect(dialog.getByLabel('Message to the customer')).toHaveValue(/elnézését kérjük/);
  await dialog.getByRole('button', { name: 'Send to the customer' }).click();
  await expect(page.getByText(/It is running out/)).toBeHidden();
  const panel = page.getByRole('region', { name: 'Promises' });
  await expect(panel.locator('[data-promise=open]')).toBeVisible();

  await page.goto(`/${world.slug}/promises?show=open`);
  await expect(page.getByRole('link', { name: `#${number}` })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Kept' }).click();
  await expect(page.getByText('No promise was kept yet.')).toBeVisible();
});

test('the time in front of a ticket is measured, told honestly, and corrected with a reason', async ({
  page,
  world,
  signIn,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const { number } = await world.ticket(agent);
  await world.db.metricSettings.create({ data: { workspaceId: world.workspaceId, measureFocus: true } });
  await signIn(agent);
  await page.clock.install();
  await page.goto(`/${world.slug}/desk/tickets/${number}`);
  const time = page.getByRole('region', { name: 'Time on this ticket' });
  await expect(time.getByText(/Measured while this ticket is open/)).toBeVisible();
  const told = page.waitForResponse((answer) => answer.url().endsWith('/focus') && answer.ok());
  await page.mouse.move(300, 300);
  await page.clock.fastForward(40_000);
  await told;
  await page.goto(`/${world.slug}/desk/tickets/${number}`);
  await expect(time.getByText('Mine: 1 min · Everybody: 1 min')).toBeVisible();
  await time.getByRole('button', { name: 'Correct' }).click();
  const dialog = page.getByRole('dialog', { name: 'Correct my time' });
  await dialog.getByLabel('Minutes in all').fill('12');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Say why, in up to 200 signs.')).toBeVisible();
  await dialog.getByLabel('Reason').fill('Called the supplier');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(time.getByText('Mine: 12 min · Everybody: 12 min')).toBeVisible();
  await expect(
    page
      .getByRole('region', { name: 'Conversation', exact: true })
      .getByText(/corrected the time of Zsófia Kiss from 1 to 12 min: Called the supplier/),
  ).toBeVisible();
});

test('in a chat the sentence stands in the next words, and the visitor reads them', async ({
  page,
  world,
  signIn,
  baseURL,
}) => {
  const agent = await world.member({ name: 'Emma Clarke' });
  const account = await chatAccount(await world.member({ role: 'admin' }));
  await signIn(agent);
  const visitor = await visit(baseURL as string, account.publicKey, { name: 'Oliver Grant' });
  await visitor.say('Where is my parcel?');
  await openLive(page, `/${world.slug}/desk/chats`);
  await page.getByRole('button', { name: /^Take/ }).first().click();
  const box = page.getByRole('textbox', { name: 'Message to the visitor' });
  await box.fill('I ask the carrier.');
  await page.getByRole('button', { name: 'Promise a time' }).click();
  await times(page).first().click();
  await expect(box).toHaveValue(/^I ask the carrier\. You will have our answer by .+\.$/);
  await box.press('Enter');
  await expect.poll(visitor.words).toEqual([expect.stringMatching(/You will have our answer by/)]);
  const where = { workspaceId: world.workspaceId, openAs: 'answer' as const };
  await expect.poll(() => world.db.ticketPromise.count({ where })).toBe(1);
  await expect(page.getByRole('button', { name: 'Promise a time' })).toBeVisible();
  visitor.leave();
});

test('agents read from how many like tickets a promise comes; the customer reads the time alone', async ({
  page,
  world,
  signIn,
}) => {
  const { db, workspaceId, slug } = world;
  const agent = await world.member({ name: 'Zsófia Kiss' });
  const anna = await customerIn(world, 'Anna Ozola');
  const { number } = await world.ticket(agent, {
    kind: 'inbound',
    requester: anna,
    assigneeId: agent.actor.id,
  });
  await db.workspace.update({ where: { id: workspaceId }, data: { answerWithinHours: null } });
  const history = { workspaceId, about: 'answer', key: '*', sample: 1374, p80: 3_600_000n } as const;
  await db.promiseStatistic.create({ data: history });
  const calendar = { name: 'Office', timeZone: 'Europe/Riga', week: OFFICE_WEEK, standard: true };
  expect((await saveCalendar(await world.member({ role: 'owner' }), calendarInput.parse(calendar))).ok).toBe(
    true,
  );
  await asCustomer(page, world, anna.email);
  await page.goto(`/help/${slug}/en/requests/${number}`);
  await page.getByRole('button', { name: 'When can I expect an answer?' }).click();
  await expect(page.getByText(/answer.*by/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'When can I expect an answer?' })).toBeHidden();
  expect(await page.getByRole('main').innerText()).not.toMatch(/1,?374|like tickets/);

  await signIn(agent);
  const panel = page.getByRole('region', { name: 'Promises' });
  await page.goto(`/${slug}/desk/tickets/${number}`);
  await expect(panel.locator('[data-promise=open]')).toContainText('from 1,374 like tickets: all tickets');
  await signIn(agent, { locale: 'lv' });
  await page.reload();
  await expect(page.locator('[data-promise=open]')).toContainText(
    /pēc 1[\s\u00a0]?374 līdzīgiem pieteikumiem/,
  );
});
