import { expect, test } from 'vitest';
import { mayMerge, mergeTickets, splitTicket, unmergeTickets } from '@/domain/ticket/merge';
import { aTicket, NOON, zsofia } from './given';

const made = { by: zsofia, at: NOON };
const source = aTicket({ id: 'source', number: 2, tagIds: ['b', 'c'] });
const target = aTicket({ id: 'target', number: 1, tagIds: ['a', 'b'], status: 'pending' });
const standing = {
  lastMessageAt: NOON,
  lastMessageId: 'newest',
  preview: 'Hello',
  lastDirection: 'inbound',
  unansweredSince: null,
} as const;

const merge = (unansweredSince: string | null) =>
  mergeTickets({ source, target, mergeId: 'm', standing, unansweredSince }, made);

test.each([
  [{ source, target: source }, 'merge.same'],
  [{ source: aTicket({ id: 'x', mergedIntoId: 'y' }), target }, 'merge.already'],
  [{ source, target: aTicket({ id: 'x', mergedIntoId: 'y' }) }, 'merge.already'],
  [{ source, target: aTicket({ id: 'x', status: 'closed' }) }, 'ticket.closed'],
  [{ source, target: aTicket({ id: 'x', requesterId: 'bela' }) }, 'merge.other_customer'],
])('what does not fit together is refused: case %#', (pair, code) => {
  expect(mayMerge(pair, { across: false })).toEqual({ ok: false, error: { code } });
});

test('two customers fit together where somebody says so', () => {
  const pair = { source, target: aTicket({ id: 'x', requesterId: 'bela' }) };
  expect(mayMerge(pair, { across: true })).toMatchObject({ ok: true });
});

test('the source closes and points to the target, which has the tags of both', () => {
  const change = merge(null);
  expect(change.source.after).toMatchObject({ status: 'closed', closedAt: NOON, mergedIntoId: 'target' });
  expect(change.source.events[0]).toEqual({
    type: 'ticket.merged',
    mergeId: 'm',
    intoId: 'target',
    intoNumber: 1,
  });
  expect(change.target.after).toMatchObject({ tagIds: ['a', 'b', 'c'], status: 'pending', preview: 'Hello' });
  expect(change.target.events.map(({ type }) => type)).toEqual(['ticket.took_over', 'ticket.tagged']);
});

test('the target opens where the customer of the source waits for an answer', () => {
  expect(merge('2026-03-02T08:00:00.000Z').target.after.status).toBe('open');
});

test('undone, the source is what it was, and the target has the tags that were its own', () => {
  const { source: away, target: grown } = merge(null);
  const undone = unmergeTickets(
    {
      source: away.after,
      target: grown.after,
      mergeId: 'm',
      was: { status: source.status, solvedAt: null, closedAt: null },
      sourceStanding: standing,
      targetStanding: { ...standing, lastMessageId: 'own' },
      addedTagIds: ['c'],
    },
    made,
  );
  expect(undone.source.after).toMatchObject({ status: source.status, closedAt: null, mergedIntoId: null });
  expect(undone.target.after).toMatchObject({ tagIds: ['a', 'b'], lastMessageId: 'own' });
  expect(undone.target.events[0]?.type).toBe('ticket.gave_back');
});

test('what is split off begins as a ticket of its own, and both say so', () => {
  const { id: _, number: __, ...rest } = source;
  const opening = { ...rest, id: 'child', number: 3, subject: 'Other' };
  const change = splitTicket(
    { source, opening, messages: 2, childStanding: standing, sourceStanding: standing },
    made,
  );
  expect(change.child.before.version).toBe(0);
  expect(change.child.after).toMatchObject({ id: 'child', lastMessageId: 'newest' });
  expect(change.child.events.map(({ type }) => type)).toEqual(['ticket.created', 'ticket.split_off']);
  expect(change.source.events[0]).toEqual({ type: 'ticket.split', toId: 'child', toNumber: 3, messages: 2 });
});
