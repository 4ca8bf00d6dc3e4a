import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brandColours, brandStyle, contrast, isColour } from '@/domain/portal/brand';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

const SURFACES = {
  light: ['#ffffff', '#f6f7f9', '#f0f2f5'],
  dark: ['#121316', '#0b0c0e', '#1b1d21', '#212429'],
} as const;

test('black on white has the greatest contrast, a colour on itself none', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#4150d0', '#4150d0')).toBe(1);
  // The grey that WCAG's own examples name as just enough.
  expect(contrast('#767676', '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
});

test('whatever colour a brand has, its texts can be read in both themes', () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const { accent: solid, accentHover, accentInk, accentSoft, onAccent } = brandColours(accent);
      for (const theme of ['light', 'dark'] as const) {
        expect(contrast(onAccent[theme], solid[theme])).toBeGreaterThanOrEqual(4.5);
        expect(contrast(onAccent[theme], accentHover[theme])).toBeGreaterThanOrEqual(4.5);
        for (const surface of [...SURFACES[theme], accentSoft[theme]]) {
          expect(contrast(accentInk[theme], surface)).toBeGreaterThanOrEqual(4.5);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test('a colour that stands out enough stays what it is', () => {
  expect(brandColours('#4150D0').accent.light).toBe('#4150d0');
  expect(brandColours('#4150d0').onAccent.light).toBe('#ffffff');
});

test('a pale yellow gets dark letters, and a darker ink for links', () => {
  const { onAccent, accent, accentInk } = brandColours('#ffe14d');
  expect(accent.dark).toBe('#ffe14d');
  expect(onAccent.dark).toBe('#16181d');
  expect(accentInk.light).not.toBe('#ffe14d');
});

test('only a whole colour counts as one', () => {
  expect(['#4150d0', '#FFE14D'].every(isColour)).toBe(true);
  expect(['4150d0', '#fff', 'red', '#4150d0;', ''].some(isColour)).toBe(false);
});

test('the rule of a page names each colour for both themes', () => {
  const { accent, onAccent } = brandColours('#7a1f3d');
  const rule = brandStyle('#7a1f3d', '.form');
  expect(rule).toContain(`--accent:light-dark(${accent.light},${accent.dark})`);
  expect(rule).toContain(`--on-accent:light-dark(${onAccent.light},${onAccent.dark})`);
  expect(rule).toMatch(/^\.form\{[^{}]+\}$/);
  expect(brandStyle('#7a1f3d')).toMatch(/^:root\{/);
});
