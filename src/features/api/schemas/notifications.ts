import { z } from 'zod';
import { MAIL_WAYS, NOTICE_KINDS } from '@/domain/notification/preferences';
import { givenInstant, id, instant, listOf, listQuery } from './shared';

const notice = z.object({
  id,
  kind: z.enum(NOTICE_KINDS),
  text: z.string().meta({ description: 'What happened, in the language of the workspace.' }),
  excerpt: z.string().meta({ description: 'How the message begins that it is about; empty for none.' }),
  at: instant,
});

const toldTicket = z
  .object({
    ticketNumber: z.int().nullable().meta({ description: 'Null for an article.' }),
    articleId: id.nullable().meta({ description: 'Null for a ticket.' }),
    subject: z.string().meta({ description: 'Of a ticket; the title of an article.' }),
    requester: z.string().nullable().meta({ description: 'Null for an article.' }),
    unread: z.boolean(),
    notices: z.array(notice).meta({ description: 'The three newest, the newest first.' }),
    more: z.int().meta({ description: 'How many more there are, up to fifty.' }),
  })
  .meta({ id: 'ToldTicket' });
export const toldTicketList = listOf(toldTicket).meta({ id: 'ToldTicketList' });

export const notificationQuery = listQuery.extend({
  unread: z.enum(['true', 'false']).default('false').meta({ description: 'Only what has unread ones.' }),
});

export const readNotificationsBody = z
  .strictObject({
    ticketNumber: z.int().positive().optional().meta({ description: 'Of this ticket alone.' }),
    articleId: z.uuid().optional().meta({ description: 'Of this article alone. Default: of everything.' }),
    until: givenInstant.optional().meta({ description: 'Default: now.' }),
  })
  .meta({ id: 'ReadNotifications' });

export const readNotificationsAnswer = z
  .object({ count: z.int().meta({ description: 'How many were unread.' }) })
  .meta({ id: 'NotificationsRead' });

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const choice = z.object({ app: z.boolean(), browser: z.boolean(), mail: z.enum(MAIL_WAYS) });

export const notificationSettings = z
  .object({
    choices: z.record(z.enum(NOTICE_KINDS), choice),
    digest: z.enum(['hourly', 'daily']),
    digestAt: time.meta({ description: 'Local time of a daily digest.', example: '08:00' }),
    quietFrom: time.nullable(),
    quietUntil: time.nullable(),
    quietWeekends: z.boolean(),
  })
  .meta({ id: 'NotificationSettings' });

export const updateNotificationSettingsBody = z
  .strictObject({
    choices: z.partialRecord(z.enum(NOTICE_KINDS), choice),
    digest: z.enum(['hourly', 'daily']),
    digestAt: time,
    quietFrom: time.nullable(),
    quietUntil: time.nullable(),
    quietWeekends: z.boolean(),
  })
  .partial()
  .meta({ id: 'UpdateNotificationSettings', description: 'What is absent stays.' });
