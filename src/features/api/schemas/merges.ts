import { z } from 'zod';

export const mergeTicketBody = z
  .strictObject({
    into: z.int().positive().max(2_147_483_647).meta({ description: 'Number of the ticket that remains.' }),
    acrossCustomers: z.boolean().default(false).meta({
      description: 'Say that you know that the tickets are of two customers. Needs a manager.',
    }),
  })
  .meta({ id: 'MergeTicket' });

export const splitTicketBody = z
  .strictObject({
    messageIds: z.array(z.uuid()).min(1).max(500).meta({ description: 'The messages that go.' }),
    subject: z.string().trim().min(1).max(500).meta({ description: 'Subject of the new ticket.' }),
  })
  .meta({ id: 'SplitTicket' });
