import { z } from 'zod';
import { PROMISE_ABOUT } from '@/domain/promise/promise';
import { promiseSettingsInput } from '@/features/promises/commands/promise-fields';
import { givenInstant, id, instant, language, listOf, listQuery } from './shared';

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

const ticketPromise = promise
  .extend({
    number: z.int().meta({ description: 'Of the ticket.' }),
    subject: z.string(),
    requester: z.string(),
    assignee: z.string().nullable(),
  })
  .meta({ id: 'TicketPromise' });
export const ticketPromiseList = listOf(ticketPromise).meta({ id: 'TicketPromiseList' });
export const promisesQuery = listQuery.extend({
  list: z
    .enum(['open', 'at_risk', 'broken', 'kept', 'all'])
    .default('open')
    .meta({ description: '`at_risk` is the part of `open` that is about to break.' }),
  customer: z.uuid().optional().meta({ description: 'Only those on tickets of this customer.' }),
});

export const createPromiseBody = z
  .strictObject({
    about: z.enum(PROMISE_ABOUT).default('answer'),
    dueAt: givenInstant.optional().meta({
      description: 'Default: as the running target or the history of like tickets tells.',
    }),
    text: z.string().trim().max(2000).default(''),
  })
  .meta({ id: 'CreatePromise' });

const settings = promiseSettingsInput.shape;
const ownText = z.object({ locale: language, about: z.enum(PROMISE_ABOUT), text: z.string() });

export const promiseSettings = z
  .object({
    automatic: z
      .boolean()
      .meta({ description: 'Customers are told a time when they are told that we have their request.' }),
    sla: z.boolean(),
    statistical: z.boolean(),
    channels: settings.channels,
    minimumSample: z.int(),
    riskPercent: z
      .int()
      .meta({ description: 'Of the working time until the promised one; then the notice is ready.' }),
    roundMinutes: z.int(),
    texts: z.array(ownText).meta({ description: 'Own words of the notices.' }),
  })
  .meta({ id: 'PromiseSettings' });

export const updatePromiseSettingsBody = z
  .strictObject({
    automatic: settings.automatic,
    sla: settings.sla,
    statistical: settings.statistical,
    channels: settings.channels,
    minimumSample: z.int().min(5).max(1000),
    riskPercent: z.int().min(10).max(95),
    roundMinutes: z.literal([1, 5, 15, 30, 60]),
    texts: z.array(ownText.extend({ text: z.string().trim().max(2000) })).max(6),
  })
  .partial()
  .meta({
    id: 'UpdatePromiseSettings',
    description: 'What is absent stays; an empty text goes back to the shipped one.',
  });
