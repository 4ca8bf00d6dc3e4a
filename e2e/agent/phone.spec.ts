import { phoneConfig } from '@/channels/phone/config';
import { signedByApp } from '../../tests/doubles/own-app';
import { callbackRow, phoneAccount } from '../../tests/features/phone/phone-rows';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('a call is written down by keyboard alone, and stands on its ticket', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member();
  await world.db.callDisposition.create({
    data: { workspaceId: world.workspaceId, id: agent.newId(), name: 'Order placed', position: 0 },
  });
  await signIn(agent, { locale: 'en' });
  await page.goto(`/${world.slug}/desk`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: 'Log a call' });
  await expect(dialog.getByLabel('Telephone number')).toBeFocused();
  await page.keyboard.type('06 30 123 4567');
  await expect(dialog.getByText('Nobody is known by this number.')).toBeVisible();
  await dialog.getByLabel('Name of the caller').fill('Kovács Anna');
  await dialog.getByLabel('What it came to').selectOption({ label: 'Order placed' });
  await expectAccessible(page);
  await dialog.getByLabel('Note').fill('Wants the blue one.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Open', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Call with Kovács Anna');
  const timeline = page.getByRole('region', { name: 'Conversation', exact: true });
  await expect(timeline.getByText('Spoke with them')).toBeVisible();
  await expect(timeline.getByText('Order placed')).toBeVisible();
  await expect(timeline.getByText('Wants the blue one.')).toBeVisible();
  await expectAccessible(page);

  // Seconds are few steps: on the ticket two keys, anywhere else the number between them.
  const calls = () => world.db.callLog.count({ where: { workspaceId: world.workspaceId } });
  await page.keyboard.press('d');
  await expect(dialog.getByText('Known: Kovács Anna')).toBeVisible();
  await expect(dialog.getByLabel('Telephone number')).toHaveValue(/30 ?123 ?4567/);
  await expect(dialog.getByLabel('Direction')).toHaveValue('inbound');
  await expect(dialog.getByLabel('Ticket')).toContainText('Call with Kovács Anna');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  expect(await calls()).toBe(2);

  await page.goto(`/${world.slug}/callbacks`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('d');
  await expect(dialog.getByLabel('Telephone number')).toBeFocused();
  await expect(dialog.getByLabel('Telephone number')).toHaveValue('');
  await page.keyboard.type('06301234567');
  await expect(dialog.getByText('Known: Kovács Anna')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  expect(await calls()).toBe(3);
  expect(await world.db.ticket.count({ where: { workspaceId: world.workspaceId } })).toBe(1);
});

test('a ringing call pops up with the name of who calls, and goes when it is over', async ({
  page,
  world,
  signIn,
  request,
}) => {
  const agent = await world.member();
  const { ticketId } = await world.ticket(agent);
  const { workspaceId, db } = world;
  const { requesterId } = await db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId } });
  await db.customerIdentity.create({
    data: { workspaceId, id: agent.newId(), customerId: requesterId, kind: 'phone', value: '+36301234567' },
  });
  const secret = `whsec_${Buffer.from('a secret of twenty-four!').toString('base64')}`;
  const { key } = await phoneAccount(agent, phoneConfig.parse({ provider: 'cti', secret }));
  const send = async (id: string, type: string) => {
    const data = {
      call_id: 'pbx-1',
      direction: 'inbound',
      from: '+36301234567',
      agent: { id: agent.actor.id },
    };
    const body = JSON.stringify({ type, timestamp: new Date().toISOString(), data });
    const headers = signedByApp(secret, id, new Date(), body);
    return request.post(`/api/inbound/phone/${key}`, {
      data: body,
      headers: { ...headers, 'content-type': 'application/json' },
    });
  };
  await signIn(agent, { locale: 'en' });
  await page.goto(`/${world.slug}/callbacks`);
  await expect(page.getByRole('heading', { level: 1, name: 'Callbacks' })).toBeVisible();
  const popUp = page.getByRole('region', { name: 'Calls now' });
  await page.waitForTimeout(1500);
  expect((await send('e1', 'call.ringing')).status()).toBe(200);
  await expect(popUp.getByRole('heading', { name: 'Anna Ozola' })).toBeVisible();
  await expect(popUp.getByText('Ringing')).toBeVisible();
  await expectAccessible(page);
  await send('e2', 'call.answered');
  await expect(popUp.getByText('Speaking')).toBeVisible();
  await send('e3', 'call.ended');
  await expect(popUp.getByText('After-call work')).toBeVisible();
  await popUp.getByLabel('Note').fill('Asked for an invoice.');
  await popUp.getByRole('button', { name: 'Done' }).click();
  await expect(popUp.getByRole('heading', { name: 'Anna Ozola' })).toBeHidden();
});

test('a callback is read up, tried and done; what is late says so', async ({ page, world, signIn }) => {
  const agent = await world.member();
  const { ticketId } = await world.ticket(agent);
  await callbackRow(agent, ticketId, 'About the lid');
  await signIn(agent, { locale: 'en' });
  await page.goto(`/${world.slug}/callbacks`);
  const row = page.getByRole('listitem').filter({ hasText: 'Anna Ozola' });
  await row.getByRole('button', { name: 'Take it' }).click();
  await expect(row.getByRole('button', { name: 'Give back' })).toBeVisible();
  await row.getByRole('button', { name: /^Call \+/ }).click();
  const card = page.getByRole('region', { name: 'Before you dial' });
  await expect(card.getByText('About the lid')).toBeVisible();
  await expect(card.getByText('My kettle is broken.')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await row.getByRole('button', { name: 'Outcome' }).click();
  await page.getByRole('dialog').getByLabel('Outcome').selectOption({ label: 'No answer' });
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(row.getByText('1 of 3 attempts')).toBeVisible();

  await world.db.callback.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { dueAt: new Date(Date.now() - 60_000) },
  });
  await page.reload();
  await expect(page.getByRole('region', { name: 'Overdue' })).toBeVisible();
  await expectAccessible(page);
  await row.getByRole('button', { name: 'Outcome' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('We owe nobody a call')).toBeVisible();
});

for (const { locale, title, log } of [
  { locale: 'hu', title: 'Visszahívások', log: 'Hívás rögzítése' },
  { locale: 'lv', title: 'Atzvani', log: 'Reģistrēt zvanu' },
] as const) {
  test(`agenda and call log in ${locale}`, async ({ page, world, signIn }) => {
    await signIn(await world.member(), { locale, theme: 'dark' });
    await page.goto(`/${world.slug}/callbacks`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await page.keyboard.press('d');
    await expect(page.getByRole('dialog', { name: log })).toBeVisible();
    await expectAccessible(page);
  });
}
