import { expect, test } from 'vitest';
import { customerByEmail } from '@/features/customers/commands/customer-by-email';
import { transaction } from '@/server/db/transaction';
import { newWorld } from '../../../support/world';
import type { World } from '../support';

type Wanted = { email: string; name: string; locale?: string };

const find = (world: World, wanted: Wanted) => {
  const ctx = world.system();
  return transaction(ctx, (tx) => customerByEmail(tx, ctx, wanted));
};

test('the first mail makes a customer, the second finds them, and renames nobody', async () => {
  const world = await newWorld();
  const first = await find(world, { email: 'Anna@Customer.test', name: 'Anna Ozola' });
  expect(first.displayName).toBe('Anna Ozola');
  expect(await find(world, { email: 'anna@customer.test', name: 'Somebody Else' })).toEqual(first);
});

test('who gives no name is called by the address', async () => {
  const world = await newWorld();
  expect(await find(world, { email: 'j.berzins@customer.test', name: ' ' })).toMatchObject({
    displayName: 'j.berzins',
  });
});

test('Hungarian names have the family first', async () => {
  const world = await newWorld();
  const { id } = await find(world, { email: 'a@x.test', name: 'Nagy Anna', locale: 'hu' });
  const { workspaceId } = world;
  expect(await world.db.customer.findFirst({ where: { workspaceId, id } })).toMatchObject({
    nameOrder: 'family_first',
    locale: 'hu',
  });
});

test('a customer belongs to the organization of their mail domain', async () => {
  const world = await newWorld();
  const { workspaceId } = world;
  const organization = {
    workspaceId,
    id: world.system().newId(),
    name: 'Kanna Kft.',
    domains: ['kanna.test'],
  };
  await world.db.organization.create({ data: organization });
  const { id } = await find(world, { email: 'anna@kanna.test', name: 'Anna' });
  expect(await world.db.customer.findFirst({ where: { workspaceId, id } })).toMatchObject({
    organizationId: organization.id,
  });
});

test('five first mails at once are one customer', async () => {
  const world = await newWorld();
  const found = await Promise.all([1, 2, 3, 4, 5].map(() => find(world, { email: 'a@x.test', name: 'A' })));
  expect(new Set(found.map(({ id }) => id)).size).toBe(1);
});

test('one address may be two customers in two workspaces', async () => {
  const [one, other] = [await newWorld(), await newWorld()];
  const first = await find(one, { email: 'a@x.test', name: 'A' });
  const second = await find(other, { email: 'a@x.test', name: 'A' });
  expect(first.id).not.toBe(second.id);
});
