import { ok } from '@/domain/shared/result';
import { listOrderRows, orderById } from '@/features/api/order-rows';
import { order, orderList, orderQuery, saveOrderBody } from '@/features/api/schemas/orders';
import { idParams } from '@/features/api/schemas/shared';
import { deleteOrder as remove } from '@/features/orders/commands/delete-order';
import { saveOrder as save } from '@/features/orders/commands/save-order';
import { endpoint } from '@/server/http/endpoint';

const area = 'Orders';

export const listOrders = endpoint({
  id: 'listOrders',
  method: 'GET',
  path: '/orders',
  area,
  summary: 'List what customers ordered',
  permission: 'customer.read',
  query: orderQuery,
  answer: { status: 200, description: 'A page of orders, the one placed last first.', schema: orderList },
  run: (ctx, { query }) => listOrderRows(ctx, query),
});

export const saveOrder = endpoint({
  id: 'saveOrder',
  method: 'POST',
  path: '/orders',
  area,
  summary: 'Tell of an order, or of how it stands now',
  description:
    'Say the whole order each time: it takes the place of what was said before of the order with this system and number. It appears on the customer’s page and beside their tickets. A customer whom nobody knows yet is added first.',
  permission: 'customer.write',
  body: saveOrderBody,
  answer: { status: 200, description: 'The order as it is now.', schema: order },
  run: (ctx, { body }) => save(ctx, body),
  show: (ctx, { orderId }) => orderById(ctx, orderId),
});

export const getOrder = endpoint({
  id: 'getOrder',
  method: 'GET',
  path: '/orders/{id}',
  area,
  summary: 'Read an order',
  permission: 'customer.read',
  params: idParams,
  answer: { status: 200, description: 'The order.', schema: order },
  run: async (ctx, { params }) => ok(await orderById(ctx, params.id)),
});

export const deleteOrder = endpoint({
  id: 'deleteOrder',
  method: 'DELETE',
  path: '/orders/{id}',
  area,
  summary: 'Remove an order',
  description: 'It goes from the customer’s page; the system that told of it keeps it.',
  permission: 'customer.write',
  params: idParams,
  answer: { status: 204, description: 'The order is gone.' },
  run: (ctx, { params }) => remove(ctx, { orderId: params.id }),
});
