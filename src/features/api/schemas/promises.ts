import { z } from 'zod';
import { PROMISE_ABOUT } from '@/domain/promise/promise';
import { givenInstant, id, instant, listOf } from './shared';

export const promise = z
  .object({
    id,
    about: z.enum(PROMISE_ABOUT),
    source: z.enum(['manual', 'sla', 'statistical', 'general']),
    state: z.enum(['open', 'at_risk', 'paused', 'kept', 'broken', 'late', 'replaced', 'withdrawn']),
    promisedAt: instant,
    promisedBy: z.string().meta({ description: 'Empty where it was promised by itself.' }),
    dueAt: instant,
    text: z.string(),
    sample: z.int().nullable().meta({ description: 'How many like tickets it was estimated from.' }),
    keptAt: instant.nullable(),
    brokenAt: instant.nullable().meta({ description: 'The due instant itself.' }),
    endedAt: instant.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Promise' });
export const promiseList = listOf(promise).meta({ id: 'PromiseList' });

export const createPromiseBody = z
  .strictObject({
    about: z.enum(PROMISE_ABOUT).default('answer'),
    dueAt: givenInstant.optional().meta({
      description: 'Default: as the running target or the history of like tickets tells.',
    }),
    text: z.string().trim().max(2000).default(''),
  })
  .meta({ id: 'CreatePromise' });
