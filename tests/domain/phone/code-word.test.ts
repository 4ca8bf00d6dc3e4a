import { expect, test } from 'vitest';
import { codeWord } from '@/domain/phone/code-word';

test('a code is a short word and two digits, and always the same for one callback', () => {
  const id = '0193d6a0-0000-7000-8000-00000000abcd';
  expect(codeWord(id)).toMatch(/^[a-z]+ \d{2}$/);
  expect(codeWord(id)).toBe(codeWord(id));
  expect(codeWord('not an id')).toMatch(/^[a-z]+ \d{2}$/);
});

test('different callbacks seldom share one', () => {
  const codes = Array.from({ length: 200 }, (_, i) =>
    codeWord(`0193d6a0-0000-7000-8000-0000${(i * 7919).toString(16).padStart(8, '0')}`),
  );
  expect(new Set(codes).size).toBeGreaterThan(150);
});
