import { expect, test } from 'vitest';
import { FIND_KEYS, type FindKey } from '@/domain/search/find-keys';
import { readFind } from '@/domain/search/find-query';
import { keysBegunBy, nameSuggestion, typingAt, valuesBegunBy } from '@/domain/search/find-typing';

const LANGUAGES = ['en', 'hu', 'lv'] as const;

test.each([
  ['sta', { key: null, typed: 'sta', from: 0, to: 3 }],
  ['refund -sta', { key: null, typed: 'sta', from: 8, to: 11 }],
  ['status:', { key: 'status', typed: '', from: 7, to: 7 }],
  ['kettle állapot:ny', { key: 'status', typed: 'ny', from: 15, to: 17 }],
  ['-birka:vi', { key: 'tag', typed: 'vi', from: 7, to: 9 }],
  ['status:open,pen', { key: 'status', typed: 'pen', from: 12, to: 15 }],
  ['from:"Nagy B', { key: 'from', typed: 'Nagy B', from: 5, to: 12 }],
  ['from:"Nagy Béla"', null],
  ['status:open ', null],
  ['10:30', null],
  ['re:x', null],
  ['', null],
])('at the end of %j, what is typed is known', (text, expected) => {
  expect(typingAt(text, text.length)).toEqual(expected);
});

test('only what stands before the caret counts', () => {
  expect(typingAt('sta kettle', 2)).toEqual({ key: null, typed: 'st', from: 0, to: 2 });
});

test('keys and values are found by their beginning in any language, and shown in the reader’s', () => {
  expect(keysBegunBy('allap', 'hu').map(({ insert }) => insert)).toEqual(['állapot:']);
  expect(keysBegunBy('stat', 'hu').map(({ insert }) => insert)).toEqual(['állapot:']);
  expect(valuesBegunBy('status', 'meg', 'lv').map(({ label }) => label)).toEqual(['atrisināts']);
  expect(valuesBegunBy('before', 'mult', 'hu').map(({ label }) => label)).toEqual(['múlt-hét', 'múlt-hónap']);
});

test('a name of several words is put between quotes', () => {
  expect(nameSuggestion('Nagy Béla')).toEqual({ insert: '"Nagy Béla" ', label: 'Nagy Béla' });
  expect(nameSuggestion('vip').insert).toBe('vip ');
});

test('whatever is suggested is understood', () => {
  for (const language of LANGUAGES) {
    for (const key of Object.keys(FIND_KEYS) as FindKey[]) {
      for (const { insert } of valuesBegunBy(key, '', language)) {
        const read = readFind(`${FIND_KEYS[key].spelt[language]}:${insert}`, '2026-03-04');
        expect([insert, read.problems]).toEqual([insert, []]);
      }
    }
  }
});
