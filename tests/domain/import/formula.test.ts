import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardedCell, unguardedCell } from '@/domain/import/formula';

test.each([
  ['=1+1', "'=1+1"],
  ['+3630', "'+3630"],
  ["'=typed", "''=typed"],
  ['＝wide', "'＝wide"],
  ["O'Hara", "O'Hara"],
  ["'tis", "'tis"],
  ['', ''],
])('%j is guarded as %j', (text, guarded) => {
  expect(guardedCell(text)).toBe(guarded);
  expect(unguardedCell(guarded)).toBe(text);
});

test('whatever is guarded comes back as it was', () => {
  fc.assert(fc.property(fc.string(), (text) => unguardedCell(guardedCell(text)) === text));
});
