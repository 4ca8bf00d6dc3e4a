import { expect, test } from 'vitest';
import { previewOf, withMessage } from '@/domain/ticket/add-message';
import { aMessage, aTicket, fromAnna, NOON } from './given';

test('the newest public message is what a list shows', () => {
  expect(withMessage(aTicket(), fromAnna({ visibleText: 'Still\n\n broken' }), NOON)).toMatchObject({
    lastMessageId: 'question',
    lastDirection: 'inbound',
    lastMessageAt: NOON,
    activityAt: NOON,
    preview: 'Still broken',
  });
});

test('what the product itself says is no news', () => {
  const ticket = aTicket();
  const message = aMessage({ author: { kind: 'system', name: 'Kalauz', address: '' } });
  expect(withMessage(ticket, message, NOON)).toBe(ticket);
});

test.each([
  ['', ''],
  ['  short  ', 'short'],
  ['one\r\ntwo\tthree', 'one two three'],
  ['é'.repeat(160), 'é'.repeat(160)],
  ['a'.repeat(161), `${'a'.repeat(159)}…`],
  ['a'.repeat(100_000), `${'a'.repeat(159)}…`],
])('a preview is one line of at most 160 characters: %#', (text, preview) => {
  expect(previewOf(text)).toBe(preview);
});
