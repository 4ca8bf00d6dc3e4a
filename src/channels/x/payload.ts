import { z } from 'zod';

const user = z.object({ id: z.string(), username: z.string().default(''), name: z.string().default('') });
export type XUser = z.output<typeof user>;

export const post = z.object({
  id: z.string().min(1),
  text: z.string().default(''),
  author_id: z.string().min(1),
  conversation_id: z.string().optional(),
  created_at: z.string().optional(),
  referenced_tweets: z.array(z.object({ type: z.string(), id: z.string() })).default([]),
  entities: z
    .object({
      mentions: z
        .array(z.object({ id: z.string().optional(), username: z.string().default('') }))
        .default([]),
    })
    .optional(),
});
export type XPost = z.output<typeof post>;

const directMessage = z.object({
  type: z.string(),
  id: z.string().min(1),
  created_timestamp: z.union([z.string(), z.number()]).default(0),
  message_create: z
    .object({
      target: z.object({ recipient_id: z.string() }),
      sender_id: z.string().min(1),
      message_data: z.object({ text: z.string().default('') }),
    })
    .optional(),
});
export type XDirect = z.output<typeof directMessage>;

const people = z.record(z.string(), z.object({ data: user.partial().optional() }).or(user.partial()));

export const direct = z.object({ direct_message_events: z.array(directMessage), users: people.default({}) });

/** The envelope of the X Activity API; what polling finds is put into one as well. */
export const envelope = z.object({
  data: z.object({
    event_uuid: z.string().optional(),
    event_type: z.string(),
    filter: z.object({ user_id: z.string().optional() }).optional(),
    payload: z.unknown().optional(),
    includes: z.object({ users: z.array(user).default([]) }).optional(),
  }),
});
export type XEvent = z.output<typeof envelope>['data'];
