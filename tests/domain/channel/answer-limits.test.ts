import { expect, test } from 'vitest';
import { type AnswerLimits, unfitFor } from '@/domain/channel/answer-limits';

const limits: AnswerLimits = { text: 10, unit: 'characters', files: 2, withText: true, fileBytes: 100 };
const answer = (text: string, ...sizes: number[]) => ({
  text,
  files: sizes.map((size) => ({ type: 'image/png', size })),
});

test('what fits, and what leaves in several messages, is no trouble', () => {
  expect(unfitFor(answer('short', 100, 1), limits)).toBeNull();
  expect(unfitFor(answer('longer than ten characters'), limits)).toBeNull();
  expect(unfitFor(answer('', 1, 1, 1), limits)).toBeNull();
});

test('files where there can be none, and a file that is too large, are told', () => {
  expect(unfitFor(answer('a', 1), { ...limits, files: 0 })).toBe('no_files');
  expect(unfitFor(answer('a', 100, 101), limits)).toBe('file_too_large');
  expect(
    unfitFor({ text: '', files: [{ type: 'image/png', size: 9 }] }, { ...limits, pictureBytes: 8 }),
  ).toBe('file_too_large');
  expect(
    unfitFor({ text: '', files: [{ type: 'audio/mpeg', size: 9 }] }, { ...limits, pictureBytes: 8 }),
  ).toBe(null);
});

test('a file of another kind than the channel takes is told', () => {
  const pictures = { ...limits, types: ['image/'] };
  expect(unfitFor(answer('a', 1), pictures)).toBeNull();
  expect(unfitFor({ text: 'a', files: [{ type: 'application/pdf', size: 1 }] }, pictures)).toBe('file_type');
});

test('where only one message may leave, its length counts as the channel counts it, without what surrounds it', () => {
  const once = { ...limits, once: true };
  expect(unfitFor(answer('  0123456789 \n'), once)).toBeNull();
  expect(unfitFor(answer('0123456789!'), once)).toBe('text_too_long');
  expect(unfitFor(answer('őőőőőő'), once)).toBeNull();
  expect(unfitFor(answer('őőőőőő'), { ...once, unit: 'bytes' })).toBe('text_too_long');
});
