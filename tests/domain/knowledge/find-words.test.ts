import { describe, expect, test } from 'vitest';
import { askedIn, correctedTo, findableText, missedWords, wordsOf } from '@/domain/knowledge/find-words';

test('words are plain, and each stands once', () => {
  expect(wordsOf('Szállítás és szállítás: 2 nap, Pasūtījuma nr. A-12')).toEqual([
    'szallitas',
    'es',
    '2',
    'nap',
    'pasutijuma',
    'nr',
    'a',
    '12',
  ]);
});

/** True when the text form of the query finds one of the lexemes of the text. */
function finds(typed: string, text: string): boolean {
  const lexemes = new Set(findableText(text).split(' '));
  return askedIn(typed).every(({ match }) =>
    [...match.matchAll(/('[^']+')(:\*)?/g)].some(([, word = '', begins]) =>
      begins ? [...lexemes].some((each) => each.startsWith(word.slice(0, -1))) : lexemes.has(word),
    ),
  );
}

describe('a word finds its other forms', () => {
  test.each([
    ['visszaküldeni ', 'A termék visszaküldése'],
    ['szamlat ', 'Számlák és nyugták'],
    ['rendelesemet ', 'A megrendelés nyomon követése: rendelése'],
    ['pasūtījumu ', 'Kur ir mans pasūtījums?'],
    ['piegades ', 'Piegāde uz pakomātu'],
    ['rekinu ', 'Rēķini un čeki'],
    ['returning ', 'Return a product'],
    ['invoices ', 'Where is my invoice'],
    ['szál', 'Szállítás'],
  ])('%s in "%s"', (typed, text) => expect(finds(typed, text)).toBe(true));

  test('and not another word', () => {
    expect(finds('garancia ', 'A termék visszaküldése')).toBe(false);
    expect(finds('nauda ', 'Piegāde uz pakomātu')).toBe(false);
  });
});

test('what only asks does not count', () => {
  expect(askedIn('How can I get my money back please?').flatMap(({ words }) => words)).toEqual(['money']);
  expect(askedIn('Hogyan tudok számlát kérni?').flatMap(({ words }) => words)).toEqual(['szamlat', 'kerni']);
  expect(askedIn('Kā es varu atgriezt preci?').flatMap(({ words }) => words)).toEqual(['atgriezt', 'preci']);
  expect(askedIn('how?').flatMap(({ words }) => words)).toEqual(['how']);
  expect(askedIn('  ')).toEqual([]);
});

test('a corrected word is found by each that is near', () => {
  const [asked] = askedIn('szmala');
  expect(asked && correctedTo(asked, ['szamla', 'szallas']).match).toMatch(/'szamla'.*\|.*'szallas'/);
});

test('searches that mean the same are one', () => {
  expect(missedWords('Is there gift wrapping?')).toBe(missedWords('wrapping gift'));
});

test('a word is known firmly by itself and its long roots, and not by what is cut too short', () => {
  const firm = (typed: string) => askedIn(typed)[0]?.firm;
  expect(firm('szálmát ')).toContain("'szalmat'");
  expect(firm('szálmát ')).toContain("'~szalm'");
  expect(firm('szálmát ')).not.toContain("'~szal'");
  expect(firm('jelszó ')).toContain("'jelszo'");
  for (const typed of ['szálmát', 'pénz ', '"két szó" ']) expect(firm(typed), typed).toBeNull();
});
