import { z } from 'zod';
import { TIER_COLOURS } from '@/domain/customer/tier';

const name = z.string().trim().max(60);

/** A tier as forms and programs give it. */
export const tierFields = z.object({
  names: z
    .object({ en: name.default(''), hu: name.default(''), lv: name.default('') })
    .refine((names) => Object.values(names).some(Boolean)),
  /** 1 is the highest; the others make room. */
  rank: z.int().min(1).max(50),
  colour: z.enum(TIER_COLOURS).default('grey'),
});
