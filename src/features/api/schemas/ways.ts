import { z } from 'zod';
import { instant } from './shared';
import { channel } from './ticket';

const way = z
  .object({
    id: z.string().meta({
      description:
        'What a message names as `via`: `email`, the id of a conversation, or `private:` and that id for a private answer to a public comment.',
    }),
    channel,
    account: z.string().meta({ description: 'Who speaks: a mailbox, a page, a bot.' }),
    handle: z.string().meta({ description: 'Who is reached: an address, a number, `@anna`.' }),
    isPublic: z.boolean(),
    state: z.enum(['open', 'template', 'closed']).meta({
      description: '`template`: with an approved text only.',
    }),
    openUntil: instant.nullable().meta({ description: 'Null: without an end, or not open.' }),
    why: z
      .string()
      .nullable()
      .meta({ description: 'What stands in the way, as a name that stays the same.' }),
    whyText: z
      .string()
      .nullable()
      .meta({ description: 'The same in words, in the language of `Accept-Language`.' }),
    approvedTexts: z.boolean().meta({ description: 'There are texts that may be sent at any time.' }),
  })
  .meta({ id: 'Way' });

export const wayList = z.object({ data: z.array(way) });

export const approvedTextsQuery = z.strictObject({
  via: z.uuid().meta({ description: 'The way: the id of a conversation.' }),
});

const approvedText = z
  .object({
    name: z.string(),
    language: z.string(),
    body: z.string().meta({ description: 'With `{{1}}` or `{{name}}` where something is filled in.' }),
    parameters: z
      .array(z.string())
      .meta({ description: 'What is filled in, in the order in which it is given.' }),
  })
  .meta({ id: 'ApprovedText' });

export const approvedTextList = z.object({ data: z.array(approvedText) });
