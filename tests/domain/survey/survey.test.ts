import { expect, test } from 'vitest';
import { moodOf, scaleOf, scoresOf, textIn } from '@/domain/survey/survey';

test.each([
  ['csat', 2, [1, 2]],
  ['csat', 3, [1, 2, 3]],
  ['csat', 5, [1, 2, 3, 4, 5]],
  ['ces', 5, [1, 2, 3, 4, 5, 6, 7]],
  ['nps', 5, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ['resolved', 5, [0, 1]],
  ['custom', 5, [1, 2, 3, 4, 5]],
] as const)('%s with %i steps takes these scores', (kind, steps, scores) => {
  expect(scoresOf(scaleOf({ kind, steps }))).toEqual(scores);
});

test.each([
  ['csat', 5, 'bad bad middling good good'],
  ['csat', 3, 'bad middling good'],
  ['csat', 2, 'bad good'],
  ['resolved', 5, 'bad good'],
  ['ces', 5, 'bad bad bad middling good good good'],
  ['nps', 5, 'bad bad bad bad bad bad bad middling middling good good'],
] as const)('%s with %i steps: %s', (kind, steps, moods) => {
  const all = scoresOf(scaleOf({ kind, steps })).map((score) => moodOf(score, { kind, steps }));
  expect(all.join(' ')).toBe(moods);
});

test('a text falls back to another language before it is left out', () => {
  expect(textIn({ en: 'How was it?', hu: '', lv: 'Kā bija?' }, 'lv')).toBe('Kā bija?');
  expect(textIn({ en: 'How was it?', hu: ' ', lv: '' }, 'hu')).toBe('How was it?');
  expect(textIn({ en: '', hu: '', lv: '' }, 'hu')).toBe('');
});
