import { z } from 'zod';
import { isCurrency, minorUnits } from '@/domain/shared/money';

const amount = z
  .string()
  .trim()
  .meta({ description: 'A decimal number as text, with a point: `49.90`.', example: '49.90' });

const line = z.strictObject({
  name: z.string().trim().min(1).max(200),
  quantity: z.number().positive().max(1_000_000).default(1),
  sku: z.string().trim().max(60).nullable().default(null),
  total: amount.nullable().default(null).meta({ description: 'Of all pieces together.' }),
});

const customer = z.union([
  z.strictObject({ id: z.uuid() }),
  z.strictObject({ externalId: z.string().trim().min(1).max(200) }),
  z.strictObject({ email: z.string().trim().toLowerCase().pipe(z.email().max(254)) }),
]);

/** An order as another system tells it, whole; amounts are read as minor units of its currency. */
export const orderFields = z
  .strictObject({
    system: z.string().trim().min(1).max(60).meta({ description: 'What the system is called: `Web shop`.' }),
    number: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .meta({ description: 'Its number there. System and number together name the order.' }),
    customer: customer.meta({
      description:
        'Whose it is: by our id, by the id in another system, or by a mail address that is theirs.',
    }),
    status: z.string().trim().min(1).max(60).meta({
      description:
        'In the words of the system. Usual English ones, such as `paid`, `shipped` or `refunded`, are shown in the language of the reader.',
    }),
    total: amount,
    currency: z.string().refine(isCurrency, { error: 'is no currency of ISO 4217' }).meta({ example: 'EUR' }),
    placedAt: z.iso
      .datetime({ offset: true })
      .transform((value) => new Date(value))
      .meta({ description: 'Moment with its offset from UTC (RFC 3339).', example: '2026-03-02T09:00:00Z' }),
    summary: z
      .string()
      .trim()
      .max(500)
      .default('')
      .meta({ description: 'What it is about in one line; without it the lines say so.' }),
    lines: z.array(line).max(100).default([]),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullable()
      .default(null)
      .meta({ description: 'Its page in the system, for your people.' }),
  })
  .transform(({ lines, total, ...order }, context) => {
    const read = (text: string, path: (string | number)[]): number => {
      const units = isCurrency(order.currency) ? minorUnits(text, order.currency) : 0;
      if (units !== null) return units;
      context.addIssue({ code: 'custom', path, message: `is no amount in ${order.currency}` });
      return 0;
    };
    return {
      ...order,
      total: read(total, ['total']),
      lines: lines.map((each, at) => {
        return { ...each, total: each.total === null ? null : read(each.total, ['lines', at, 'total']) };
      }),
    };
  });
export type OrderFields = z.output<typeof orderFields>;
