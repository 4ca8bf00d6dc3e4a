import { z } from 'zod';
import { CHANNELS, PRIORITIES, TICKET_STATUSES, TICKET_TYPES } from '@/domain/ticket/ticket';
import { template, via } from './answer-way';
import {
  anyOf,
  givenInstant,
  id,
  instant,
  language,
  listOf,
  listQuery,
  mailAddress,
  ownFields,
  shownOwnFields,
  tagName,
} from './shared';
import { ticketSla } from './sla';

export const channel = z.enum(CHANNELS);

const number = z.int().min(1).meta({ description: 'What people call the ticket by.', example: 1042 });

export const ticketNumberParams = z.object({ number: z.coerce.number().int().min(1).max(2_147_483_647) });

const requester = z
  .object({ id, name: z.string(), email: z.string().nullable() })
  .meta({ description: 'The customer who asks.' });

const assignee = z
  .object({ id, name: z.string(), email: z.string() })
  .meta({ description: 'The user who has it.' });

const team = z.object({ id, name: z.string() }).meta({ description: 'The team that owns it.' });

export const ticket = z
  .object({
    id,
    number,
    subject: z.string(),
    status: z.enum(TICKET_STATUSES),
    statusCategory: z.enum(TICKET_STATUSES).meta({ description: 'What kind of status it is.' }),
    priority: z.enum(PRIORITIES),
    type: z.enum(TICKET_TYPES),
    channel,
    requester,
    assignee: assignee.nullable(),
    team: team.nullable(),
    tags: z.array(z.string()),
    language: language.nullable().meta({ description: 'Language of the requester, where known.' }),
    spam: z.boolean(),
    trashedAt: instant.nullable().meta({
      description:
        'When it was put into the trash; shown to those who may take it out. It is erased when its days are over.',
    }),
    followUpOf: number.nullable().meta({ description: 'Number of the closed ticket that it continues.' }),
    mergedInto: number.nullable().meta({ description: 'Number of the ticket that it was merged into.' }),
    createdAt: instant,
    updatedAt: instant,
    activityAt: instant.meta({ description: 'When somebody last wrote.' }),
    firstRepliedAt: instant.nullable().meta({ description: 'When a person first answered in public.' }),
    solvedAt: instant.nullable(),
    closedAt: instant.nullable(),
    snoozedUntil: instant.nullable().meta({ description: 'When a ticket that sleeps wakes up.' }),
    fields: shownOwnFields,
    sla: ticketSla.meta({ description: 'What is promised, and how it stands.' }),
  })
  .meta({ id: 'Ticket' });

export const ticketList = listOf(ticket).meta({ id: 'TicketList' });

/** An id, or `none`. */
const idOrNone = z.union([z.uuid(), z.literal('none')]);

const SORTS = [
  'createdAt',
  '-createdAt',
  'updatedAt',
  '-updatedAt',
  'number',
  '-number',
  'nextDueAt',
] as const;

export const ticketQuery = listQuery.extend({
  status: anyOf(TICKET_STATUSES).optional(),
  statusCategory: anyOf(TICKET_STATUSES).optional(),
  priority: anyOf(PRIORITIES).optional(),
  type: anyOf(TICKET_TYPES).optional(),
  channel: anyOf(CHANNELS).optional(),
  assignee: z
    .union([idOrNone, mailAddress])
    .optional()
    .meta({ description: 'Id or mail address of a user, or `none`.' }),
  team: idOrNone.optional().meta({ description: 'Id of a team, or `none`.' }),
  tag: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(tagName).min(1).max(20))
    .optional()
    .meta({ description: 'Tickets with all of these tags, joined by commas.', override: { type: 'string' } }),
  field: z
    .string()
    .max(500)
    .regex(/^[a-z][a-z0-9_]*:.+$/)
    .optional()
    .meta({
      description:
        'Tickets whose own field has this value, as `order_number:KT-1`: text without regard to case, a number, a day, the key of an option, or `true`.',
    }),
  requester: z
    .union([z.uuid(), mailAddress])
    .optional()
    .meta({ description: 'Id or mail address of a customer.' }),
  spam: z.enum(['true', 'false']).optional(),
  trash: z.enum(['true', 'false']).optional().meta({
    description: '`true`: what lies in the trash, for those who may take it out. Otherwise it is in no list.',
  }),
  updatedSince: givenInstant.optional().meta({
    description:
      'Changed at or after this moment. Together with `sort=updatedAt` for keeping a copy in step.',
  }),
  createdSince: givenInstant.optional(),
  dueFrom: givenInstant.optional().meta({ description: 'The next due time is at or after this moment.' }),
  dueBefore: givenInstant
    .optional()
    .meta({ description: 'The next due time is before this moment; the present one finds what is late.' }),
  q: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .optional()
    .meta({
      description:
        'Full-text search: words that must all occur, "phrases", `or`, `-without`. Finds inflected forms, words typed ' +
        'without accents, the beginning of the last word, ticket numbers and mail addresses.',
    }),
  sort: z
    .enum(SORTS)
    .optional()
    .meta({
      description:
        'A minus sorts downwards. Default: `-createdAt`; with `q`, the newest activity first. `nextDueAt` lists only ' +
        'tickets on which something is due.',
    }),
});
export type TicketQuery = z.output<typeof ticketQuery>;

const HTML_LIMIT = 500_000;

/** Exactly one of the two; HTML is cleaned before it is stored. */
const words = {
  text: z.string().trim().min(1).max(HTML_LIMIT).optional().meta({ description: 'Plain text.' }),
  html: z
    .string()
    .trim()
    .min(1)
    .max(HTML_LIMIT)
    .optional()
    .meta({ description: 'HTML; cleaned on arrival.' }),
};

type Words = Readonly<{ text?: string | undefined; html?: string | undefined }>;

const hasOne = ({ text, html }: Words) => (text === undefined) !== (html === undefined);
const oneOfTwo = { path: ['text'], message: 'text or html' };

const attachmentIds = z
  .array(z.uuid())
  .max(50)
  .default([])
  .meta({ description: 'Uploads (`POST /attachments`) that become attachments of the message.' });

const fields = {
  priority: z.enum(PRIORITIES),
  type: z.enum(TICKET_TYPES),
  assigneeId: z.uuid().nullable(),
  teamId: z.uuid().nullable(),
  language: language.nullable(),
  tags: z.array(tagName).max(50),
};

export const createTicketBody = z
  .strictObject({
    subject: z.string().trim().min(1).max(500),
    requester: z
      .strictObject({ email: mailAddress, name: z.string().trim().max(200).default('') })
      .meta({ description: 'Found by address; a new customer when nobody has it.' }),
    ...words,
    kind: z.enum(['inbound', 'public', 'note']).default('inbound').meta({
      description:
        'Who speaks: the customer (`inbound`), we to the customer by mail (`public`), or we among ourselves (`note`).',
    }),
    channel: z.enum(['api', 'web', 'phone']).default('api'),
    priority: fields.priority.default('normal'),
    type: fields.type.default('question'),
    assigneeId: fields.assigneeId.default(null),
    teamId: fields.teamId.default(null),
    language: fields.language.default(null),
    tags: fields.tags.default([]),
    attachmentIds,
    fields: ownFields.optional(),
  })
  .refine(hasOne, oneOfTwo)
  .meta({ id: 'CreateTicket' });

const settableStatus = z.enum(['open', 'pending', 'on_hold', 'solved']);

export const updateTicketBody = z
  .strictObject({
    subject: z.string().trim().min(1).max(500),
    status: settableStatus.meta({ description: '`new` and `closed` come by themselves.' }),
    ...fields,
    addTags: fields.tags,
    removeTags: fields.tags,
    spam: z.boolean(),
    trash: z.boolean().meta({
      description:
        'Into the trash, or out of it; give it alone. Needs a manager, and a ticket in the trash can be changed in no other way.',
    }),
    snoozedUntil: givenInstant.nullable().meta({
      description:
        'Sends the ticket to sleep until then: `pending`, or still `on_hold`. A message of the customer wakes it earlier; null wakes it now.',
    }),
    fields: ownFields,
  })
  .partial()
  .meta({ id: 'UpdateTicket', description: 'What is absent stays as it is.' });

/** The most tickets that are changed by one call. */
const MOST_AT_ONCE = 50;

export const changeTicketsBody = z
  .strictObject({
    numbers: z.array(z.int().positive().max(2_147_483_647)).min(1).max(MOST_AT_ONCE).meta({
      description: 'Numbers of the tickets.',
    }),
    change: updateTicketBody,
  })
  .meta({ id: 'ChangeTickets' });

export const changedTickets = z
  .object({
    data: z.array(
      z.object({
        number,
        problem: z.string().nullable().meta({
          description: 'The code of the problem, as single changes give it; null where it was changed.',
        }),
      }),
    ),
  })
  .meta({ id: 'ChangedTickets', description: 'In the order of the numbers.' });

const recipients = z.array(mailAddress).max(50);

const mention = z
  .strictObject({ kind: z.enum(['user', 'team']), id: z.uuid() })
  .meta({ id: 'Mention', description: 'A person or a team.' });

export const createMessageBody = z
  .strictObject({
    kind: z.enum(['public', 'note']).meta({ description: 'To the customer, or an internal note.' }),
    ...words,
    via,
    template,
    to: recipients.min(1).optional().meta({ description: 'Of a mail. Default: the requester.' }),
    cc: recipients.default([]),
    bcc: recipients.default([]),
    attachmentIds,
    submitAs: settableStatus
      .optional()
      .meta({ description: 'Status after a public message. Default: as it is; `open` when it was new.' }),
    sendAt: givenInstant.optional().meta({
      description: 'Send later; a message of the customer cancels it. Default: after the undo time.',
    }),
    mentions: z.array(mention).max(50).default([]).meta({
      description: 'Of a note: whom it speaks to. They are told, and people follow the ticket from then on.',
    }),
    lastSeenMessageId: z.uuid().nullable().optional().meta({
      description: 'Refuse with `ticket.newer_message` when a public message has come since this one.',
    }),
  })
  .refine(({ template: used, via: way }) => !used || (way ?? 'email') !== 'email', {
    path: ['via'],
    message: 'an approved text needs the conversation in which it is sent',
  })
  .refine(hasOne, oneOfTwo)
  .meta({ id: 'CreateMessage' });
export type CreateMessageBody = z.output<typeof createMessageBody>;
