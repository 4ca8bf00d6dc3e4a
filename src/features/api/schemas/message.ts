import { z } from 'zod';
import { anyOf, givenInstant, id, instant, listOf, listQuery } from './shared';
import { channel } from './ticket';

const DIRECTIONS = ['inbound', 'outbound', 'note'] as const;
const AUTOMATED = ['auto_reply', 'bounce', 'bulk', 'own'] as const;
const DELIVERIES = ['queued', 'sent', 'delivered', 'read', 'failed', 'bounced', 'cancelled'] as const;

const address = z.object({ name: z.string().nullable(), address: z.string() }).meta({ id: 'Address' });

const messageId = z.string().meta({
  description: 'RFC 5322 Message-ID, without angle brackets.',
  example: '4e6e35f5a38b4@mail.example.com',
});

export const attachment = z
  .object({
    id,
    name: z.string(),
    type: z.string().meta({ description: 'Media type, by what is in the file.', example: 'application/pdf' }),
    size: z.int().meta({ description: 'Bytes.' }),
    sha256: z.string().meta({ description: 'Hash of the content, in hex.' }),
    inline: z.boolean().meta({ description: 'Shown within the HTML.' }),
    contentId: z.string().nullable(),
  })
  .meta({ id: 'Attachment' });

export const message = z
  .object({
    id,
    ticketId: id
      .nullable()
      .meta({ description: 'Null for what belongs on no ticket, such as a stray report.' }),
    ticketNumber: z.int().nullable(),
    direction: z.enum(DIRECTIONS),
    channel,
    author: z.object({
      kind: z.enum(['customer', 'user', 'system']),
      id: id.nullable().meta({ description: 'Of the customer or user; null for an API key and the system.' }),
      name: z.string(),
      address: z.string().nullable(),
    }),
    subject: z.string(),
    text: z.string().meta({ description: 'The whole text.' }),
    visibleText: z.string().meta({ description: 'What was written now: without quotes and signature.' }),
    html: z.string().nullable().meta({ description: 'Cleaned HTML.' }),
    from: address.nullable(),
    replyTo: z.array(address),
    to: z.array(address),
    cc: z.array(address),
    bcc: z.array(address),
    messageId: messageId.nullable(),
    inReplyTo: messageId
      .nullable()
      .meta({ description: 'The first Message-ID of In-Reply-To, without brackets.' }),
    references: z.array(messageId),
    automated: z
      .enum(AUTOMATED)
      .nullable()
      .meta({ description: 'Null: a person wrote it. Everything else is never answered by a machine.' }),
    threadedBy: z.string().nullable().meta({
      description:
        'Why it stands on this ticket: `reply_token`, `in_reply_to`, `references`, `subject_number`, `new` …; `own_app`: written in the vendor’s own app.',
    }),
    mentions: z
      .array(z.object({ kind: z.enum(['user', 'team']), id, name: z.string() }))
      .meta({ description: 'Whom a note speaks to.' }),
    attachments: z.array(attachment),
    reactions: z
      .array(z.object({ emoji: z.string(), name: z.string() }))
      .meta({ description: 'How people reacted on the channel; an empty name is the customer.' }),
    language: z.string().nullable(),
    delivery: z
      .enum(DELIVERIES)
      .nullable()
      .meta({ description: 'What became of it; null for what is not sent.' }),
    deliveryDetail: z.string().nullable(),
    sendAt: instant.nullable().meta({ description: 'When an outbound message leaves.' }),
    sentAt: instant.nullable().meta({ description: 'Date of the mail, or when it left us.' }),
    receivedAt: instant.nullable(),
    createdAt: instant,
    headers: z
      .record(z.string(), z.union([z.string(), z.array(z.string())]))
      .nullable()
      .optional()
      .meta({
        description:
          'With `include=headers`: header fields by name in lower case; a repeated field holds an array. Null for what was no mail.',
      }),
  })
  .meta({ id: 'Message' });

export const messageList = listOf(message).meta({ id: 'MessageList' });

const include = z
  .literal('headers')
  .optional()
  .meta({ description: '`headers` adds the header fields of each mail.' });

export const messageQuery = z.strictObject({ include });

const SORTS = ['createdAt', '-createdAt'] as const;

const filters = {
  include,
  direction: anyOf(DIRECTIONS).optional(),
  automated: z
    .enum([...AUTOMATED, 'none'])
    .optional()
    .meta({ description: 'How a machine made it, or `none` for what people wrote.' }),
  delivery: anyOf(DELIVERIES).optional(),
  since: givenInstant.optional().meta({ description: 'Stored at or after this moment.' }),
};

export const messagesQuery = listQuery.extend({
  ...filters,
  ticket: z.coerce
    .number()
    .int()
    .min(1)
    .max(2_147_483_647)
    .optional()
    .meta({ description: 'Number of a ticket.' }),
  sort: z.enum(SORTS).default('-createdAt'),
});

export const ticketMessagesQuery = listQuery.extend({ ...filters, sort: z.enum(SORTS).default('createdAt') });

export type MessagesQuery = z.output<typeof messagesQuery>;
