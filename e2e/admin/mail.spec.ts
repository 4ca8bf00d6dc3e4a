import { expectAccessible } from '../support/axe';
import { sendToProduct } from '../support/mails';
import { expect, test } from '../support/test';

test('a mailbox is connected, and a mail of one’s own shows that it works', async ({
  page,
  world,
  signIn,
}) => {
  const admin = await world.member({ role: 'admin', name: 'Liene Kalniņa' });
  await signIn(admin);
  await page.goto(`/${world.slug}/admin/channels`);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Connect a mailbox' }).first().click();

  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Write an address such as support@example.com.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Mail address' }).fill(`sales@${world.slug}.test`);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Sales');
  await page.getByRole('combobox', { name: 'Provider' }).selectOption('gmail');
  await expect(page.getByRole('textbox', { name: 'Server' }).first()).toHaveValue('imap.gmail.com');
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Provider' }).selectOption('');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sales' })).toBeVisible();

  await page.getByRole('button', { name: 'Send me a test' }).click();
  await expect(page.getByText('It has arrived:')).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  await page.getByRole('link', { name: /ticket \d+/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Test of Sales/ })).toBeVisible();
});

test('a provider is given an address, which is shown once', async ({ page, world, signIn, request }) => {
  const admin = await world.member({ role: 'admin' });
  await signIn(admin);
  await page.goto(`/${world.slug}/admin/channels/${world.mailbox.id}`);
  await page.getByRole('combobox', { name: 'How' }).first().selectOption('webhook');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Make an address' }).click();
  const address = await page.getByRole('textbox', { name: 'Address', exact: true }).inputValue();
  const data =
    'From: Anna <anna@customer.test>\r\nSubject: Brought by HTTP\r\n\r\nMy kettle is broken, please help.\r\n';
  const answer = await request.post(address, { data, headers: { 'content-type': 'message/rfc822' } });
  expect(answer.status()).toBe(200);
  const subjects = async () =>
    (await world.db.ticket.findMany({ where: { workspaceId: world.workspaceId } })).map(
      ({ subject }) => subject,
    );
  await expect.poll(subjects, { timeout: 20_000 }).toEqual(['Brought by HTTP']);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Make a new address' })).toBeVisible();
  await expect(page.getByText(address)).toHaveCount(0);
});

test('a held mail is read, mended and processed again', async ({ page, world, signIn }) => {
  const admin = await world.member({ role: 'admin' });
  await signIn(admin);
  const envelope = { from: '', to: [world.mailbox.address] };
  await sendToProduct({ envelope, raw: 'Subject: Who am I?\r\n\r\nNobody.\r\n' });
  const raw = await world.db.rawInbound.findFirstOrThrow({ where: { workspaceId: world.workspaceId } });
  const rawInboundId = raw.id;
  const state = async () => (await world.db.rawInbound.findFirst({ where: { id: rawInboundId } }))?.state;
  await expect.poll(state, { timeout: 20_000 }).toBe('held');

  await page.goto(`/${world.slug}/admin/held`);
  await expect(page.getByText('The mail names no sender')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: /Who am I\?/ }).click();
  await expect(page.getByText('Subject: Who am I?')).toBeVisible();
  await expectAccessible(page);
  const source = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download source' }).click();
  expect((await source).suggestedFilename()).toBe(`${rawInboundId}.eml`);

  await world.db.rawInbound.updateMany({
    where: { id: rawInboundId },
    data: { envelopeFrom: 'a@customer.test' },
  });
  await page.getByRole('button', { name: 'Process again' }).click();
  await expect.poll(state, { timeout: 20_000 }).toBe('processed');
  await page.goto(`/${world.slug}/admin/held`);
  await expect(page.getByText('Nothing waits')).toBeVisible();

  const [days, waiting] = [page.getByLabel('Sources, days'), page.getByLabel('What waits here, days')];
  await days.fill('400');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Enter whole days up to 3650, no fewer than for sources.')).toBeVisible();
  await expect(days).toHaveValue('400');
  await waiting.fill('500');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(days).toHaveValue('400');
  await expect(waiting).toHaveValue('500');
});

test('what left can be read, and what failed is sent again', async ({ page, world, signIn }) => {
  const admin = await world.member({ role: 'admin' });
  await signIn(admin);
  const envelope = { from: 'a@customer.test', to: [world.mailbox.address] };
  await sendToProduct({
    envelope,
    raw: 'From: a@customer.test\r\nSubject: Hello\r\n\r\nMy kettle is broken, what now?\r\n',
  });
  const states = async () =>
    (await world.db.outgoingMail.findMany({ where: { workspaceId: world.workspaceId } })).map(
      ({ state }) => state,
    );
  await expect.poll(states, { timeout: 20_000 }).toEqual(['sent']);
  await world.db.outgoingMail.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { state: 'failed', lastError: '550 5.1.1 nobody here' },
  });

  await page.goto(`/${world.slug}/admin/mail?show=failed`);
  await expectAccessible(page);
  await page.getByRole('link', { name: /Re: Hello/ }).click();
  await expect(page.getByText('550 5.1.1 nobody here')).toBeVisible();
  await expect(page.frameLocator('iframe').getByText('Thank you for your message.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Try again now' }).click();
  await expect.poll(states, { timeout: 20_000 }).toEqual(['sent']);
});
