import { expect, test } from 'vitest';
import { codeWord, readCodeWord } from '@/domain/phone/code-word';

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

test.each([
  ['panda 47', 'panda 47'],
  ['Panda47', 'panda 47'],
  ['  PANDA – 47 ', 'panda 47'],
  ['47 panda', 'panda 47'],
  ['Citrom-10', 'citrom 10'],
  ['rádió 12', 'radio 12'],
  ['kaktusz 33', 'kaktus 33'],
  ['Cactus, 33', 'kaktus 33'],
  ['ģitāra 21', 'gitar 21'],
  ['viesnīca 21', null],
  ['vaniļa 55', 'vanil 55'],
  ['delfīns 99', 'delfin 99'],
  ['panda 7', null],
  ['panda 147', null],
  ['panda', null],
  ['panda 47 12', null],
  ['Anna Panda 47', null],
  ['+36 30 123 4567', null],
  ['', null],
])('what is typed as “%s” is read as %s', (typed, code) => {
  expect(readCodeWord(typed)).toBe(code);
});

test('every code is read as it is said', () => {
  for (let i = 0; i < 2000; i += 1) {
    const code = codeWord(`0193d6a0-0000-7000-8000-0000${i.toString(16).padStart(8, '0')}`);
    expect(readCodeWord(code.toUpperCase().replace(' ', '-'))).toBe(code);
  }
});
