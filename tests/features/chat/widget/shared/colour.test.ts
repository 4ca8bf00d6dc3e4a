import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, inkOn } from '@/features/chat/widget/shared/colour';

test('contrasts are those of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('words can be read on every colour that a workspace may choose', () => {
  const colours = fc
    .integer({ min: 0, max: 0xffffff })
    .map((each) => `#${each.toString(16).padStart(6, '0')}`);
  fc.assert(fc.property(colours, (colour) => contrast(colour, inkOn(colour)) >= 4.5));
});
