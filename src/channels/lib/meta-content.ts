import { z } from 'zod';
import type { RemoteFile, Unshown } from '@/domain/channel/conversation';

const coordinates = z.object({ lat: z.number(), long: z.number() });

/** What hangs on a private message (contracts D.1). */
const attachment = z.object({
  type: z.string().default('file'),
  title: z.string().optional(),
  url: z.string().nullish(),
  payload: z
    .object({
      url: z.string().optional(),
      title: z.string().optional(),
      coordinates: coordinates.optional(),
    })
    .nullish(),
});
type Attachment = z.output<typeof attachment>;

/** One private message as it was written. */
export const written = z.object({
  mid: z.string().min(1),
  text: z.string().default(''),
  is_echo: z.boolean().optional(),
  app_id: z.union([z.number(), z.string()]).optional(),
  is_deleted: z.boolean().optional(),
  is_unsupported: z.boolean().optional(),
  reply_to: z
    .object({ mid: z.string().optional(), story: z.object({ url: z.string().optional() }).optional() })
    .optional(),
  attachments: z.array(attachment).default([]),
});

type Content = Readonly<{
  words: readonly string[];
  files: readonly RemoteFile[];
  unshown: readonly Unshown[];
}>;

const NONE: Content = { words: [], files: [], unshown: [] };

/** What a message carries beside its text: files, links as words, and what can be seen on the channel only. */
export function contentOf(message: z.output<typeof written> | undefined): Content {
  if (!message) return NONE;
  const { attachments, text, is_unsupported: isUnsupported, reply_to: answered } = message;
  const parts = attachments.map(partOf);
  const words = parts.flatMap((part) => part.words);
  const files = parts.flatMap((part) => part.files);
  const unshown = new Set<Unshown>([
    ...(answered?.story ? (['story_reply'] as const) : []),
    ...parts.flatMap((part) => part.unshown),
  ]);
  const isEmpty = text === '' && words.length + files.length + unshown.size === 0;
  if (isUnsupported || isEmpty) unshown.add('unsupported');
  return { words, files, unshown: [...unshown] };
}

/** Kinds that come with a sentence of their own, whether or not a file comes along. */
const SAID: ReadonlyMap<string, Unshown> = new Map([
  ['share', 'share'],
  ['ig_post', 'share'],
  ['post', 'share'],
  ['story_mention', 'story_mention'],
]);

function partOf(part: Attachment): Content {
  const { type, payload, title, url } = part;
  if (type === 'fallback') return linkOf(title ?? payload?.title ?? '', url ?? payload?.url ?? '');
  if (type === 'location') return placeOf(payload?.coordinates);
  if (type === 'template') return { ...NONE, unshown: ['template'] };
  const said = SAID.get(type);
  const files = fileOf(part);
  if (said) return { ...NONE, files, unshown: [said] };
  return files.length > 0 ? { ...NONE, files } : { ...NONE, unshown: ['unsupported'] };
}

const linkOf = (title: string, url: string): Content =>
  title || url ? { ...NONE, words: [title, url].filter(Boolean) } : { ...NONE, unshown: ['unsupported'] };

const placeOf = (place: z.output<typeof coordinates> | undefined): Content =>
  place
    ? { ...NONE, words: [`https://www.openstreetmap.org/?mlat=${place.lat}&mlon=${place.long}`] }
    : { ...NONE, unshown: ['location'] };

const TYPES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['image', ['picture.jpg', 'image/jpeg']],
  ['video', ['film.mp4', 'video/mp4']],
  ['reel', ['reel.mp4', 'video/mp4']],
  ['ig_reel', ['reel.mp4', 'video/mp4']],
  ['audio', ['sound.mp4', 'audio/mp4']],
  ['sticker', ['sticker.png', 'image/png']],
]);

/** Addresses of files run out: they are fetched as soon as the event is read. */
function fileOf({ type, payload }: Attachment): RemoteFile[] {
  if (!payload?.url) return [];
  const [name, claimedType] = TYPES.get(type) ?? [payload.title || type, 'application/octet-stream'];
  return [{ name, claimedType, url: payload.url, ref: null, size: null }];
}
