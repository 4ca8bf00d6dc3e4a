import { z } from 'zod';
import { PROMISE_ABOUT } from '@/domain/promise/promise';
import { PRIORITIES, TICKET_TYPES } from '@/domain/ticket/ticket';

const HTML_LIMIT = 500_000;
const RECIPIENT_LIMIT = 50;

const recipients = z.array(z.email().max(254)).max(RECIPIENT_LIMIT);

/** Values of the workspace's own fields by their ids or short names; what each may be, its definition says. */
const ownFields = z
  .record(z.string().max(60), z.unknown())
  .refine((given) => Object.keys(given).length <= 200);

/** The statuses that a person may set; `new` and `closed` come by themselves. */
const settableStatus = z.enum(['open', 'pending', 'on_hold', 'solved']);

/** An id that the writer's browser gave the message: what comes twice under it is sent once. */
const ownMessageId = z.uuid().optional();

export const replyInput = z.object({
  messageId: ownMessageId,
  ticketId: z.uuid(),
  html: z.string().trim().min(1).max(HTML_LIMIT),
  submitAs: settableStatus,
  /** By mail, or a conversation (`private:` before its id answers a public comment in private); absent: as the customer last wrote. */
  via: z
    .union([z.literal('email'), z.string().regex(/^(private:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)])
    .optional(),
  /** A text that the channel's vendor approved, where nothing else may be sent. */
  template: z
    .object({
      name: z.string().min(1).max(512),
      language: z.string().min(2).max(20),
      parameters: z.array(z.string().trim().min(1).max(1000)).max(20),
    })
    .optional(),
  /** Absent: the requester. */
  to: recipients.min(1).optional(),
  cc: recipients.default([]),
  bcc: recipients.default([]),
  attachmentIds: z.array(z.uuid()).max(50).default([]),
  /** Absent: after the undo time. */
  sendAt: z.coerce.date().optional(),
  /** What this message promises: until when there is an answer or a solution. */
  promise: z.object({ about: z.enum(PROMISE_ABOUT), dueAt: z.coerce.date() }).optional(),
  /** The newest public message that the writer has seen; null for none; absent: do not check. */
  lastSeenMessageId: z.uuid().nullable().optional(),
});
export type ReplyInput = z.output<typeof replyInput>;

export const noteInput = z.object({
  messageId: ownMessageId,
  ticketId: z.uuid(),
  html: z.string().trim().min(1).max(HTML_LIMIT),
  attachmentIds: z.array(z.uuid()).max(50).default([]),
  /** Whom it mentions besides those whom its words mention. */
  mentions: z
    .array(z.object({ kind: z.enum(['user', 'team']), id: z.uuid() }))
    .max(50)
    .default([]),
});
export type NoteInput = z.input<typeof noteInput>;

const updateTicketInput = z.object({
  ticketId: z.uuid(),
  subject: z.string().trim().min(1).max(500).optional(),
  status: settableStatus.optional(),
  priority: z.enum(PRIORITIES).optional(),
  type: z.enum(TICKET_TYPES).optional(),
  assigneeId: z.uuid().nullable().optional(),
  teamId: z.uuid().nullable().optional(),
  language: z.enum(['en', 'hu', 'lv']).nullable().optional(),
  /** Names; unknown ones are created. */
  tags: z.array(z.string().trim().toLowerCase().min(1).max(60)).max(50).optional(),
  spam: z.boolean().optional(),
  /** Into the trash, or out of it; nothing else is changed then. */
  trash: z.boolean().optional(),
  /** When the ticket wakes up; null wakes it now. */
  snoozedUntil: z.coerce.date().nullable().optional(),
  fields: ownFields.optional(),
});

const tagNames = z.array(z.string().trim().toLowerCase().min(1).max(60)).max(50);

/** What a person at the screen sets, with what they saw there before. */
export const deskUpdateInput = updateTicketInput.extend({
  /** Tags one by one, so that two people who tag at once keep both. */
  addTags: tagNames.optional(),
  removeTags: tagNames.optional(),
  /** Any that was recognized may be set again (ISO 639). */
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable()
    .optional(),
  /** The values that stood on the screen; where another stands by now, the answer names the field. */
  seen: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])).optional(),
});
export type DeskUpdateInput = z.output<typeof deskUpdateInput>;

export const createTicketInput = z.object({
  subject: z.string().trim().min(1).max(500),
  requester: z.object({
    email: z.email().max(254),
    name: z.string().trim().max(200).default(''),
  }),
  html: z.string().trim().min(1).max(HTML_LIMIT),
  /** Who is speaking: the customer (told to us by hand or by an app), us to the customer, or a note. */
  kind: z.enum(['inbound', 'public', 'note']).default('inbound'),
  channel: z.enum(['web', 'api', 'phone', 'email']).default('web'),
  priority: z.enum(PRIORITIES).default('normal'),
  type: z.enum(TICKET_TYPES).default('question'),
  assigneeId: z.uuid().nullable().default(null),
  teamId: z.uuid().nullable().default(null),
  language: z.enum(['en', 'hu', 'lv']).nullable().default(null),
  tags: z.array(z.string().trim().toLowerCase().min(1).max(60)).max(50).default([]),
  attachmentIds: z.array(z.uuid()).max(50).default([]),
  fields: ownFields.optional(),
});
export type CreateTicketInput = z.output<typeof createTicketInput>;

const draftPromise = z.object({
  about: z.enum(PROMISE_ABOUT),
  dueAt: z.iso.datetime({ offset: true }),
  sentence: z.string().max(500),
});

/** A composer as it stands: nothing has to be right yet, but nothing may be without end. */
export const draftInput = z.object({
  ticketId: z.uuid(),
  kind: z.enum(['reply', 'note']),
  html: z.string().max(HTML_LIMIT),
  to: z.array(z.string().max(254)).max(RECIPIENT_LIMIT).default([]),
  cc: z.array(z.string().max(254)).max(RECIPIENT_LIMIT).default([]),
  bcc: z.array(z.string().max(254)).max(RECIPIENT_LIMIT).default([]),
  attachmentIds: z.array(z.uuid()).max(50).default([]),
  promise: draftPromise.nullish(),
});
export type DraftInput = z.output<typeof draftInput>;
export type DraftKind = DraftInput['kind'];

export const resendInput = z.object({
  messageId: z.uuid(),
  /** Absent: the addresses that failed. */
  to: z.email().max(254).optional(),
  /** Also keep `to` as the requester's address from now on. */
  keepAddress: z.boolean().default(false),
});
export type ResendInput = z.output<typeof resendInput>;

export const messageInput = z.object({ messageId: z.uuid() });
export type MessageInput = z.output<typeof messageInput>;

export const mergeInput = z.object({
  ticketId: z.uuid(),
  /** The number of the ticket that remains. */
  intoNumber: z.int().positive().max(2_147_483_647),
  /** The writer knows that the tickets are of two customers. */
  acrossCustomers: z.boolean().default(false),
});
export type MergeInput = z.output<typeof mergeInput>;

export const undoMergeInput = z.object({ mergeId: z.uuid() });
export type UndoMergeInput = z.output<typeof undoMergeInput>;

export const splitInput = z.object({
  ticketId: z.uuid(),
  messageIds: z.array(z.uuid()).min(1).max(500),
  subject: z.string().trim().min(1).max(500),
});
export type SplitInput = z.output<typeof splitInput>;
