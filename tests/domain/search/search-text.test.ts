import { expect, test } from 'vitest';
import { addressIn, readSearchText, ticketNumberIn } from '@/domain/search/search-text';

const words = (typed: string) => readSearchText(typed).all.map((choice) => choice.map(({ text }) => text));

test('words must all be found', () => {
  expect(words('broken kettle')).toEqual([['broken'], ['kettle']]);
});

test('a phrase stays together, closed or not', () => {
  expect(readSearchText('"blue kettle" broken').all[0]).toEqual([
    { kind: 'phrase', text: 'blue kettle', plain: 'blue kettle', open: false },
  ]);
  expect(words('"blue kettle')).toEqual([['blue kettle']]);
});

test.each([['kettle or toaster'], ['kettle OR toaster'], ['kettle vagy toaster'], ['kettle vai toaster']])(
  '%s is a choice',
  (typed) => expect(words(`${typed} broken`)).toEqual([['kettle', 'toaster'], ['broken']]),
);

test('a dash in front excludes a word or a phrase; one within a word does not', () => {
  const read = readSearchText('kettle -blue -"out of stock" e-mail');
  expect(read.all.flat().map(({ text }) => text)).toEqual(['kettle', 'e-mail']);
  expect(read.not.map(({ text }) => text)).toEqual(['blue', 'out of stock']);
});

test('little words do not count beside others, and do when they are alone', () => {
  expect(words('where is my invoice')).toEqual([['invoice']]);
  expect(words('hol van az a számla')).toEqual([['számla']]);
  expect(words('kur ir mans rēķins')).toEqual([['mans'], ['rēķins']]);
  expect(words('is it')).toEqual([['is'], ['it']]);
});

test('only the word at the very end is open, as long as no space follows it', () => {
  const open = (typed: string) =>
    readSearchText(typed)
      .all.flat()
      .map((term) => term.open);
  expect(open('broken ket')).toEqual([false, true]);
  expect(open('broken kettle ')).toEqual([false, false]);
});

test('plain letters are lower case without accents', () => {
  expect(
    readSearchText('Fűtésem RĒĶINS straße')
      .all.flat()
      .map((term) => term.plain),
  ).toEqual(['futesem', 'rekins', 'strasse']);
});

test('what holds no letter and no digit is nothing', () => {
  expect(readSearchText('  --- "" ! & | \' ')).toEqual({ all: [], not: [] });
  expect(words('or')).toEqual([]);
});

test('a word with punctuation inside is read as what stands together', () => {
  expect(readSearchText('ORD-2024-001,').all).toEqual([
    [{ kind: 'phrase', text: 'ORD-2024-001', plain: 'ord-2024-001', open: true }],
  ]);
});

test('no more than twelve terms and five hundred letters are read', () => {
  expect(words('kettle '.repeat(40))).toHaveLength(12);
  expect(words('x'.repeat(9000))[0]?.[0]).toHaveLength(500);
});

test.each([
  ['1042', 1042],
  [' #1042 ', 1042],
  ['1042 kettle', null],
  ['99999999999', null],
  ['', null],
])('%j names ticket %j', (typed, number) => expect(ticketNumberIn(typed)).toBe(number));

test.each([
  [' Anna@Example.COM ', 'anna@example.com'],
  ['<anna@example.com>', 'anna@example.com'],
  ['anna@', null],
  ['anna@example.com kettle', null],
])('%j names the address %j', (typed, address) => expect(addressIn(typed)).toBe(address));
