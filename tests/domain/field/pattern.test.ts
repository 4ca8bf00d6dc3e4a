import { describe, expect, it, test } from 'vitest';
import { isSafePattern, matchesPattern } from '@/domain/field/pattern';

describe('a pattern', () => {
  it.each([
    ['[A-Z]{2}-\\d{4,6}', 'KT-12345', true],
    ['[A-Z]{2}-\\d{4,6}', 'KT-123', false],
    ['^KT\\d+$', 'KT9', true],
    ['^KT\\d+$', 'xKT9', false],
    ['(HU|LV|EN)-\\d+(/\\d)?', 'LV-7/2', true],
    ['(\\d{4}-){3}\\d{4}', '1234-1234-1234-1234', true],
    ['\\p{L}+ \\p{L}+', 'Anna Ozola', true],
    ['[^\\s@]+@[^\\s@]+', 'a@b', true],
    ['a\\.b\\$', 'a.b$', true],
    ['a|b', 'ab', false],
    ['\\d{3,}?', '1234', true],
  ])('%s against %s is %s', (pattern, text, expected) => {
    expect(isSafePattern(pattern)).toBe(true);
    expect(matchesPattern(pattern, text)).toBe(expected);
  });

  it.each([
    '(a+)+',
    '(a*)*b',
    '(a|a)*',
    '(a|aa)+$',
    '([a-zA-Z]+)*',
    '(.*a){20}',
    '(a?){50}a{50}',
    '\\w*\\w*\\w*x',
    '(x+x+)+y',
    '(?=a)a',
    '(?!a)b',
    '(?<name>a)',
    '(a)\\1',
    '(',
    ')',
    '[',
    'a**',
    '*',
    '{3}',
    '',
    'a'.repeat(201),
    '\\',
    '(a',
    `${'('.repeat(30)}a${')'.repeat(30)}`,
  ])('%s is refused', (pattern) => {
    expect(isSafePattern(pattern)).toBe(false);
    expect(matchesPattern(pattern, 'a')).toBe(false);
  });

  test('texts that are too long match nothing', () => {
    expect(matchesPattern('a+', 'a'.repeat(200))).toBe(true);
    expect(matchesPattern('a+', 'a'.repeat(201))).toBe(false);
  });

  test('whatever is taken ends on the texts that make engines run away', () => {
    const parts = [
      'a',
      'a?',
      'a*',
      '(a|b)',
      '(a|ab)?',
      '[ab]+',
      '(aa){2,3}',
      '(a{1,3})?',
      '(a|b){1,4}',
      '\\w{2,9}',
    ];
    let seed = 7;
    const next = (most: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % most;
    };
    let taken = 0;
    for (let round = 0; round < 400; round++) {
      const pattern = Array.from({ length: 1 + next(6) }, () => parts[next(parts.length)]).join('');
      if (!isSafePattern(pattern)) continue;
      taken += 1;
      for (const text of ['a'.repeat(199), `${'a'.repeat(199)}!`, 'ab'.repeat(99)]) {
        expect(typeof matchesPattern(pattern, text)).toBe('boolean');
      }
    }
    expect(taken).toBeGreaterThan(50);
  });
});
