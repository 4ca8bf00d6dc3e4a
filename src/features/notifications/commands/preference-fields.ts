import { z } from 'zod';
import { MAIL_WAYS, NOTICE_KINDS } from '@/domain/notification/preferences';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const choice = z.object({ app: z.boolean(), browser: z.boolean(), mail: z.enum(MAIL_WAYS) });

/** How a person wants to be told; quiet hours are two times or none. */
export const preferencesInput = z
  .object({
    choices: z.record(z.enum(NOTICE_KINDS), choice),
    digest: z.enum(['hourly', 'daily']),
    digestAt: time,
    quietFrom: time.nullable(),
    quietUntil: time.nullable(),
    quietWeekends: z.boolean(),
  })
  .refine(({ quietFrom, quietUntil }) => (quietFrom === null) === (quietUntil === null), {
    path: ['quietUntil'],
  })
  .refine(({ quietFrom, quietUntil }) => quietFrom === null || quietFrom !== quietUntil, {
    path: ['quietUntil'],
  });
export type PreferencesInput = z.output<typeof preferencesInput>;
