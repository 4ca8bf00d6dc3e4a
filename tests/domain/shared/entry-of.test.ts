import { expect, test } from 'vitest';
import { entryOf } from '@/domain/shared/entry-of';

const STATES: Readonly<Record<string, string>> = { read: 'seen' };

test('a table gives what it holds, and nothing for what every object has', () => {
  expect(entryOf(STATES, 'read')).toBe('seen');
  for (const name of ['sent', '', 'constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    expect(entryOf(STATES, name)).toBeUndefined();
  }
});
