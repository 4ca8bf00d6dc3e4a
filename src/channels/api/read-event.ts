import { z } from 'zod';
import type { RawInboundBytes, Unreadable } from '@/channels/contract';
import { phoneNumber } from '@/channels/lib/phone-number';
import { readJson } from '@/channels/lib/read-json';
import type { ChannelEvent, ChannelMessage, RemoteFile } from '@/domain/channel/conversation';
import { ok, type Result } from '@/domain/shared/result';
import type { ApiConfig } from './config';

/** NUL and half a surrogate pair are no letters that can be kept. */
const isStorable = (value: string): boolean => value.isWellFormed() && !value.includes('\0');

const id = z.string().min(1).max(200).refine(isStorable, 'must be readable text');
const line = z.string().trim().max(300).refine(isStorable, 'must be readable text');
const instant = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value))
  .refine((value) => Math.abs(value.getTime()) < 8.64e15, 'must be an instant');

const MOST_FILES = 20;
const LONGEST_TEXT = 100_000;

const file = z
  .object({
    name: line.default('file'),
    type: line.default('application/octet-stream'),
    /** Fetched once, soon after the call. */
    url: z
      .url({ protocol: /^https$/ })
      .max(2000)
      .optional(),
    /** Or the bytes themselves. */
    content: z.base64().max(5_600_000).optional(),
  })
  .refine(
    ({ url, content }) => (url === undefined) !== (content === undefined),
    'needs either url or content',
  );

const customer = z.object({
  id,
  name: line.default(''),
  email: z
    .email()
    .max(254)
    .transform((value) => value.toLowerCase())
    .nullish(),
  phone: line.nullish(),
  language: z.enum(['en', 'hu', 'lv']).nullish(),
});

const message = z.object({
  id,
  conversationId: id,
  customer,
  text: z.string().max(LONGEST_TEXT).refine(isStorable, 'must be readable text').default(''),
  files: z.array(file).max(MOST_FILES).default([]),
  sentAt: instant.optional(),
  inReplyTo: id.nullish(),
});
type Written = z.output<typeof message>;

const says = z.refine<Written>(
  ({ text, files }) => text.trim() !== '' || files.length > 0,
  'needs text or files',
);
const about = z.object({ id, at: instant.optional() });

const event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message.created'), data: message.check(says) }),
  z.object({ type: z.literal('message.updated'), data: message.extend({ updatedAt: instant.optional() }) }),
  z.object({ type: z.literal('message.deleted'), data: about }),
  z.object({ type: z.literal('message.delivered'), data: about }),
  z.object({ type: z.literal('message.read'), data: about }),
  z.object({ type: z.literal('message.failed'), data: about.extend({ reason: line.default('') }) }),
  z.object({
    type: z.literal('conversation.read'),
    data: z.object({ conversationId: id, upTo: instant.optional() }),
  }),
  z.object({
    type: z.enum(['conversation.closed', 'conversation.reopened']),
    data: z.object({ conversationId: id, at: instant.optional() }),
  }),
]);
type AppEvent = z.output<typeof event>;

/** What a call of an app says; the place where it is wrong, where it cannot be read. */
export function readEvent(
  { bytes, receivedAt }: RawInboundBytes,
  config: ApiConfig,
): Result<readonly ChannelEvent[], Unreadable> {
  const parsed = readJson(event, bytes);
  return parsed.ok ? ok([eventOf(parsed.value, { receivedAt, config })]) : parsed;
}

type Around = Readonly<{ receivedAt: Date; config: ApiConfig }>;

const ORIGIN = { channel: 'api', account: null } as const;

function eventOf(told: AppEvent, around: Around): ChannelEvent {
  switch (told.type) {
    case 'message.created':
      return { kind: 'message', message: messageOf(told.data, around) };
    case 'message.updated':
      return {
        kind: 'edit',
        message: messageOf(told.data, around),
        at: told.data.updatedAt ?? around.receivedAt,
        // The app says what it wants changed: files that it leaves out stay.
        wholeFiles: (told.data.files ?? []).length > 0,
      };
    case 'message.deleted':
      return { kind: 'deletion', ...ORIGIN, externalId: told.data.id, at: told.data.at ?? around.receivedAt };
    case 'conversation.read': {
      const { conversationId, upTo } = told.data;
      return {
        kind: 'seen',
        ...ORIGIN,
        conversation: conversationId,
        state: 'read',
        upTo: upTo ?? around.receivedAt,
      };
    }
    case 'conversation.closed':
    case 'conversation.reopened': {
      const { conversationId, at = around.receivedAt } = told.data;
      const reachable = told.type === 'conversation.reopened';
      return { kind: 'reach', ...ORIGIN, conversation: conversationId, reachable, why: 'blocked', at };
    }
    default:
      return receiptOf(told, around);
  }
}

const STATES = {
  'message.delivered': 'delivered',
  'message.read': 'read',
  'message.failed': 'failed',
} as const;

/** Of one of our messages, by the id that we gave it. */
function receiptOf(
  { type, data }: Extract<AppEvent, { type: keyof typeof STATES }>,
  { receivedAt }: Around,
): ChannelEvent {
  const detail = 'reason' in data ? data.reason : '';
  const at = data.at ?? receivedAt;
  return {
    kind: 'receipt',
    ...ORIGIN,
    externalId: data.id,
    ours: data.id,
    state: STATES[type],
    at,
    code: '',
    detail,
  };
}

function messageOf(told: Written, { receivedAt, config }: Around): ChannelMessage {
  const { conversationId, customer: author, text, files, sentAt, inReplyTo } = told;
  const phone = author.phone ? phoneNumber(author.phone, '') : null;
  return {
    ...ORIGIN,
    externalId: told.id,
    conversation: { key: conversationId, isPublic: false, data: { customerId: author.id } },
    author: {
      kind: 'api',
      value: `${config.appId}/${author.id}`,
      name: author.name,
      handle: author.id,
      locale: author.language ?? null,
      also: [
        ...(author.email ? [{ kind: 'email', value: author.email, label: '' } as const] : []),
        ...(phone ? [{ kind: 'phone', value: phone, label: '' } as const] : []),
      ],
    },
    text,
    files: files.map(fileOf),
    // Clocks of telephones go wrong; nothing was written after it came.
    sentAt: sentAt && sentAt < receivedAt ? sentAt : receivedAt,
    inReplyTo: inReplyTo ?? null,
    permalink: null,
  };
}

function fileOf({ name, type, url, content }: z.output<typeof file>): RemoteFile {
  const size = content === undefined ? null : Math.floor((content.length * 3) / 4);
  return { name: name || 'file', claimedType: type, url: url ?? null, ref: content ?? null, size };
}
