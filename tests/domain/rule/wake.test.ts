import { expect, test } from 'vitest';
import { changesOf, wokenBy } from '@/domain/rule/wake';

const said = (data: Record<string, unknown>) => [...wokenBy([{ type: 'message.added', data }])];

test('messages wake by who wrote them, and what the product says wakes nobody', () => {
  expect(said({ direction: 'inbound', author: 'customer' })).toEqual(['customer_wrote']);
  expect(said({ direction: 'outbound', author: 'user' })).toEqual(['staff_replied']);
  expect(said({ direction: 'note', author: 'user' })).toEqual(['note_added']);
  expect(said({ direction: 'outbound', author: 'system' })).toEqual([]);
});

test('only a delivery that went wrong wakes', () => {
  const delivery = (to: string) => [...wokenBy([{ type: 'message.delivery_changed', data: { to } }])];
  expect(delivery('bounced')).toEqual(['delivery_failed']);
  expect(delivery('sent')).toEqual([]);
});

test('changes of one save are told field by field, tags by themselves', () => {
  const changes = changesOf([
    { type: 'ticket.status_changed', data: { from: 'new', to: 'open' } },
    { type: 'ticket.status_changed', data: { from: 'open', to: 'solved' } },
    { type: 'ticket.spam_changed', data: { from: false, to: true } },
    { type: 'ticket.tagged', data: { tagId: 'a' } },
    { type: 'ticket.untagged', data: { tagId: 'b' } },
  ]);
  expect(changes).toEqual({
    fields: { status: { from: 'new', to: 'solved' }, spam: { from: 'false', to: 'true' } },
    tagsAdded: ['a'],
    tagsRemoved: ['b'],
  });
});
