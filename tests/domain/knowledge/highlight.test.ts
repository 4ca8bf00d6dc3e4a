import { expect, test } from 'vitest';
import { askedIn } from '@/domain/knowledge/find-words';
import { marked, markedExcerpt } from '@/domain/knowledge/highlight';

const hits = (pieces: ReturnType<typeof marked>) => pieces.filter(({ hit }) => hit).map(({ text }) => text);
const whole = (pieces: ReturnType<typeof marked>) => pieces.map(({ text }) => text).join('');

test('other forms, other cases and missing accents are marked', () => {
  const text = 'A számlát e-mailben küldjük. Számlák a fiókban is vannak.';
  const pieces = marked(text, askedIn('szamla '));
  expect(hits(pieces)).toEqual(['számlát', 'Számlák']);
  expect(whole(pieces)).toBe(text);
});

test('a beginning marks whole words while it is typed', () => {
  expect(hits(marked('Piegāde un piegādes maksa', askedIn('pieg')))).toEqual(['Piegāde', 'piegādes']);
});

test('the excerpt is where most of it is said', () => {
  const text = `${'Something else entirely. '.repeat(20)}You get a refund for a return within 14 days. ${'More. '.repeat(50)}`;
  const pieces = markedExcerpt(text, askedIn('refund return '), 120);
  expect(hits(pieces)).toEqual(['refund', 'return']);
  expect(whole(pieces).length).toBeLessThan(140);
  expect(whole(pieces).startsWith('… ')).toBe(true);
  expect(whole(pieces).endsWith(' …')).toBe(true);
});

test('a text that says nothing of it begins at its beginning', () => {
  expect(whole(markedExcerpt('Short text.', askedIn('refund '), 120))).toBe('Short text.');
});

test('an accent in two code points is a part of its letter', () => {
  expect(hits(marked('re\u0301gi szállítás', askedIn('szallitas ')))).toEqual(['szállítás']);
});
