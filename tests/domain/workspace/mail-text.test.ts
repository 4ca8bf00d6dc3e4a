import { expect, test } from 'vitest';
import { fillMailText } from '@/domain/workspace/mail-text';

test('places are filled in, and a mistyped one stays visible', () => {
  const text = 'Ticket {number} of {wrokspace}: {number}';
  expect(fillMailText(text, { number: '7', workspace: 'Kettle' })).toBe('Ticket 7 of {wrokspace}: 7');
});

test('what is filled in is not read again', () => {
  expect(fillMailText('{subject}', { subject: '{number}', number: '7' })).toBe('{number}');
});
