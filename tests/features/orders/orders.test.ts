import { afterAll, expect, test } from 'vitest';
import { deleteCustomer } from '@/features/customers/commands/delete-customer';
import { mergeCustomers } from '@/features/customers/commands/merge-customers';
import { unmergeCustomers } from '@/features/customers/commands/unmerge-customers';
import { orderFields } from '@/features/orders/commands/order-fields';
import { saveOrder } from '@/features/orders/commands/save-order';
import { ordersOf } from '@/features/orders/queries';
import { exportCustomers } from '@/features/segments/export-customers';
import type { StaffContext } from '@/server/context';
import { countingDatabase } from '../../support/counting-database';
import { newWorld } from '../../support/world';
import { apiWorld } from '../api/calls';
import { aCustomer } from '../customers/support';

const counting = countingDatabase();
afterAll(() => counting.close());

const order = (number: number | string, more: object = {}) => ({
  ...{ system: 'Web shop', number: String(number), status: 'paid', total: '49.90', currency: 'EUR' },
  ...{ placedAt: '2026-03-02T09:00:00+01:00', customer: { email: 'anna@customer.test' } },
  ...more,
});

async function told(ctx: StaffContext, ...[number, more]: [number | string, object?]) {
  return saveOrder(ctx, orderFields.parse(order(number, more)));
}

const numbers = async (ctx: StaffContext, customerId: string) =>
  (await ordersOf(ctx, { customerId })).orders.map(({ number }) => number);

test('an order is told by a program, told anew, read, listed and removed', async () => {
  const { world, admin, call } = await apiWorld();
  const { db, workspaceId } = world;
  const { ticketId } = await world.ticket(admin, { requester: { email: 'anna@customer.test', name: 'A' } });
  const { requesterId } = await db.ticket.findFirstOrThrow({ where: { workspaceId, id: ticketId } });
  await db.customer.updateMany({ where: { workspaceId, id: requesterId }, data: { externalId: 'C-7' } });
  const put = (body: object) => call('/orders', { method: 'POST', body });
  const lines = [{ name: 'Kettle', quantity: 2, sku: 'K-1', total: '49.90' }];
  const made = await put(order('#1001', { lines, url: 'https://shop.test/orders/1001' }));
  expect(made).toMatchObject({
    status: 200,
    json: {
      customerId: requesterId,
      number: '#1001',
      knownStatus: 'paid',
      total: '49.90',
      placedAt: '2026-03-02T08:00:00.000Z',
      lines,
    },
  });
  const anew = await put(
    order('#1001', {
      status: 'In transit',
      total: '12990',
      currency: 'HUF',
      customer: { externalId: 'C-7' },
    }),
  );
  expect(anew.json).toMatchObject({
    ...{
      id: made.json.id,
      status: 'In transit',
      knownStatus: 'shipped',
      total: '12990',
      lines: [],
      url: null,
    },
  });
  const other = await put(order(2, { system: 'Till', customer: { id: requesterId }, status: 'weird' }));
  expect(other.json.knownStatus).toBeNull();

  const page = await call(`/orders?customer=${requesterId}&limit=1`);
  const rest = await call(`/orders?customer=${requesterId}&limit=1&cursor=${page.json.nextCursor}`);
  expect([...page.json.data, ...rest.json.data].map(({ id }) => id).sort()).toEqual(
    [made.json.id, other.json.id].sort(),
  );
  expect(rest.json.nextCursor).toBeNull();
  expect((await call('/orders?system=Till&number=2')).json.data).toHaveLength(1);
  expect((await call(`/orders/${made.json.id}`)).json).toEqual(anew.json);
  expect((await call(`/orders/${made.json.id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await call(`/orders/${made.json.id}`)).status).toBe(404);
  expect((await call(`/orders/${made.json.id}`, { method: 'DELETE' })).status).toBe(404);
});

test('what is wrong with an order is said field by field, and a link is http or https', async () => {
  const { call } = await apiWorld();
  const wrong = async (more: object) => {
    const { status, json } = await call('/orders', { method: 'POST', body: order(1, more) });
    return [status, json.errors?.map(({ field }: { field: string }) => field)];
  };
  expect(await wrong({ total: '49,90' })).toEqual([422, ['total']]);
  expect(await wrong({ total: '12990.50', currency: 'HUF' })).toEqual([422, ['total']]);
  expect(await wrong({ lines: [{ name: 'x', total: 'free' }] })).toEqual([422, ['lines.0.total']]);
  expect(await wrong({ currency: 'EURO' })).toEqual([422, ['currency']]);
  expect(await wrong({ url: 'javascript:alert(1)' })).toEqual([422, ['url']]);
  expect(await wrong({ placedAt: 'yesterday' })).toEqual([422, ['placedAt']]);
  const nobody = await call('/orders', { method: 'POST', body: order(1) });
  expect([nobody.status, nobody.json.code]).toEqual([404, 'order.no_customer']);
});

test('who may read customers reads their orders, and no key of another workspace or without leave does', async () => {
  const { world, ctx, customerId } = await aCustomer();
  await told(ctx, 1);
  expect(await numbers(await world.member({ role: 'light_agent', scope: 'own' }), customerId)).toEqual(['1']);
  expect(await told(await world.member({ role: 'light_agent' }), 2)).toMatchObject({ ok: false });
  const stranger = await (await newWorld()).member({ role: 'owner' });
  expect(await ordersOf(stranger, { customerId })).toMatchObject({ orders: [], count: 0, connected: false });
  expect(await told(stranger, 3, { customer: { id: customerId } })).toMatchObject({
    error: { code: 'order.no_customer' },
  });
  const { call } = await apiWorld(['tickets:write']);
  expect((await call('/orders')).status).toBe(403);
  expect((await call('/orders', { method: 'POST', body: order(1) })).status).toBe(403);
});

test('a page of orders is one statement for few and for many, the newest first', async () => {
  const { ctx, customerId } = await aCustomer();
  const counted = { ...ctx, db: counting.db };
  await ordersOf(counted, { customerId });
  const cost = async () => {
    counting.statements();
    const page = await ordersOf(counted, { customerId });
    return { page, statements: counting.statements().length };
  };
  expect(await cost()).toMatchObject({ page: { orders: [], connected: false }, statements: 1 });
  for (let at = 1; at <= 12; at++) {
    await told(ctx, at, { placedAt: `2026-03-${String(at).padStart(2, '0')}T09:00:00Z` });
  }
  const { page, statements } = await cost();
  expect(statements).toBe(1);
  expect(page).toMatchObject({ count: 12, connected: true });
  const rest = await ordersOf(ctx, { customerId, after: page.next });
  expect([...page.orders, ...rest.orders].map(({ number }) => Number(number))).toEqual(
    Array.from({ length: 12 }, (_, at) => 12 - at),
  );
  expect(rest.next).toBeNull();
});

test('orders follow a merge and go back with it, later ones by whom they name', async () => {
  const { world, ctx, customerId } = await aCustomer();
  const { db, workspaceId } = world;
  const { ticketId } = await world.ticket(ctx, { requester: { email: 'anna@home.test', name: 'Anna' } });
  const { requesterId: sourceId } = await db.ticket.findFirstOrThrow({
    where: { workspaceId, id: ticketId },
  });
  await db.customer.updateMany({ where: { workspaceId, id: sourceId }, data: { externalId: 'C-9' } });
  const home = { customer: { email: 'anna@home.test' } };
  await told(ctx, 'own');
  await told(ctx, 'moved', home);
  const merged = await mergeCustomers(ctx, { sourceId, targetId: customerId });
  if (!merged.ok) throw new Error(merged.error.code);
  expect((await numbers(ctx, customerId)).sort()).toEqual(['moved', 'own']);
  world.pass(60);
  await told(ctx, 'by old id', { customer: { id: sourceId } });
  await told(ctx, 'by mail', home);
  await told(ctx, 'by its id', { customer: { externalId: 'C-9' } });
  await told(ctx, 'later');
  await told(ctx, 'moved', { ...home, status: 'shipped' });
  expect(await numbers(ctx, customerId)).toHaveLength(6);

  const parted = await unmergeCustomers(ctx, { mergeId: merged.value.mergeId });
  expect(parted.ok).toBe(true);
  expect((await numbers(ctx, customerId)).sort()).toEqual(['later', 'own']);
  expect((await numbers(ctx, sourceId)).sort()).toEqual(['by its id', 'by mail', 'by old id', 'moved']);
});

test('orders go with a customer who is deleted, whether the record stays or not, and nobody is given new ones', async () => {
  const { world, customerId } = await aCustomer();
  const { db, workspaceId } = world;
  const lead = await world.member({ role: 'manager' });
  await told(lead, 1);
  const id = lead.newId();
  await db.customer.create({ data: { workspaceId, id, displayName: 'Berta' } });
  await told(lead, 2, { customer: { id } });
  await db.ticket.updateMany({ where: { workspaceId }, data: { status: 'solved', active: false } });
  expect((await deleteCustomer(lead, { customerId, anonymise: true })).ok).toBe(true);
  expect((await deleteCustomer(lead, { customerId: id, anonymise: false })).ok).toBe(true);
  expect(await db.order.count({ where: { workspaceId } })).toBe(0);
  expect(await told(lead, 1, { customer: { id: customerId } })).toMatchObject({
    error: { code: 'order.no_customer' },
  });
});

test('an export says how many orders there are and when the last was placed', async () => {
  const { world, ctx } = await aCustomer();
  await told(ctx, 1);
  await told(ctx, 2, { placedAt: '2026-03-03T09:00:00Z' });
  const lead = await world.member({ role: 'manager' });
  const wanted = { q: '', conditions: null, locale: 'en', what: '' };
  const [heads = '', row = ''] = (await new Response(await exportCustomers(lead, wanted)).text()).split(
    '\r\n',
  );
  const cell = (name: string) => row.split(',')[heads.split(',').indexOf(name)];
  expect([cell('orders'), cell('last_order')]).toEqual(['2', '2026-03-03T09:00:00.000Z']);
});
