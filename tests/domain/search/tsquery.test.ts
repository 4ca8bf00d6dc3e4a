import { expect, test } from 'vitest';
import { anyOf, lexeme } from '@/domain/search/tsquery';

test('quotes and backslashes stay within the lexeme', () => {
  expect(lexeme("o'neil\\")).toBe("'o''neil\\\\'");
  expect(lexeme('piegad', true)).toBe("'piegad':*");
});

test('a choice names each lexeme once, and nothing is no choice', () => {
  expect(anyOf([lexeme('a'), lexeme('b'), lexeme('a')])).toBe("( 'a' | 'b' )");
  expect(anyOf([])).toBeNull();
});
