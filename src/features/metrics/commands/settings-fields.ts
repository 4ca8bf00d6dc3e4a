import { z } from 'zod';
import { FCR_VARIANTS, HOURS_MODES, METRIC_NAMES } from '@/domain/metrics/registry';
import { isCurrency } from '@/domain/shared/money';

/** How a workspace counts; what is absent stays as it is. */
export const metricSettingsInput = z.strictObject({
  fcrVariant: z.enum(FCR_VARIANTS).optional(),
  fcrDays: z.int().min(1).max(60).optional(),
  thanksReopen: z.boolean().optional(),
  hours: z.enum(HOURS_MODES).optional(),
  weekStart: z.int().min(1).max(7).optional(),
  answerSeconds: z.int().min(1).max(3600).optional(),
  shortSeconds: z.int().min(0).max(600).optional(),
  /** Whether browsers measure how long tickets are in front of people. */
  measureFocus: z.boolean().optional(),
  costCurrency: z.string().refine(isCurrency, 'is no currency').optional().meta({ example: 'EUR' }),
  /** What support costs in a month, everything included; null takes it away. */
  costs: z
    .array(
      z.strictObject({
        month: z
          .string()
          .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
          .meta({ description: 'A month of a year.', example: '2026-03' }),
        amount: z
          .string()
          .max(20)
          .nullable()
          .meta({ description: 'A decimal number as text, in `costCurrency`.', example: '42000.00' }),
      }),
    )
    .max(36)
    .optional(),
  /** A null value takes the target away. */
  targets: z
    .array(z.strictObject({ metric: z.enum(METRIC_NAMES), value: z.number().finite().nullable() }))
    .max(200)
    .optional(),
  /** A null calendar lets the team count by the standard one. */
  calendars: z
    .array(z.strictObject({ teamId: z.uuid(), calendarId: z.uuid().nullable() }))
    .max(500)
    .optional(),
});
export type MetricSettingsInput = z.output<typeof metricSettingsInput>;
