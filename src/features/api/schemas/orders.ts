import { z } from 'zod';
import { ORDER_STATUSES } from '@/domain/order/order';
import { orderFields } from '@/features/orders/commands/order-fields';
import { id, instant, listOf, listQuery } from './shared';

const amount = z.string().meta({ description: 'A decimal number as text.', example: '49.90' });

export const order = z
  .object({
    id,
    customerId: id.meta({ description: 'Whose it is.' }),
    system: z.string(),
    number: z.string(),
    status: z.string().meta({ description: 'In the words of the system.' }),
    knownStatus: z
      .enum(ORDER_STATUSES)
      .nullable()
      .meta({ description: 'What we take it for; null where the word itself is shown.' }),
    total: amount,
    currency: z.string(),
    placedAt: instant,
    summary: z.string(),
    lines: z.array(
      z.object({
        name: z.string(),
        quantity: z.number(),
        sku: z.string().nullable(),
        total: amount.nullable(),
      }),
    ),
    url: z.string().nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Order' });
export const orderList = listOf(order).meta({ id: 'OrderList' });

export const orderQuery = listQuery.extend({
  customer: z.uuid().optional().meta({ description: 'Only those of this customer.' }),
  system: z.string().max(60).optional().meta({ description: 'Only those of this system.' }),
  number: z
    .string()
    .max(60)
    .optional()
    .meta({ description: 'Only those of this number; give `system` too.' }),
});

export const saveOrderBody = orderFields.meta({ id: 'SaveOrder' });
