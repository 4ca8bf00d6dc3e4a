import { expect, test } from 'vitest';
import { isReopening, momentsOf } from '@/domain/ticket/moments';
import type { TicketChange } from '@/domain/ticket/ticket';

const at = new Date('2026-03-02T09:00:00Z');
const change = (over: Record<string, unknown>) =>
  ({
    before: { version: 3, status: 'open' },
    after: { version: 3, status: 'open' },
    events: [],
    by: { kind: 'user' },
    at,
    ...over,
  }) as unknown as TicketChange;
const message = (direction: string, kind: string, automated: string | null = null) => ({
  events: [{ type: 'message.added', message: { direction, author: { kind }, automated } }],
});

test('what people do touches a ticket, what the product does by itself does not', () => {
  expect(momentsOf(change({}))).toEqual({ touchedAt: at });
  expect(momentsOf(change({ by: { kind: 'system' } }))).toEqual({});
});

test('only a person counts: as the customer who wrote, and as ours who answered', () => {
  expect(momentsOf(change(message('inbound', 'customer'))).lastCustomerAt).toEqual(at);
  expect(momentsOf(change(message('inbound', 'customer', 'auto_reply'))).lastCustomerAt).toBeUndefined();
  expect(momentsOf(change(message('outbound', 'user'))).lastReplyAt).toEqual(at);
  expect(momentsOf(change(message('outbound', 'system'))).lastReplyAt).toBeUndefined();
});

test('a new ticket begins its stay, and every other status begins one', () => {
  expect(momentsOf(change({ before: { version: 0 }, by: { kind: 'system' } }))).toEqual({
    statusChangedAt: at,
    touchedAt: at,
  });
  const turned = { events: [{ type: 'ticket.status_changed', from: 'open', to: 'pending' }] };
  expect(momentsOf(change(turned)).statusChangedAt).toEqual(at);
});

test('what was solved comes back only by becoming open work', () => {
  const turned = (from: string, to: string) =>
    isReopening(change({ before: { status: from }, after: { status: to } }));
  expect(turned('solved', 'open')).toBe(true);
  expect(turned('solved', 'closed')).toBe(false);
  expect(turned('pending', 'open')).toBe(false);
});

test('the time until it is erased begins when a ticket becomes spam or trash, and ends with that', () => {
  const moved = (before: object, after: object) =>
    momentsOf(change({ before: { version: 3, ...before }, after: { version: 3, ...after } })).asideAt;
  expect(moved({ spam: false }, { spam: true })).toEqual(at);
  expect(moved({ spam: true }, { spam: true, trashedAt: at })).toEqual(at);
  expect(moved({ spam: false, trashedAt: at }, { spam: false, trashedAt: null })).toBeNull();
  expect(moved({ spam: true }, { spam: true })).toBeUndefined();
});
