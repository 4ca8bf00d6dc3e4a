import { expect, test } from 'vitest';
import { updateCustomer } from '@/features/customers/commands/update-customer';
import { updateCustomerInput } from '@/features/customers/inputs';
import { newWorld } from '../../../support/world';
import { aCustomer, type World } from '../support';

const profile = (customerId: string, over: object = {}) =>
  updateCustomerInput.parse({
    customerId,
    displayName: 'Nagy Anna',
    givenName: 'Anna',
    familyName: 'Nagy',
    nameOrder: 'family_first',
    locale: 'hu',
    timeZone: 'Europe/Budapest',
    note: 'Calls in the morning.',
    organization: 'Kanna Kft.',
    ...over,
  });

const customerOf = (world: World, id: string) =>
  world.db.customer.findFirstOrThrow({
    where: { workspaceId: world.workspaceId, id },
    include: { organization: true },
  });

test('what we know of a customer is kept', async () => {
  const { world, ctx, customerId } = await aCustomer();
  expect(await updateCustomer(ctx, profile(customerId))).toEqual({ ok: true, value: { customerId } });
  expect(await customerOf(world, customerId)).toMatchObject({
    displayName: 'Nagy Anna',
    nameOrder: 'family_first',
    locale: 'hu',
    timeZone: 'Europe/Budapest',
    organization: { name: 'Kanna Kft.' },
  });
});

test('an organization is found by its name, whatever the case, and left by an empty one', async () => {
  const { world, ctx, customerId } = await aCustomer();
  await updateCustomer(ctx, profile(customerId));
  const first = (await customerOf(world, customerId)).organizationId;
  await updateCustomer(ctx, profile(customerId, { organization: ' KANNA kft. ' }));
  expect((await customerOf(world, customerId)).organizationId).toBe(first);
  await updateCustomer(ctx, profile(customerId, { organization: '' }));
  expect((await customerOf(world, customerId)).organizationId).toBeNull();
});

test("another workspace's customer does not exist, and light agents change nobody", async () => {
  const { world, customerId } = await aCustomer();
  const elsewhere = await newWorld();
  const notFound = { ok: false, error: { code: 'not_found' } };
  expect(await updateCustomer(await elsewhere.member(), profile(customerId))).toEqual(notFound);
  expect(await elsewhere.db.organization.count({ where: { workspaceId: elsewhere.workspaceId } })).toBe(0);
  const light = await world.member({ role: 'light_agent' });
  expect(await updateCustomer(light, profile(customerId))).toEqual(notFound);
  expect((await customerOf(world, customerId)).displayName).toBe('Anna Ozola');
});

test.each([{ displayName: ' ' }, { timeZone: 'Europe/Nowhere' }, { locale: 'de' }])(
  '%o is no profile',
  (over) => {
    const customerId = '01930000-0000-7000-8000-000000000000';
    expect(
      updateCustomerInput.safeParse({
        customerId,
        displayName: 'A',
        nameOrder: 'given_first',
        locale: null,
        timeZone: null,
        ...over,
      }).success,
    ).toBe(false);
  },
);
