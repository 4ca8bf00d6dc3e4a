import { z } from 'zod';
import { whatCanBeRead } from '@/channels/lib/read-json';

const user = z.object({ id: z.string(), username: z.string().default(''), name: z.string().default('') });
export type XUser = z.output<typeof user>;

const variant = z.object({
  content_type: z.string().default(''),
  url: z.string(),
  bit_rate: z.number().default(0),
  bitrate: z.number().default(0),
});

/** A picture or film: of posts by their media key, of direct messages as it stands in them. */
const media = z.object({
  media_key: z.string().default(''),
  type: z.string().default('photo'),
  url: z.string().optional(),
  preview_image_url: z.string().optional(),
  media_url_https: z.string().optional(),
  variants: z.array(variant).default([]),
  video_info: z.object({ variants: z.array(variant).default([]) }).optional(),
});
export type XMedia = z.output<typeof media>;

export const post = z.object({
  id: z.string().min(1),
  text: z.string().default(''),
  author_id: z.string().min(1),
  conversation_id: z.string().optional(),
  created_at: z.string().optional(),
  referenced_tweets: z.array(z.object({ type: z.string(), id: z.string() })).default([]),
  attachments: z.object({ media_keys: z.array(z.string()).default([]) }).optional(),
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
      message_data: z.object({
        text: z.string().default(''),
        attachment: z.object({ type: z.string().default(''), media: media.optional() }).nullish(),
      }),
    })
    .optional(),
});
export type XDirect = z.output<typeof directMessage>;

const people = z.record(z.string(), z.object({ data: user.partial().optional() }).or(user.partial()));

export const direct = z.object({ direct_message_events: z.array(directMessage), users: people.default({}) });

/** A direct message as it is fetched (X API, "Get DM events"). */
export const fetchedDirect = z.object({
  id: z.string().min(1),
  event_type: z.string(),
  text: z.string().default(''),
  sender_id: z.string().min(1),
  dm_conversation_id: z.string().default(''),
  created_at: z.string().default(''),
  attachments: z.object({ media_keys: z.array(z.string()).default([]) }).optional(),
});

/** Up to which message the other side has read: an instant, as X gives those of direct messages. */
export const reads = z.object({
  direct_message_mark_read_events: z.array(
    z.object({
      created_timestamp: z.union([z.string(), z.number()]).default(0),
      sender_id: z.string().min(1),
    }),
  ),
});

/** A message of the encrypted chat: who wrote it, and bytes that nobody but their devices can read. */
export const encrypted = z.object({
  id: z.string().min(1),
  conversation_id: z.string().min(1),
  sender_id: z.string().min(1),
  created_at_msec: z.union([z.string(), z.number()]).default(0),
});

/** The envelope of the X Activity API; what polling finds is put into one as well. */
export const envelope = z.object({
  data: z.object({
    event_uuid: z.string().optional(),
    event_type: z.string(),
    filter: z.object({ user_id: z.string().optional() }).optional(),
    payload: z.unknown().optional(),
    includes: z
      .object({ users: whatCanBeRead(user), media: whatCanBeRead(media) })
      .optional()
      .catch(undefined),
  }),
});
export type XEvent = z.output<typeof envelope>['data'];
