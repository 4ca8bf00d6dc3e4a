import { z } from 'zod';
import { LINKED_AS } from '@/domain/ticket/link-fact';
import { TICKET_STATUSES } from '@/domain/ticket/ticket';
import { ANSWER_LIMIT, answerFields } from '@/features/links/commands/answer-fields';
import { id, instant, listOf } from './shared';

const number = z.int().positive().max(2_147_483_647);

const as = z.enum(LINKED_AS).meta({
  description: 'What the other ticket is for this one: `problem` says that it is the problem behind it.',
});

export const ticketLink = z
  .object({
    id,
    as,
    ticket: z.object({
      number: z.int(),
      subject: z.string(),
      status: z.enum(TICKET_STATUSES),
      assignee: z.string().nullable(),
    }),
    createdAt: instant,
  })
  .meta({ id: 'TicketLink' });
export const ticketLinkList = listOf(ticketLink).meta({ id: 'TicketLinkList' });

const similarTicket = z
  .object({
    id,
    number: z.int(),
    subject: z.string(),
    status: z.enum(TICKET_STATUSES),
    requester: z.string(),
    activityAt: instant,
  })
  .meta({ id: 'SimilarTicket' });
export const similarTicketList = listOf(similarTicket).meta({ id: 'SimilarTicketList' });

export const createTicketLinkBody = z
  .strictObject({ ticket: number.meta({ description: 'Number of the other ticket.' }), as })
  .meta({ id: 'CreateTicketLink' });

export const answerIncidentsBody = z
  .strictObject({
    id: z.uuid().meta({
      description:
        'Made up by you, one for each answer. Sent again with the same id, no customer is answered twice.',
    }),
    texts: answerFields.shape.texts.meta({
      description:
        'HTML by language, with variables as macros have them. Who reads a language without a text gets that of the workspace.',
    }),
    status: answerFields.shape.submitAs.meta({ description: 'Status of the incidents afterwards.' }),
    incidents: z
      .array(number)
      .min(1)
      .max(ANSWER_LIMIT)
      .optional()
      .meta({
        description: `Numbers of incidents. Absent: the open ones, ${ANSWER_LIMIT} at a time.`,
      }),
    after: number
      .optional()
      .meta({ description: 'Only incidents above this number: `next` of the call before.' }),
  })
  .meta({ id: 'AnswerIncidents' });

export const incidentAnswers = z
  .object({
    answers: z.array(
      z.object({
        number: z.int(),
        messageId: id
          .nullable()
          .meta({ description: 'The message that leaves at `sendAt`; null where there is none.' }),
        sendAt: instant.nullable(),
        problem: z
          .string()
          .nullable()
          .meta({ description: 'Why there is none.', example: 'ticket.no_address' }),
        reason: z.string().nullable().meta({ description: 'With `channel.closed`: what stands in the way.' }),
      }),
    ),
    next: z
      .int()
      .nullable()
      .meta({ description: 'Call again with it as `after`; null when all were tried.' }),
  })
  .meta({ id: 'IncidentAnswers' });
