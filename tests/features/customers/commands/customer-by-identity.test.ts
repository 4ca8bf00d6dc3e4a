import { expect, test } from 'vitest';
import { customerByIdentity, type Identified } from '@/features/customers/commands/customer-by-identity';
import { transaction } from '@/server/db/transaction';
import { newWorld } from '../../../support/world';
import type { World } from '../support';

const find = (world: World, wanted: Identified) => {
  const ctx = world.system();
  return transaction(ctx, (tx) => customerByIdentity(tx, ctx, wanted));
};

const anna: Identified = { kind: 'telegram', value: '42', label: '@anna', name: 'Anna Ozola' };

test('the first message makes a customer, the second finds them, renames nobody and learns the new handle', async () => {
  const world = await newWorld();
  const first = await find(world, anna);
  expect(first.displayName).toBe('Anna Ozola');
  expect(await find(world, { ...anna, label: '@anna_o', name: 'Somebody Else' })).toEqual(first);
  const { workspaceId } = world;
  expect(await world.db.customerIdentity.findMany({ where: { workspaceId } })).toMatchObject([
    { kind: 'telegram', value: '42', label: '@anna_o', primary: true },
  ]);
});

test('an address that the channel vouches for finds the customer who has it, and adds the new one to them', async () => {
  const world = await newWorld();
  const caller = await find(world, { kind: 'phone', value: '+36301234567', name: 'Kiss Éva' });
  const also = [{ kind: 'phone' as const, value: '+36301234567' }];
  const writer = await find(world, {
    kind: 'whatsapp',
    value: 'HU.1',
    label: '+36 30 123 4567',
    name: 'Éva',
    also,
  });
  expect(writer).toEqual(caller);
});

test('what somebody else holds already is not taken from them', async () => {
  const world = await newWorld();
  const one = await find(world, { kind: 'phone', value: '+3711', name: 'One' });
  const two = await find(world, { kind: 'whatsapp', value: 'LV.2', name: 'Two' });
  const again = await find(world, {
    kind: 'whatsapp',
    value: 'LV.2',
    name: 'Two',
    also: [{ kind: 'phone', value: '+3711' }],
  });
  expect(again.id).toBe(two.id);
  const { workspaceId } = world;
  const held = await world.db.customerIdentity.findFirst({ where: { workspaceId, value: '+3711' } });
  expect(held?.customerId).toBe(one.id);
});

test('five first messages at once are one customer', async () => {
  const world = await newWorld();
  const found = await Promise.all([1, 2, 3, 4, 5].map(() => find(world, anna)));
  expect(new Set(found.map(({ id }) => id)).size).toBe(1);
});

test('who gives no name is called by the handle, and without one by the id', async () => {
  const world = await newWorld();
  expect(await find(world, { ...anna, name: ' ' })).toMatchObject({ displayName: '@anna' });
  expect(await find(world, { kind: 'x', value: '7', name: '' })).toMatchObject({ displayName: '7' });
});
