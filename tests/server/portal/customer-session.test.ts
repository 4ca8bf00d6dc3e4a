import { expect, test } from 'vitest';
import { newId } from '@/server/ids';
import {
  liveCustomerSession,
  openCustomerSession,
  touchCustomerSession,
} from '@/server/portal/customer-session';
import { newWorld } from '../../support/world';

async function signedIn() {
  const world = await newWorld();
  const { customerId } = await customerOf(world);
  const { db, workspaceId } = world;
  const id = newId();
  const token = await openCustomerSession(db, {
    workspaceId,
    id,
    customerId,
    at: world.now(),
    ip: '192.0.2.1',
    userAgent: 'Firefox',
  });
  const live = () => liveCustomerSession(db, { workspaceId, token, at: world.now() });
  return { world, customerId, id, token, live };
}

async function customerOf(world: Awaited<ReturnType<typeof newWorld>>) {
  const { workspaceId, db } = world;
  const customerId = newId();
  await db.customer.create({
    data: { workspaceId, id: customerId, displayName: 'Anna Ozola', locale: 'lv', createdAt: world.now() },
  });
  await db.customerIdentity.create({
    data: { workspaceId, id: newId(), customerId, kind: 'email', value: `anna@${world.slug}.test` },
  });
  return { customerId };
}

test('a session tells who is there, and keeps no secret in the clear', async () => {
  const { world, customerId, id, token, live } = await signedIn();
  expect(await live()).toMatchObject({
    id,
    customer: { id: customerId, name: 'Anna Ozola', email: `anna@${world.slug}.test`, locale: 'lv' },
  });
  const row = await world.db.customerSession.findFirstOrThrow({ where: { workspaceId: world.workspaceId } });
  expect(JSON.stringify(row)).not.toContain(token);
});

test('a session counts in its own workspace only, until it is revoked', async () => {
  const { world, token, live } = await signedIn();
  const other = await newWorld();
  const elsewhere = { workspaceId: other.workspaceId, token, at: world.now() };
  expect(await liveCustomerSession(world.db, elsewhere)).toBeNull();
  await world.db.customerSession.updateMany({
    where: { workspaceId: world.workspaceId },
    data: { revokedAt: world.now() },
  });
  expect(await live()).toBeNull();
});

test('a session that is used goes on for thirty days; one that is not ends', async () => {
  const { world, live } = await signedIn();
  const days = (count: number) => world.pass(count * 86_400);
  days(29);
  const before = await live();
  if (!before) throw new Error('the session has ended');
  await touchCustomerSession(world.db, before, {
    workspaceId: world.workspaceId,
    at: world.now(),
    ip: '192.0.2.2',
  });
  days(29);
  expect(await live()).not.toBeNull();
  days(2);
  expect(await live()).toBeNull();
});
