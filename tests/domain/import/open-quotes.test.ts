import { expect, test } from 'vitest';
import { markOpenQuotes } from '@/domain/import/open-quotes';

/** As `_` what stands for a mark that opens nothing. */
const marked = (text: string) =>
  markOpenQuotes({ text, delimiter: ';', newline: '\n' }).replaceAll('\0', '_');

test.each([
  ['no other mark follows', 'a;b\n"A;1\nB;2\n', 'a;b\n_A;1\nB;2\n'],
  ['a further cell is opened', 'a;b\n"A;1\n"B";2\n', 'a;b\n_A;1\n"B";2\n'],
  ['every line is whole', 'a;b;c\n"A;1;2\nB 5";1;2', 'a;b;c\n_A;1;2\nB 5";1;2'],
  ['cells are missing', 'a;b;c\nA;"1;"2"\n', 'a;b;c\nA;_1;"2"\n'],
  ['it stands among the heads', '"a;b\n"A";1\n', '_a;b\n"A";1\n'],
])('a mark is stray where %s', (_, text, expected) => {
  expect(marked(text)).toBe(expected);
});

test.each([
  ['several lines', 'a;b\n"A\n\nB;C";1\n'],
  ['doubled marks', 'a;b\n"""A""\nB";1\n'],
  ['marks within a word', 'a;b\nA 5";"B "C" D"\n'],
  ['nothing', 'a;b\n"";""\n\n'],
])('cells with %s stay as they are', (_, text) => {
  expect(marked(text)).toBe(text);
});
