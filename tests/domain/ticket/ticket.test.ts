import { expect, test } from 'vitest';
import { differences, isActive, TICKET_STATUSES } from '@/domain/ticket/ticket';
import { aTicket } from './given';

test('solved and closed tickets owe no work, all others do', () => {
  expect(TICKET_STATUSES.filter(isActive)).toEqual(['new', 'open', 'pending', 'on_hold']);
});

test('two equal states imply nothing', () => {
  expect(differences(aTicket(), aTicket())).toEqual([]);
});

test('what only lists read is no fact of its own', () => {
  expect(differences(aTicket(), aTicket({ preview: 'other', version: 7, lastMessageId: 'x' }))).toEqual([]);
});

test('each field that differs gives one fact, and each tag one', () => {
  const before = aTicket({ tagIds: ['a', 'b'] });
  const after = aTicket({ status: 'open', assigneeId: 'zsofia', tagIds: ['b', 'c'] });
  expect(differences(before, after)).toEqual([
    { type: 'ticket.status_changed', from: 'new', to: 'open' },
    { type: 'ticket.assigned', from: null, to: 'zsofia' },
    { type: 'ticket.tagged', tagId: 'c' },
    { type: 'ticket.untagged', tagId: 'a' },
  ]);
});
