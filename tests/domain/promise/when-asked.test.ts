import { expect, test } from 'vitest';
import { mayAskWhen } from '@/domain/promise/when-asked';
import { TICKET_STATUSES } from '@/domain/ticket/ticket';

test('one asks for as long as an answer is owed, not while we wait for the customer or it is done', () => {
  expect(TICKET_STATUSES.filter(mayAskWhen)).toEqual(['new', 'open', 'on_hold']);
});
