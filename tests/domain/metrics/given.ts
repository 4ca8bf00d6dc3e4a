import { NO_DIMENSIONS } from '@/domain/metrics/facts';
import type { PastEvent, PastMessage, TicketPast } from '@/domain/metrics/ticket-past';

/** Minutes after Monday 2026-03-02 09:00 UTC. */
export const minute = (count: number) => new Date(Date.UTC(2026, 2, 2, 9) + count * 60_000);

export const event = (at: number, type: string, data: Record<string, unknown> = {}): PastEvent => ({
  ...{ type, data, at: minute(at), version: at, actorKind: 'user', actorId: 'emma' },
});

export const says = (at: number, messageId: string) => event(at, 'message.added', { messageId });
export const moves = (at: number, from: string, to: string) =>
  event(at, 'ticket.status_changed', { from, to });

const message = (over: Partial<PastMessage>): PastMessage => ({
  ...{ direction: 'inbound', channel: 'email', channelAccountId: null, author: 'customer' },
  ...{ authorUserId: null, automated: false, thanks: false, language: 'en', leftAt: null },
  ...over,
});

const MESSAGES = new Map([
  ['asks', message({})],
  ['asks again', message({})],
  ['thanks', message({ thanks: true })],
  ['machine', message({ direction: 'outbound', author: 'system', automated: true })],
  ['note', message({ direction: 'note', author: 'user', authorUserId: 'emma' })],
  ['answers', message({ direction: 'outbound', author: 'user', authorUserId: 'emma' })],
  ['answers again', message({ direction: 'outbound', author: 'user', authorUserId: 'emma' })],
]);

/** A ticket with this history, in the status in which it ends. */
export function pastOf(events: readonly PastEvent[], over: Partial<TicketPast> = {}): TicketPast {
  const last = events.findLast(({ type }) => type === 'ticket.status_changed');
  return {
    ...{
      id: 't',
      requesterId: 'c',
      createdAt: minute(0),
      updatedAt: minute(99_999),
      spam: false,
      trashed: false,
      merged: false,
    },
    status: last ? String(last.data['to']) : 'new',
    dimensions: { ...NO_DIMENSIONS, priority: 'normal', channel: 'email' },
    calls: new Set(events.map(({ data }) => String(data['callId']))),
    parts: [],
    ...{ events, messages: MESSAGES, clocks: [], promises: [], focus: [], belonged: [], repeats: new Map() },
    ...over,
  };
}
