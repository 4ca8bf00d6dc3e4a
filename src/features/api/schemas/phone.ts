import { z } from 'zod';
import { PHONE_PROVIDERS } from '@/channels/phone/provider-kinds';
import { CALL_COMPLETIONS } from '@/domain/phone/call';
import { ATTEMPT_OUTCOMES } from '@/domain/phone/callback';
import { givenInstant, id, instant, language, listOf, listQuery } from './shared';

const CONSENTS = ['announced', 'opted_in', 'opted_out', 'never'] as const;

const seconds = z.int().meta({ description: 'In seconds.' });

/** A call, in the shape of all providers. */
export const call = z
  .object({
    id,
    provider: z.enum(['hand', ...PHONE_PROVIDERS]),
    direction: z.enum(['inbound', 'outbound', 'internal']),
    status: z.enum(['queued', 'initiated', 'ringing', 'in_progress', 'ended']),
    completion: z.enum(CALL_COMPLETIONS).nullable(),
    number: z.string().meta({ description: "The customer's number; empty when it was withheld." }),
    ticketId: id.nullable(),
    messageId: id.nullable(),
    agentId: id.nullable(),
    startedAt: instant,
    endedAt: instant.nullable(),
    waitSeconds: seconds,
    talkSeconds: seconds,
    holdSeconds: seconds,
    wrapUpSeconds: seconds,
    dispositionId: id.nullable(),
    disposition: z.string().nullable(),
    note: z.string(),
    transcript: z.string().meta({ description: 'What was said, where the telephone system wrote it down.' }),
    recordingState: z.enum(['awaited', 'stored', 'absent', 'failed', 'expired']).nullable(),
    recordingSeconds: seconds.nullable(),
    recordingUntil: instant.nullable().meta({ description: 'When the recording is deleted.' }),
    recordingConsent: z.enum(CONSENTS).nullable(),
  })
  .meta({ id: 'Call' });

export const callList = listOf(call);

export const callQuery = listQuery.extend({ ticketId: z.uuid().optional() });

export const createCallBody = z
  .strictObject({
    direction: z.enum(['inbound', 'outbound']),
    outcome: z.enum(['completed', 'missed', 'voicemail', 'no_answer', 'busy', 'failed']),
    number: z.string().trim().max(40).default(''),
    customerId: z.uuid().nullable().default(null),
    ticketId: z
      .uuid()
      .nullable()
      .default(null)
      .meta({ description: 'Null: the matter of these days, or a new ticket.' }),
    newTicket: z.boolean().default(false),
    subject: z.string().trim().max(500).default(''),
    name: z.string().trim().max(200).default(''),
    startedAt: givenInstant.optional(),
    talkSeconds: z.int().min(0).max(86_400).default(0),
    holdSeconds: z.int().min(0).max(86_400).default(0),
    wrapUpSeconds: z.int().min(0).max(86_400).default(0),
    dispositionId: z.uuid().nullable().default(null),
    note: z.string().trim().max(5_000).default(''),
    consent: z
      .enum(CONSENTS)
      .nullable()
      .default(null)
      .meta({ description: 'What they said to being recorded; asked for when a recording is attached.' }),
    attachmentIds: z.array(z.uuid()).max(10).default([]),
    callbackId: z.uuid().nullable().default(null),
  })
  .meta({ id: 'CreateCall' });

export const updateCallBody = z
  .strictObject({
    note: z.string().trim().max(5_000).optional(),
    dispositionId: z.uuid().nullable().optional(),
  })
  .meta({ id: 'UpdateCall' });

const person = z.object({ id, name: z.string() });

/** A call that is owed. */
export const callback = z
  .object({
    id,
    status: z.enum(['requested', 'scheduled', 'dialing', 'done', 'failed', 'expired', 'cancelled']),
    number: z.string().meta({ description: 'E.164.' }),
    windowStart: instant,
    windowEnd: instant,
    timeZone: z.string().meta({ description: 'Where the customer reads the clock.' }),
    notBefore: instant,
    dueAt: instant,
    attempts: z.int(),
    maxAttempts: z.int(),
    note: z.string(),
    source: z.string(),
    codeWord: z.string().meta({ description: 'What the customer may say to be recognised.' }),
    language: z.string().nullable(),
    closedAt: instant.nullable(),
    assignee: person.nullable(),
    customer: person,
    ticket: z.object({ id, number: z.int(), subject: z.string() }),
    tries: z.array(
      z.object({
        number: z.int(),
        at: instant,
        outcome: z.enum(ATTEMPT_OUTCOMES),
        note: z.string(),
        agent: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Callback' });

export const callbackList = listOf(callback);

export const callbackQuery = listQuery.extend({ state: z.enum(['open', 'closed']).default('open') });

const window = z.strictObject({ start: givenInstant, end: givenInstant });

export const createCallbackBody = z
  .strictObject({
    ticketId: z.uuid().nullable().default(null),
    customerId: z.uuid().nullable().default(null),
    number: z.string().trim().min(3).max(40),
    window: window.nullable().default(null).meta({ description: 'Null: as soon as somebody is there.' }),
    note: z.string().trim().max(2_000).default(''),
    language: language.nullable().default(null),
    timeZone: z.string().max(60).nullable().default(null),
    assigneeId: z.uuid().nullable().default(null),
  })
  .meta({ id: 'CreateCallback' });

export const updateCallbackBody = z
  .strictObject({
    assigneeId: z.uuid().nullable().optional(),
    window: window.optional(),
    cancelled: z.literal(true).optional(),
  })
  .meta({ id: 'UpdateCallback' });

export const attemptBody = z
  .strictObject({
    outcome: z.enum(ATTEMPT_OUTCOMES),
    note: z.string().trim().max(2_000).default(''),
  })
  .meta({ id: 'CallbackAttempt' });

export const callerQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .meta({ description: 'A number, a spoken code or a name.', example: 'panda 47' }),
});

export const foundCallers = z
  .object({
    number: z.string().nullable().meta({ description: 'As people read it; null when it is no number.' }),
    code: z
      .string()
      .nullable()
      .meta({ description: 'The spoken code as it was read; null when it is none.' }),
    data: z.array(
      z.object({
        customer: z.object({ id, name: z.string() }),
        ticket: z
          .object({ id, number: z.int(), subject: z.string() })
          .nullable()
          .meta({ description: 'An open ticket that you may see.' }),
      }),
    ),
  })
  .meta({ id: 'FoundCallers' });
