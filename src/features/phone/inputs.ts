import { z } from 'zod';
import { ATTEMPT_OUTCOMES } from '@/domain/phone/callback';

const note = z.string().trim().max(5_000);
const window = z.object({ start: z.coerce.date(), end: z.coerce.date() });

/** A call that somebody had, as they note it. */
export const logCallInput = z.object({
  direction: z.enum(['inbound', 'outbound']),
  outcome: z.enum(['completed', 'missed', 'voicemail', 'no_answer', 'busy', 'failed']),
  /** As it was typed; empty when withheld. */
  number: z.string().trim().max(40).default(''),
  customerId: z.uuid().nullable().default(null),
  /** Null: the customer's matter of these days, or a new ticket. */
  ticketId: z.uuid().nullable().default(null),
  /** Opens a new ticket whatever else there is. */
  newTicket: z.boolean().default(false),
  subject: z.string().trim().max(500).default(''),
  /** Of a caller whom we do not know yet. */
  name: z.string().trim().max(200).default(''),
  startedAt: z.coerce.date().optional(),
  talkSeconds: z.number().int().min(0).max(86_400).default(0),
  holdSeconds: z.number().int().min(0).max(86_400).default(0),
  wrapUpSeconds: z.number().int().min(0).max(86_400).default(0),
  dispositionId: z.uuid().nullable().default(null),
  note: note.default(''),
  consent: z.enum(['announced', 'opted_in', 'opted_out', 'never']).nullable().default(null),
  /** Uploads: a recording, or what else belongs to the call. */
  attachmentIds: z.array(z.uuid()).max(10).default([]),
  /** The callback that this call was made for. */
  callbackId: z.uuid().nullable().default(null),
  /** A call that is to follow. */
  followUp: window.nullable().default(null),
});
export type LogCallInput = z.output<typeof logCallInput>;

/** What is added to a call that a telephone system brought. */
export const finishCallInput = z.object({
  callId: z.uuid(),
  note: note.optional(),
  dispositionId: z.uuid().nullable().optional(),
  /** The ticket on which it is to stand; only while it is not placed yet. */
  ticketId: z.uuid().nullable().optional(),
  /** Ends the after-call work. */
  done: z.boolean().default(true),
});
export type FinishCallInput = z.output<typeof finishCallInput>;

export const callInput = z.object({ callId: z.uuid() });
export type CallInput = z.output<typeof callInput>;

export const callbackInput = z.object({ callbackId: z.uuid() });
export type CallbackInput = z.output<typeof callbackInput>;

export const claimInput = callbackInput.extend({
  /** Null gives it back. */
  assigneeId: z.uuid().nullable(),
});
export type ClaimInput = z.output<typeof claimInput>;

export const rescheduleInput = callbackInput.extend({ window });
export type RescheduleInput = z.output<typeof rescheduleInput>;

export const attemptInput = callbackInput.extend({
  outcome: z.enum(ATTEMPT_OUTCOMES),
  note: z.string().trim().max(2_000).default(''),
});
export type AttemptInput = z.output<typeof attemptInput>;

export const requestCallbackInput = z
  .object({
    ticketId: z.uuid().nullable().default(null),
    customerId: z.uuid().nullable().default(null),
    number: z.string().trim().min(3).max(40),
    window: window.nullable().default(null),
    note: z.string().trim().max(2_000).default(''),
    language: z.enum(['en', 'hu', 'lv']).nullable().default(null),
    timeZone: z.string().max(60).nullable().default(null),
    assigneeId: z.uuid().nullable().default(null),
  })
  .refine(({ ticketId, customerId }) => ticketId !== null || customerId !== null, { path: ['ticketId'] });

/** Whom to ring: of these the number is enough. */
export const dialInput = z.object({
  number: z.string().trim().min(3).max(40),
  ticketId: z.uuid().nullable().default(null),
  customerId: z.uuid().nullable().default(null),
  callbackId: z.uuid().nullable().default(null),
});
export type DialInput = z.output<typeof dialInput>;
