import { afterAll, expect, test } from 'vitest';
import { getProfile } from '@/features/customers/profile';
import { getCustomer } from '@/features/customers/queries';
import { ownFieldsOf } from '@/features/fields/queries';
import { ordersOf } from '@/features/orders/queries';
import { getOrganization, listOrganizations } from '@/features/organizations/queries';
import { listCustomerLines } from '@/features/segments/customer-lines';
import { segmentOwnFields } from '@/features/segments/own-fields';
import { countCustomers, listSegments } from '@/features/segments/queries';
import { feedbackOfCustomer } from '@/features/surveys/queries-opinions';
import type { StaffContext } from '@/server/context';
import { countingDatabase } from '../../support/counting-database';
import { newField } from '../fields/support';
import { aCustomer } from './support';

const counting = countingDatabase();
afterAll(() => counting.close());

/** How many statements it takes, once it is warm. */
async function cost(ctx: StaffContext, work: (counted: StaffContext) => Promise<unknown>): Promise<number> {
  const counted = { ...ctx, db: counting.db };
  await work(counted);
  counting.statements();
  await work(counted);
  return counting.statements().filter((statement) => !/^(begin|commit)/i.test(statement)).length;
}

const START = { tickets: null, calls: null, chats: null, contacts: null, promises: undefined };

test('pages of customers and organizations cost the same for few and for many', async () => {
  const { world, ctx, customerId } = await aCustomer();
  const { db, workspaceId } = world;
  const owner = await world.member({ role: 'owner' });
  await newField(owner, { entity: 'customer', key: 'card' });
  const organizationId = ctx.newId();
  await db.organization.create({ data: { workspaceId, id: organizationId, name: 'Firma' } });
  const page = { q: '', conditions: null, sort: 'newest', after: null, limit: 50 } as const;
  const measured = async () => ({
    list: await cost(ctx, async (counted) => {
      await Promise.all([listSegments(counted), segmentOwnFields(counted.db, counted)]);
      await Promise.all([listCustomerLines(counted, page), countCustomers(counted, page)]);
    }),
    profile: await cost(ctx, async (counted) => {
      await getCustomer(counted, customerId);
      await getProfile(counted, { customerId, ...START });
      await feedbackOfCustomer(counted, { customerId, after: null });
      await ordersOf(counted, { customerId });
    }),
    organization: await cost(ctx, async (counted) => {
      await getOrganization(counted, { id: organizationId });
      await ownFieldsOf(counted, { entity: 'organization', ownerId: organizationId });
    }),
    organizations: await cost(ctx, (counted) => listOrganizations(counted, { q: '', after: null })),
  });
  const few = await measured();
  const ids = Array.from({ length: 60 }, () => ctx.newId());
  await db.customer.createMany({
    data: ids.map((id, at) => ({
      workspaceId,
      id,
      displayName: `Anna ${at}`,
      organizationId,
      createdAt: world.now(),
    })),
  });
  await db.customerIdentity.createMany({
    data: ids.map((id, at) => ({
      workspaceId,
      id: ctx.newId(),
      customerId: id,
      kind: 'email' as const,
      value: `anna${at}@firma.test`,
    })),
  });
  for (let more = 0; more < 5; more++) await world.ticket(ctx, { subject: `Case ${more}` });
  expect(await measured()).toEqual(few);
  expect(few.list).toBeLessThanOrEqual(5);
  expect(few.profile).toBeLessThanOrEqual(23);
  expect(few.organization).toBeLessThanOrEqual(8);
  expect(few.organizations).toBe(1);
});
