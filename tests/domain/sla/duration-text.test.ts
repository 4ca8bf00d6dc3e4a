import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationText, minutesIn } from '@/domain/sla/duration-text';

test.each([
  ['2 h 30 min', 150],
  ['2h30min', 150],
  ['2h', 120],
  ['45 min', 45],
  ['90', 90],
  ['1:30', 90],
  ['1,5 h', 90],
  ['1.5 hours', 90],
  ['2 óra 30 perc', 150],
  ['2 ó 30 p', 150],
  ['2 st. 30 min.', 150],
  ['3 stundas 15 minūtes', 195],
  [' 8 h ', 480],
])('"%s" is %i minutes', (text, minutes) => {
  expect(minutesIn(text)).toBe(minutes);
});

test.each(['', 'soon', 'h', '2 weeks', '1:75', '-5', '2 h x', 'x 2 h'])('"%s" is no duration', (text) => {
  expect(minutesIn(text)).toBeNull();
});

test('what is written can be read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 525_600 }), (minutes) => {
      expect(minutesIn(durationText(minutes))).toBe(minutes);
    }),
  );
});
