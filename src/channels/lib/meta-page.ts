import { z } from 'zod';
import type { RawInboundBytes, Unreadable } from '@/channels/contract';
import type { ChannelEvent } from '@/domain/channel/conversation';
import { ok, type Result } from '@/domain/shared/result';
import { feedEvent } from './meta-feed';
import { messagingEvents } from './meta-messaging';
import { readJson } from './read-json';

const change = z.object({ field: z.string(), value: z.unknown().optional() });

const payload = z.object({
  object: z.literal('page'),
  entry: z.array(
    z.object({
      id: z.string(),
      messaging: z.array(z.unknown()).default([]),
      changes: z.array(z.unknown()).default([]),
    }),
  ),
});

/** What an app has to hear of a page. Asking again replaces what was asked before, and both channels live on one page. */
export const PAGE_FIELDS =
  'messages,messaging_postbacks,message_deliveries,message_reads,message_edits,message_echoes,message_reactions,feed,mention';

/** What Meta brings of a page: private messages for Messenger; comments, posts and mentions for Facebook; of several pages in one call. */
export function readPage({ bytes }: RawInboundBytes): Result<readonly ChannelEvent[], Unreadable> {
  const parsed = readJson(payload, bytes);
  if (!parsed.ok) return parsed;
  const events = parsed.value.entry.flatMap(({ id, messaging, changes }) => [
    ...messaging.flatMap((raw) => messagingEvents(raw, { channel: 'messenger', account: id })),
    ...changes.map((raw): ChannelEvent => {
      const told = change.safeParse(raw);
      if (!told.success) return { kind: 'ignored', why: 'unreadable_item' };
      const { field, value } = told.data;
      if (field === 'feed' || field === 'mention') return feedEvent(value, { page: id, field });
      return { kind: 'ignored', why: `field_${field}`.slice(0, 60) };
    }),
  ]);
  return ok(events);
}
