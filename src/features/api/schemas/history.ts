import { z } from 'zod';
import { factsAbout, HISTORY_TOPICS } from '@/domain/ticket/history-topic';
import { instant, listOf, listQuery } from './shared';

const facts = factsAbout(null);

const ticketChange = z
  .object({
    type: z.enum([...facts]).meta({ description: 'What happened.', example: 'ticket.status_changed' }),
    at: instant,
    actor: z
      .object({
        kind: z.enum(['agent', 'api_key', 'customer', 'rule', 'system']),
        id: z.string().nullable(),
        name: z.string(),
      })
      .meta({ description: 'Who did it; an API key has a name and no id.' }),
    from: z
      .string()
      .nullable()
      .meta({ description: 'What stood there before: its name as it is called now, or the value.' }),
    to: z.string().nullable().meta({ description: 'What stands there since.' }),
    data: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .meta({ description: 'Ids and values as the history keeps them.' }),
    cause: z
      .object({
        macro: z.string().nullable(),
        rule: z.string().nullable(),
        message: z.enum(['inbound', 'outbound', 'note']).nullable(),
      })
      .meta({
        description: 'What it came with: the macro, the rule, or the message with which it was saved.',
      }),
  })
  .meta({ id: 'TicketChange' });
export const ticketChangeList = listOf(ticketChange).meta({ id: 'TicketChangeList' });

export const historyQuery = listQuery.extend({
  field: z.enum(HISTORY_TOPICS).optional().meta({ description: 'Only changes of this field or matter.' }),
});

/** The place of a change in the history. */
export const historyPlace = z.object({ position: z.string().regex(/^\d{1,18}$/) });
