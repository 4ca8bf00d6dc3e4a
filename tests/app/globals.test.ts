import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../src/app/globals.css'), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = '', ...pair]) => [name, pair as [string, string]],
  ),
);

const SURFACES = ['canvas', 'sunken', 'raised', 'hover'];
const INKS = [
  'ink',
  'ink-soft',
  'ink-faint',
  'accent-ink',
  'danger-ink',
  'warning-ink',
  'success-ink',
  'info-ink',
];
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...INKS.flatMap((ink) => SURFACES.map((surface) => [ink, surface, 4.5] as const)),
  ...['accent', 'danger', 'warning', 'success', 'info'].flatMap((tone) => [
    [`${tone}-ink`, `${tone}-soft`, 4.5] as const,
    ['ink', `${tone}-soft`, 4.5] as const,
  ]),
  ['ink-soft', 'accent-soft', 4.5],
  ['ink-faint', 'accent-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['on-accent', 'danger', 4.5],
  ['on-accent', 'danger-hover', 4.5],
  ...[1, 2, 3, 4, 5].map((tint) => [`on-tint-${tint}`, `tint-${tint}`, 4.5] as const),
  ['line-strong', 'canvas', 3],
  ['line-strong', 'raised', 3],
  ['accent', 'canvas', 3],
  ['accent-ink', 'canvas', 3],
];

/** Contrast of two colours (WCAG 2.2, "contrast ratio"). */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each([
  ['light', 0],
  ['dark', 1],
] as const)(
  'every text and every edge of a control stands out enough in the %s theme (WCAG AA)',
  (_, theme) => {
    const weak = PAIRS.map(([ink, surface, least]) => {
      const [one, other] = [colours.get(ink)?.[theme], colours.get(surface)?.[theme]];
      if (!one || !other) throw new Error(`no colour ${ink} or ${surface}`);
      return { pair: `${ink} on ${surface}`, ratio: Number(contrast(one, other).toFixed(2)), least };
    }).filter(({ ratio, least }) => ratio < least);
    expect(weak).toEqual([]);
  },
);

test('every colour is one of the tokens: no screen brings its own', () => {
  expect(css).toMatch(/--color-\*: initial;/);
  const outside = css.slice(css.indexOf('@theme')).match(/#[0-9a-f]{3,8}\b/gi) ?? [];
  expect(outside).toEqual([]);
});
