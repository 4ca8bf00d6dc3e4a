import { expect, test } from 'vitest';
import { correctionTo, shownMinutes } from '@/domain/focus/corrected';

test('seconds are read as minutes, and what is not nothing as one at least', () => {
  expect([0, 1, 29, 90, 365].map(shownMinutes)).toEqual([0, 1, 1, 2, 6]);
});

test('a correction adds or takes away what is missing to the whole, and nothing where it is read so already', () => {
  expect([correctionTo(6, 365), correctionTo(10, 365), correctionTo(0, 365)]).toEqual([0, 235, -365]);
});
