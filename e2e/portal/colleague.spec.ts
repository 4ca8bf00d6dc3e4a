import { asCustomer, customerIn } from '../support/portal';
import { expect, test } from '../support/test';

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
