import { usualItems } from '@/domain/form/form';
import { getForm } from '@/features/forms/queries';
import type { StaffContext } from '@/server/context';
import { newField } from '../../tests/features/fields/support';
import { newForm } from '../../tests/features/forms/support';
import { liveArticle } from '../../tests/features/knowledge/support';
import { expectAccessible } from '../support/axe';
import { openFormHost } from '../support/form-host';
import { openLive } from '../support/live-page';
import { strictBrowser } from '../support/strict-browser';
import { expect, test } from '../support/test';

const option = (key: string, hu: string) => ({ key, names: { en: key, hu, lv: key }, archived: false });

/** A form with a choice, and a field that only one of its options asks for. */
async function formOf(owner: StaffContext) {
  const place = await newField(owner, {
    key: 'place',
    kind: 'choice',
    customerAccess: 'edit',
    names: { en: 'Place', hu: 'Hely', lv: 'Vieta' },
    options: [option('shop', 'üzlet'), option('web', 'web')],
  });
  const receipt = await newField(owner, {
    key: 'receipt',
    kind: 'pattern',
    pattern: 'R\\d+',
    customerAccess: 'edit',
    names: { en: 'Receipt', hu: 'Blokk', lv: 'Čeks' },
    shownWhen: [{ field: place, anyOf: ['shop'] }],
  });
  const own = [place, receipt].map((fieldId, index) => ({
    key: index === 0 ? 'place' : 'receipt',
    kind: 'field',
    fieldId,
    required: true,
  }));
  const id = await newForm(owner, { items: [...usualItems(), ...own] });
  return (await getForm(owner, id))?.form?.publicKey ?? '';
}

test('an admin makes a field', async ({ page, world, signIn }) => {
  await signIn(await world.member({ role: 'owner' }));
  await page.goto(`/${world.slug}/admin/fields/new`);
  await page.getByLabel('Name (English)').fill('Order number');
  await page.getByLabel('Kind').selectOption('pattern');
  await page.getByLabel('Pattern', { exact: true }).fill('(a+)+');
  await page.getByLabel('Customers', { exact: true }).selectOption('edit');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/no regular expression that we can use/)).toBeVisible();
  await page.getByLabel('Pattern', { exact: true }).fill('KT-\\d{3,6}');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('link', { name: 'Order number' })).toBeVisible();
  await expectAccessible(page);
});

test('an admin sees a form while it is made, and tests it', async ({ page, world, signIn }) => {
  const owner = await world.member({ role: 'owner' });
  const customerAccess = 'edit';
  await newField(owner, {
    key: 'place',
    kind: 'choice',
    customerAccess,
    names: { en: 'Place' },
    options: [option('shop', 'üzlet'), option('web', 'web')],
  });
  await newField(owner, { key: 'order', customerAccess, names: { en: 'Order number' } });
  await signIn(owner);
  await page.goto(`/${world.slug}/admin/forms/new`);
  await page.getByLabel('Name', { exact: true }).fill('Orders');
  await page.getByLabel('Add a field').selectOption({ label: 'Place' });
  await page.getByLabel('Add a field').selectOption({ label: 'Order number' });
  const order = page.getByRole('list', { name: 'What it asks for' }).getByRole('listitem').last();
  await order.getByText('Always shown').click();
  await order.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Choose one value at least.')).toBeVisible();
  await order.getByRole('checkbox', { name: 'shop' }).check();
  const preview = page.frameLocator('iframe[title="Preview"]').last();
  await expect(preview.getByLabel('Order number')).toBeHidden();
  await preview.getByLabel('Place').selectOption('shop');
  await expect(preview.getByLabel('Order number')).toBeVisible();
  // So high that the bar with the button lies over nothing.
  await page.setViewportSize({ width: 1440, height: 3000 });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByRole('link', { name: /Open ticket #/ }).click();
  await expect(page.getByRole('heading', { name: 'Test: Orders' })).toBeVisible();
});

test('a customer sends an embedded form on a strict page without third-party storage; the agent sees the values', async ({
  page,
  world,
  signIn,
  baseURL,
}) => {
  const owner = await world.member({ role: 'owner' });
  await liveArticle(owner, { locale: 'hu', title: 'Szivárgó gép javítása' });
  const key = await formOf(owner);
  const host = await openFormHost({ key, product: baseURL as string, language: 'hu' });
  const strict = await strictBrowser();
  try {
    await strict.page.goto(host.address);
    const form = strict.page.frameLocator('iframe[title="Request"]');
    await expect(form.getByLabel('Blokk')).toBeHidden();
    await form.getByLabel('Hely').selectOption('shop');
    await form.getByLabel('Blokk').fill('R77');
    await form.getByLabel('Név').fill('Nagy Éva');
    await form.getByLabel('E-mail-cím').fill('eva@customer.test');
    await form.getByLabel('Tárgy').fill('Szivárgó gép');
    // So many links that a person looks at it first.
    const links = [1, 2, 3, 4, 5].map((number) => `https://kep.test/${number}`);
    await form.getByLabel('Üzenet').fill(`Szivárog a gép. ${links.join(' ')}`);
    await expect(form.getByRole('link', { name: 'Szivárgó gép javítása' })).toHaveAttribute(
      'target',
      '_blank',
    );
    await form.getByLabel('Fájlok').setInputFiles({
      name: 'note.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Serial 12'),
    });
    await form.getByRole('button', { name: 'Küldés' }).click();
    await expect(form.getByText(/Kérés/).first()).toBeVisible();
  } finally {
    await strict.close();
    host.close();
  }
  const { workspaceId, db } = world;
  const held = await db.formSubmission.findFirstOrThrow({ where: { workspaceId } });
  expect(held).toMatchObject({ state: 'held', ticketId: null });
  await signIn(owner);
  await page.goto(`/${world.slug}/admin/forms`);
  await expectAccessible(page);
  await page.getByRole('button', { name: /Release/ }).click();
  await expect(page.getByText(/was opened/)).toBeVisible();
  const ticket = await db.ticket.findFirstOrThrow({ where: { workspaceId }, select: { number: true } });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/${world.slug}/desk/tickets/${ticket.number}`);
  const fields = page.getByRole('complementary').getByRole('region', { name: 'Own fields' });
  await expect(fields.getByLabel('Receipt')).toHaveValue('R77');
  await expect(page.getByText('note.txt').first()).toBeVisible();
  await fields.getByLabel('Receipt').fill('R78');
  await fields.getByLabel('Receipt').press('Enter');
  await expect(page.getByText('set Receipt: R77 → R78')).toBeVisible();
  await expectAccessible(page);
});

test('what solving needs is asked for on the ticket', async ({ page, world, signIn }) => {
  const owner = await world.member({ role: 'owner' });
  await newField(owner, { key: 'cause', names: { en: 'Cause' }, requirement: 'on_solve' });
  const { number } = await world.ticket(owner);
  await signIn(owner);
  await page.setViewportSize({ width: 1440, height: 900 });
  await openLive(page, `/${world.slug}/desk/tickets/${number}`);
  const side = page.getByRole('complementary');
  await side.getByLabel('Status').selectOption('solved');
  await expect(page.getByText('Before solving, fill in: Cause.')).toBeVisible();
  await side.getByLabel(/Cause/).fill('Seal worn');
  await side.getByLabel(/Cause/).press('Enter');
  await expect(page.getByText('set Cause: Empty → Seal worn')).toBeVisible();
  await side.getByLabel('Status').selectOption('solved');
  await expect(page.getByText(/status/).last()).toBeVisible();
  await expect(side.getByLabel('Status')).toHaveValue('solved');
});

for (const { locale, send, wrong } of [
  { locale: 'en', send: 'Send', wrong: 'Fill this in.' },
  { locale: 'hu', send: 'Küldés', wrong: 'Ezt töltse ki.' },
  { locale: 'lv', send: 'Nosūtīt', wrong: 'Aizpildiet šo.' },
]) {
  test(`without scripts, by keyboard, the form says in ${locale} what is missing and loses nothing`, async ({
    browser,
    world,
    baseURL,
  }) => {
    const key = await formOf(await world.member({ role: 'owner' }));
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    await page.goto(`${baseURL}/form/${key}?language=${locale}`);
    await page.locator('#name').focus();
    await page.keyboard.type('Anna');
    await page.getByRole('button', { name: send }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText(wrong).first()).toBeVisible();
    await expect(page.locator('#name')).toHaveValue('Anna');
    await context.close();
    const seen = await browser.newPage();
    await seen.goto(`${baseURL}/form/${key}?language=${locale}`);
    await expectAccessible(seen);
    await seen.close();
  });
}

test('the help centre offers the forms', async ({ page, world }) => {
  const owner = await world.member({ role: 'owner' });
  await formOf(owner);
  // Where there is one only, nobody has to choose.
  await page.goto(`/help/${world.slug}/en/requests/new`);
  const form = page.frameLocator('iframe[title="Questions"]');
  await expect(form.getByLabel('Message')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Questions' })).toBeVisible();
  await expect(form.getByRole('heading')).toHaveCount(0);
  await expectAccessible(page);
});
