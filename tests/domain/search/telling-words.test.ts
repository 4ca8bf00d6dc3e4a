import { expect, test } from 'vitest';
import { likest, tellingWords } from '@/domain/search/telling-words';

const words = (subject: string, text: string) => tellingWords(subject, text).map(({ plain }) => plain);

test('words of the subject come first, then the longest of the text; little and short ones tell nothing', () => {
  expect(words('Re: Kettle lid is broken', 'The thermostat of my kettle does not work')).toEqual([
    'kettle',
    'broken',
    'thermostat',
    'does',
    'work',
  ]);
  expect(words('Számla 2041', 'A számlát nem kaptam meg')).toEqual(['szamla', '2041', 'szamlat', 'kaptam']);
  expect(words('', 'és a the')).toEqual([]);
  expect(words('one1 two22 three3 four4 five5', 'sixth seventh eighth ninth tenth')).toHaveLength(8);
});

test('rare words and those of the subject count more, and a little in common is not enough', () => {
  const common = Array.from({ length: 300 }, (_, at) => `c${at}`);
  const found = [
    { inSubject: true, ids: ['both', 'subject'] },
    { inSubject: false, ids: [...common, 'both'] },
    { inSubject: false, ids: ['text', 'both', ...Array.from({ length: 18 }, (_, at) => `t${at}`)] },
  ];
  expect(likest(found, { most: 1000, limit: 10 })).toEqual(['both', 'subject']);
  expect(likest(found, { most: 1000, limit: 1 })).toEqual(['both']);
  expect(likest([], { most: 1000, limit: 1 })).toEqual([]);
});
