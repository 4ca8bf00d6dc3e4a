import { LOCALES } from '@/i18n/locales';
import { asCustomer, customerIn } from '../support/portal';
import { expect, test } from '../support/test';
import { wordsIn } from '../support/words';

test('a colleague of the same organization sees what is shared, may answer it, and nothing else', async ({
  page,
  world,
}) => {
  const agent = await world.member();
  const { db, workspaceId } = world;
  const [anna, edgars, tom] = [
    await customerIn(world, 'Anna Ozola'),
    await customerIn(world, 'Edgars Kalns'),
    await customerIn(world, 'Tom Stranger'),
  ];
  const id = agent.newId();
  await db.organization.create({ data: { workspaceId, id, name: 'Lamp Makers', sharedRequests: true } });
  const who = (email: string) => ({ workspaceId, identities: { some: { value: email } } });
  for (const { email } of [anna, edgars]) {
    await db.customer.updateMany({ where: who(email), data: { organizationId: id } });
  }
  const shared = await world.ticket(agent, { requester: anna, subject: 'Dark lamp' });
  const foreign = await world.ticket(agent, { requester: tom, subject: 'Secret kettle' });
  await asCustomer(page, world, edgars.email);
  await page.goto(`/help/${world.slug}/en/requests`);
  await expect(page.getByText('You have no open request.')).toBeVisible();
  await page.getByRole('link', { name: 'Everybody in my organization' }).click();
  await expect(page.getByRole('list', { name: 'Requests' })).toContainText('by Anna Ozola');
  await expect(page.getByText('Secret kettle')).toBeHidden();
  await page.getByRole('link', { name: 'Dark lamp' }).click();
  await expect(page.getByText('My kettle is broken.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'This is solved' })).toBeHidden();
  await page.getByLabel('Your answer').fill('We still sit in the dark.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Thank you. Your message has arrived.')).toBeVisible();

  const missing = page.getByRole('heading', { name: 'This page is not here' });
  await page.goto(`/help/${world.slug}/en/requests/${foreign.number}`);
  await expect(missing).toBeVisible();
  await db.customer.updateMany({ where: who(edgars.email), data: { readsShared: false } });
  await page.goto(`/help/${world.slug}/en/requests/${shared.number}`);
  await expect(missing).toBeVisible();
});

for (const locale of LOCALES) {
  const say = wordsIn(locale, 'portal');

  test(`in ${locale}: a customer copies a colleague, who finds, reads and answers the request until they are left out`, async ({
    page,
    world,
  }) => {
    const agent = await world.member();
    const [anna, edgars] = [await customerIn(world, 'Anna Ozola'), await customerIn(world, 'Edgars Kalns')];
    const { number } = await world.ticket(agent, { requester: anna, subject: 'Dark lamp' });
    const root = `/help/${world.slug}/${locale}`;
    const writes = async (text: string, cc: string) => {
      await page.goto(`${root}/requests/${number}`);
      const copies = page.getByRole('textbox', { name: say('request.cc') });
      if (!(await copies.isVisible())) await page.locator('summary', { hasText: say('request.cc') }).click();
      await copies.fill(cc);
      await page.getByLabel(say('request.reply')).fill(text);
      await page.getByRole('button', { name: say('request.submit'), exact: true }).click();
      await expect(page.getByText(say('request.sent'))).toBeVisible();
    };
    await asCustomer(page, world, anna.email);
    await writes('12345', edgars.email);

    await asCustomer(page, world, edgars.email);
    await page.goto(`${root}/requests`);
    await page.getByRole('link', { name: say('requests.copied') }).click();
    const list = page.getByRole('list', { name: say('requests.list') });
    await expect(list).toContainText(say('requests.by', { name: anna.name }));
    await list.getByRole('link', { name: 'Dark lamp' }).click();
    await expect(page.getByText('12345').first()).toBeVisible();
    await page.getByLabel(say('request.reply')).fill('67890');
    await page.getByRole('button', { name: say('request.submit'), exact: true }).click();
    await expect(page.getByText(say('request.sent'))).toBeVisible();

    await asCustomer(page, world, anna.email);
    await page.goto(`${root}/requests/${number}`);
    await expect(page.getByText('67890').first()).toBeVisible();
    await writes('24680', '');
    await asCustomer(page, world, edgars.email);
    expect((await page.goto(`${root}/requests/${number}`))?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: say('notFound.title') })).toBeVisible();
  });
}
