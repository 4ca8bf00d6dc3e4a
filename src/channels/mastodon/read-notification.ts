import { z } from 'zod';
import type { RawInboundBytes, Unreadable } from '@/channels/contract';
import { htmlToText } from '@/channels/lib/html';
import { readJson } from '@/channels/lib/read-json';
import type { ChannelEvent, ChannelMessage, RemoteFile } from '@/domain/channel/conversation';
import { entryOf } from '@/domain/shared/entry-of';
import { ok, type Result } from '@/domain/shared/result';
import type { MastodonConfig } from './config';

const account = z.object({
  id: z.string().min(1),
  acct: z.string().min(1),
  display_name: z.string().default(''),
  bot: z.boolean().default(false),
});

const status = z.object({
  id: z.string().min(1),
  url: z.string().nullish(),
  created_at: z.string(),
  edited_at: z.string().nullish(),
  in_reply_to_id: z.string().nullish(),
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']),
  content: z.string().default(''),
  spoiler_text: z.string().default(''),
  language: z.string().nullish(),
  mentions: z.array(z.object({ id: z.string(), acct: z.string() })).default([]),
  media_attachments: z
    .array(
      z.object({
        type: z.string().default(''),
        url: z.string().nullish(),
        description: z.string().nullish(),
      }),
    )
    .default([]),
  poll: z.object({ options: z.array(z.object({ title: z.string().default('') })).default([]) }).nullish(),
  account,
});
type Status = z.output<typeof status>;

/** One notification as the server gives it. Types that we did not ask for are left aside. */
const notification = z.object({
  id: z.string().min(1),
  type: z.string(),
  status: status.nullish(),
  /** Of what is ours, and not the server's word: when it was found. */
  at: z.string().optional(),
});

/** What one notification says: somebody mentioned us, in public or in a direct post, or changed such a post. */
export function readNotification(
  { bytes }: RawInboundBytes,
  config: MastodonConfig,
): Result<readonly ChannelEvent[], Unreadable> {
  const parsed = readJson(notification, bytes);
  if (!parsed.ok) return parsed;
  const { id, type, status: post, at = '' } = parsed.value;
  if (type === GONE) return ok([{ ...GONE_POST, externalId: id, at: instantOf(at) }]);
  if (type === OWN_POST && post) return ok([ownPost(post, config)]);
  if (!['mention', 'update', READ_AGAIN].includes(type) || !post)
    return ok([{ kind: 'ignored', why: `type_${type}`.slice(0, 60) }]);
  if (post.account.id === config.accountId) return ok([{ kind: 'ignored', why: 'own_message' }]);
  // Servers tell of changes of whatever one had to do with: only what speaks to us is ours.
  if (type === 'update' && !mentionsUs(post, config)) return ok([{ kind: 'ignored', why: 'not_for_us' }]);
  const message = messageOf(post, config);
  return ok([
    post.edited_at
      ? { kind: 'edit', message, at: instantOf(post.edited_at), wholeFiles: true }
      : { kind: 'message', message },
  ]);
}

/** Not the server's words: a post that was mentioned, as it was found when it was read again, and one that was not found. */
export const READ_AGAIN = 'read_again';
export const GONE = 'gone';
const GONE_POST = { kind: 'deletion', channel: 'mastodon', account: null } as const;

/** Not the server's word: what stands around a post of the account itself, as it was fetched. */
export const OWN_POST = 'own';

/** What was posted as the account, here or on the server itself: an answer where it answers something. */
function ownPost(post: Status, { accountId }: MastodonConfig): ChannelEvent {
  const { in_reply_to_id: inReplyTo = null } = post;
  if (post.account.id !== accountId || !inReplyTo) return { kind: 'ignored', why: 'own_message' };
  return {
    kind: 'echo',
    channel: 'mastodon',
    account: null,
    externalId: post.id,
    conversation: null,
    inReplyTo,
    text: htmlToText(post.content).trim(),
    files: filesOf(post),
    sentAt: instantOf(post.created_at),
    permalink: post.url ?? null,
    byProgram: false,
  };
}

const mentionsUs = ({ mentions }: Status, { accountId, acct }: MastodonConfig): boolean =>
  mentions.some((each) => each.id === accountId || each.acct === acct);

function messageOf(post: Status, { acct: own }: MastodonConfig): ChannelMessage {
  const { id, account: author, visibility, mentions, language, spoiler_text: warning } = post;
  const others = mentions.filter(({ acct }) => acct !== own && acct !== author.acct).map(({ acct }) => acct);
  return {
    channel: 'mastodon',
    account: null,
    externalId: id,
    conversation: {
      key: `status:${id}`,
      isPublic: visibility === 'public' || visibility === 'unlisted',
      data: {
        acct: author.acct,
        visibility,
        language: language ?? null,
        warning: warning.slice(0, 500),
        others: others.slice(0, 10).join(' '),
      },
    },
    author: {
      kind: 'mastodon',
      value: author.id,
      name: author.display_name,
      handle: `@${author.acct}`,
      locale: ['en', 'hu', 'lv'].includes(language ?? '') ? (language ?? null) : null,
      also: [],
    },
    text: [warning, htmlToText(post.content), ...choicesOf(post)].filter(Boolean).join('\n\n').trim(),
    files: filesOf(post),
    sentAt: instantOf(post.created_at),
    inReplyTo: post.in_reply_to_id ?? null,
    permalink: post.url ?? null,
    ...(post.poll && { unshown: ['poll'] }),
  };
}

const filesOf = ({ media_attachments: media }: Status): RemoteFile[] =>
  media.flatMap(({ type, url, description }) => {
    const claimedType = entryOf(TYPES, type) ?? '';
    return url ? [{ name: nameOf(url, description), claimedType, url, ref: null, size: null }] : [];
  });

const choicesOf = ({ poll }: Status): string[] =>
  poll ? [poll.options.map(({ title }) => `– ${title}`).join('\n')] : [];

const TYPES: Readonly<Record<string, string>> = {
  image: 'image/jpeg',
  video: 'video/mp4',
  gifv: 'video/mp4',
  audio: 'audio/mpeg',
};

function nameOf(url: string, description: string | null | undefined): string {
  const last = URL.canParse(url) ? new URL(url).pathname.split('/').at(-1) : '';
  return last || description?.slice(0, 80) || 'file';
}

function instantOf(text: string): Date {
  const time = Date.parse(text);
  return new Date(Number.isNaN(time) ? 0 : time);
}
