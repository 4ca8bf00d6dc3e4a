import { expect, test } from 'vitest';
import { splitText } from '@/domain/channel/split-text';

const within = (text: number, unit: 'characters' | 'bytes' = 'characters') => ({ text, unit });

test('a text that fits is one piece, and nothing is none', () => {
  expect(splitText('  Hello there.\n', within(20))).toEqual(['Hello there.']);
  expect(splitText(' \n ', within(20))).toEqual([]);
});

test('pieces end at paragraphs, then at sentences, then at words', () => {
  expect(splitText('First part here.\n\nSecond part.', within(20))).toEqual([
    'First part here.',
    'Second part.',
  ]);
  expect(splitText('One is here. Two is there.', within(20))).toEqual(['One is here.', 'Two is there.']);
  expect(splitText('one two three four five', within(12))).toEqual(['one two', 'three four', 'five']);
});

test('a word without end is cut, but no letter is', () => {
  const family = '👨‍👩‍👧';
  const pieces = splitText(family.repeat(4), within(20));
  expect(pieces.join('')).toBe(family.repeat(4));
  expect(pieces.every((piece) => piece.length % family.length === 0)).toBe(true);
});

test('bytes are counted as bytes, and no words are lost', () => {
  const text = 'Árvíztűrő tükörfúrógép. '.repeat(50);
  const pieces = splitText(text, within(100, 'bytes'));
  expect(Math.max(...pieces.map((piece) => new TextEncoder().encode(piece).byteLength))).toBeLessThanOrEqual(
    100,
  );
  expect(pieces.join(' ')).toBe(text.trim());
});
