import { expect, test } from 'vitest';
import { customerByEmail } from '@/features/customers/commands/customer-by-email';
import { mergeCustomers } from '@/features/customers/commands/merge-customers';
import { unmergeCustomers } from '@/features/customers/commands/unmerge-customers';
import type { StaffContext } from '@/server/context';
import { transaction } from '@/server/db/transaction';
import { newWorld } from '../../../support/world';

const customerOf = (ctx: StaffContext, email: string) =>
  transaction(ctx, (tx) => customerByEmail(tx, ctx, { email, name: 'Anna Ozola' }));

test('of two choices of mails the stricter holds while two are one, and each has their own again', async () => {
  const world = await newWorld();
  const ctx = await world.member();
  const { db, workspaceId } = world;
  const { id: targetId } = await customerOf(ctx, 'anna@firma.test');
  const { id: sourceId } = await customerOf(ctx, 'anna.ozola@firma.test');
  const merged = async () => {
    const done = await mergeCustomers(ctx, { sourceId, targetId });
    if (!done.ok) throw new Error(done.error.code);
    return done.value.mergeId;
  };
  const choose = (customerId: string, acknowledgements: boolean, updates: boolean) =>
    db.customerMailChoice.create({
      data: { workspaceId, customerId, acknowledgements, updates, updatedAt: world.now() },
    });
  const chosen = async () => {
    const rows = await db.customerMailChoice.findMany({ where: { workspaceId, customerId: targetId } });
    return rows.map(({ acknowledgements, updates }) => [acknowledgements, updates]);
  };
  await choose(sourceId, false, true);
  const first = await merged();
  expect(await chosen()).toEqual([[false, true]]);
  await unmergeCustomers(ctx, { mergeId: first });
  expect(await chosen()).toEqual([]);

  await choose(targetId, true, false);
  await db.notSameCustomer.deleteMany({ where: { workspaceId } });
  const second = await merged();
  expect(await chosen()).toEqual([[false, false]]);
  await unmergeCustomers(ctx, { mergeId: second });
  expect(await chosen()).toEqual([[true, false]]);
});
