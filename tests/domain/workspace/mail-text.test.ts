import { expect, test } from 'vitest';
import { fillMailText } from '@/domain/workspace/mail-text';

const facts = { 'ticket.number': '7', 'workspace.name': 'Kettle', 'ticket.subject': '{number}' };

test('places are filled in, and a mistyped one stays visible', () => {
  const text = 'Ticket {{ticket.number}} of {{wrokspace.name}}: {{ticket.number}}';
  expect(fillMailText(text, facts)).toBe('Ticket 7 of {{wrokspace.name}}: 7');
});

test('texts written before, with single braces, read as they did', () => {
  expect(fillMailText('Ticket {number} of {wrokspace}, {workspace}', facts)).toBe(
    'Ticket 7 of {wrokspace}, Kettle',
  );
});

test('what has no value is left out', () => {
  expect(fillMailText('Within {hours} {{workspace.answer_hours}}h', facts)).toBe('Within  h');
});

test('what is filled in is not read again', () => {
  expect(fillMailText('{subject} {{ticket.subject}}', facts)).toBe('{number} {number}');
});
