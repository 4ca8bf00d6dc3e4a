import { newId } from '@/server/ids';
import { newField } from '../../tests/features/fields/support';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

const EXCEL = 'Név;E-mail cím;Telefonszám\r\nErdős Éva;eva@excel.test;06 30 123 4567\r\nHibás;rossz;\r\n';
const LETTERS: Readonly<Record<string, number>> = { é: 0xe9, á: 0xe1, ő: 0xf5, É: 0xc9, í: 0xed };

test('customers are listed, kept in a segment, merged and parted again', async ({ page, world, signIn }) => {
  const agent = await world.member({ role: 'manager' });
  const requester = { email: 'anna@firma.test', name: 'Anna Ozola' };
  const { ticketId } = await world.ticket(agent, { requester });
  await world.ticket(agent, { requester: { email: 'anna.ozola@firma.test', name: 'Ozola Anna' } });
  const { workspaceId, db, slug } = world;
  const { requesterId } = await db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId } });
  await signIn(agent);
  await page.goto(`/${slug}/customers`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Customers');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'New segment' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Waiting');
  await dialog.getByRole('button', { name: 'Add a condition' }).click();
  await dialog.getByLabel('Field').selectOption('openTickets');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('link', { name: 'Waiting' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('link', { name: 'Ozola Anna' })).toBeVisible();

  await page.goto(`/${slug}/desk/customers/${requesterId}`);
  await page.getByRole('button', { name: 'Compare and merge' }).click();
  await expect(dialog.getByText('Who will see what')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Write here: anna.ozola@firma.test' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo the merge of Ozola Anna' }).click();
  await expect(page.getByText('Ozola Anna is a record of their own again.')).toBeVisible();
});

test('own fields are set right on the profile, and who may be one person is listed', async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ role: 'manager' });
  const requester = { email: 'anna@firma.test', name: 'Anna Ozola' };
  const { ticketId } = await world.ticket(agent, { requester });
  await world.ticket(agent, { requester: { email: 'anna.ozola@firma.test', name: 'Ozola Anna' } });
  const { workspaceId, db, slug } = world;
  const { requesterId } = await db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId } });
  const own = { entity: 'customer', kind: 'number', key: 'shoe_size', names: { en: 'Shoe size' } };
  await newField(await world.member({ role: 'owner' }), own);
  await signIn(agent);
  await page.goto(`/${slug}/desk/customers/${requesterId}`);
  const more = page.getByRole('form', { name: 'More about them' });
  await more.getByLabel('Shoe size').fill('large');
  await more.getByRole('button', { name: 'Save details' }).click();
  await expect(more.getByText('Write a number', { exact: false })).toBeVisible();
  // What is typed outlives the page.
  await page.reload();
  await expect(more.getByLabel('Shoe size')).toHaveValue('large');
  await more.getByLabel('Shoe size').fill('38,5');
  await more.getByRole('button', { name: 'Save details' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await expect(more.getByLabel('Shoe size')).toHaveValue('38.5');

  await page.goto(`/${slug}/customers/duplicates`);
  const pair = page.getByRole('list', { name: 'Possible duplicates' }).getByRole('listitem').first();
  await expect(pair.getByText('The same name at the same company')).toBeVisible();
  await expectAccessible(page);
});

test('a file of Hungarian Excel is looked through and taken in', async ({ page, world, signIn }) => {
  await signIn(await world.member({ role: 'manager' }));
  await page.goto(`/${world.slug}/customers/import`);
  await expectAccessible(page);
  const buffer = Buffer.from([...EXCEL].map((letter) => LETTERS[letter] ?? letter.charCodeAt(0)));
  await page.getByLabel('File').setInputFiles({ name: 'ugyfelek.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Upload' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ugyfelek.csv');
  await expect(page.getByText('lines, windows-1250, separated by')).toBeVisible();
  await expect(page.getByLabel('E-mail cím holds')).toHaveValue('email');
  await expectAccessible(page);
  // Read in another way and back, what else was chosen stays.
  const country = page.getByLabel('Country of numbers');
  const usual = await country.inputValue();
  await country.fill('LV');
  await page.getByLabel('Customers who are here already').selectOption('skip');
  await page.getByLabel('Separator').selectOption(',');
  await expect(page.getByLabel('E-mail cím holds')).toBeHidden();
  await page.getByLabel('Separator').selectOption(';');
  await expect(page.getByLabel('E-mail cím holds')).toHaveValue('email');
  await expect(country).toHaveValue('LV');
  await country.fill(usual);
  await expect(page.getByLabel('Customers who are here already')).toHaveValue('skip');
  await page.getByRole('button', { name: 'Look first' }).click();
  await expect(page.getByText('No full mail address: rossz')).toBeVisible();
  await page.getByRole('button', { name: 'Take 2 lines in' }).click();
  await expect(page.getByText('Done', { exact: false }).first()).toBeVisible();
  await page.goto(`/${world.slug}/customers`);
  await expect(page.getByRole('link', { name: 'Erdős Éva' })).toBeVisible();
});

test('an organization takes its members in by domain, and refuses free mail', async ({
  page,
  world,
  signIn,
}) => {
  await signIn(await world.member());
  await page.goto(`/${world.slug}/customers/organizations`);
  await page.getByRole('button', { name: 'Add an organization' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Firma');
  await dialog.getByLabel('Mail domains').fill('gmail.com');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('This is a free mail provider', { exact: false })).toBeVisible();
  await dialog.getByLabel('Mail domains').fill('firma.test');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Firma');
  await expectAccessible(page);
});

test('an import that is stopped midway keeps what it took in, and goes on to its end', async ({
  page,
  world,
  signIn,
}) => {
  test.slow();
  const { db, workspaceId, slug } = world;
  await signIn(await world.member({ role: 'manager' }));
  await page.goto(`/${slug}/customers/import`);
  const lines = Array.from({ length: 2500 }, (_, at) => `Person ${at},p${at}@import.test`);
  const buffer = Buffer.from(['Name,Email', ...lines].join('\n'));
  await page.getByLabel('File').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Upload' }).click();
  await page.getByRole('button', { name: 'Look first' }).click();
  const state = page.getByRole('status').filter({ hasText: 'of 2,500' });
  await expect(state).toHaveText(/^Looked through/, { timeout: 40_000 });
  const file = () => db.customerImport.findFirstOrThrow({ where: { workspaceId } });
  // Somebody else is about to take an address of the second portion: the import waits for them, at work, while it is stopped.
  const gate = Promise.withResolvers<void>();
  const person = {
    workspaceId,
    id: newId(),
    displayName: 'Person 600',
    createdAt: new Date(),
    updatedAt: new Date(),
  };
  const holding = db
    .$transaction(
      async (tx) => {
        await tx.customer.create({ data: person });
        const address = { kind: 'email', value: 'p600@import.test', createdAt: new Date() } as const;
        await tx.customerIdentity.create({
          data: { workspaceId, id: newId(), customerId: person.id, ...address },
        });
        await gate.promise;
        throw new Error('they do not, after all');
      },
      { timeout: 120_000 },
    )
    .catch(() => undefined);
  await page.getByRole('button', { name: 'Take 2,500 lines in' }).click();
  await expect.poll(async () => (await file()).cursor, { timeout: 40_000 }).toBe(500);
  await page.getByRole('button', { name: 'Stop' }).click();
  gate.resolve();
  await holding;
  await expect(state).toHaveText(/^Cancelled/, { timeout: 40_000 });
  await expect(page.getByText('What was taken in stays', { exact: false })).toBeVisible();
  const taken = () => db.customer.count({ where: { workspaceId } });
  const stopped = await taken();
  expect((await file()).cursor).toBe(stopped);
  expect(stopped).toBeLessThan(2500);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(state).toHaveText(/^Done/, { timeout: 80_000 });
  expect(await taken()).toBe(2500);
});
