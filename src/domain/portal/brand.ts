/** A colour in the light and in the dark theme, each `#rrggbb`. */
type ColourPair = Readonly<{ light: string; dark: string }>;

/** The brand's colour as the portal paints with it; every text has a contrast of at least 4.5 (WCAG 2.2, 1.4.3). */
export type BrandColours = Readonly<{
  accent: ColourPair;
  accentHover: ColourPair;
  accentInk: ColourPair;
  accentSoft: ColourPair;
  onAccent: ColourPair;
}>;

const WHITE = '#ffffff';
const BLACK = '#16181d';
/** What accent text stands on in each theme, the farthest from its end of the scale first; as in `globals.css`. */
const SURFACES = {
  light: ['#f0f2f5', '#f6f7f9', '#ffffff'],
  dark: ['#212429', '#1b1d21', '#121316', '#0b0c0e'],
} as const;
const TEXT = 4.5;
const EDGE = 3;
const STEP = 0.04;

/** True for a colour as brands are given: `#` and six hexadecimal digits. */
export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

/** Contrast of two colours (WCAG 2.2, "contrast ratio"): from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The colours that a portal paints with for a brand of this colour, which is kept where it stands out enough and is made
 * darker, or lighter, by as little as it takes where it does not.
 */
export function brandColours(accent: string): BrandColours {
  const light = inTheme(accent.toLowerCase(), 'light');
  const dark = inTheme(accent.toLowerCase(), 'dark');
  const pair = (name: keyof typeof light): ColourPair => ({ light: light[name], dark: dark[name] });
  return {
    accent: pair('accent'),
    accentHover: pair('accentHover'),
    accentInk: pair('accentInk'),
    accentSoft: pair('accentSoft'),
    onAccent: pair('onAccent'),
  };
}

function inTheme(brand: string, theme: keyof typeof SURFACES) {
  const surfaces = SURFACES[theme];
  const farEnd = theme === 'light' ? '#000000' : WHITE;
  const canvas = theme === 'light' ? WHITE : '#121316';
  // Buttons must be seen as such, and carry a text that can be read.
  const accent = towards(farEnd, brand, (colour) => surfaces.every((each) => contrast(colour, each) >= EDGE));
  const onAccent = contrast(accent, WHITE) >= TEXT ? WHITE : BLACK;
  const solid = towards(
    onAccent === WHITE ? '#000000' : WHITE,
    accent,
    (colour) => contrast(colour, onAccent) >= TEXT,
  );
  const accentSoft = mixed(brand, canvas, theme === 'light' ? 0.92 : 0.84);
  const accentInk = towards(farEnd, brand, (colour) =>
    [...surfaces, accentSoft].every((each) => contrast(colour, each) >= TEXT),
  );
  // Hovering leads away from the text upon it, so that it stays readable.
  const accentHover = mixed(solid, onAccent === WHITE ? '#000000' : WHITE, 0.14);
  return { accent: solid, accentHover, accentInk, accentSoft, onAccent };
}

/** The colour, mixed with as little of `end` as makes it fit. */
function towards(end: string, colour: string, fits: (colour: string) => boolean): string {
  for (let share = 0; share < 1; share += STEP) {
    const tried = mixed(colour, end, share);
    if (fits(tried)) return tried;
  }
  return end;
}

/** `share` of 0 is all of `one`, 1 all of `other`. */
function mixed(one: string, other: string, share: number): string {
  const [from, to] = [channels(one), channels(other)];
  const parts = from.map((value, at) => Math.round(value + ((to[at] ?? 0) - value) * share));
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const channels = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** Relative luminance (WCAG 2.2): 0 for black, 1 for white. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour)
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const NAMES = {
  accent: 'accent',
  accentHover: 'accent-hover',
  accentInk: 'accent-ink',
  accentSoft: 'accent-soft',
  onAccent: 'on-accent',
} as const;

/** The rule that paints a page in the brand's colour, in both themes. `selector` is what it holds for. */
export function brandStyle(accent: string, selector = ':root'): string {
  const colours = brandColours(accent);
  const lines = (Object.keys(NAMES) as (keyof typeof NAMES)[]).map(
    (key) => `--${NAMES[key]}:${lightDark(colours[key])}`,
  );
  return `${selector}{${lines.join(';')}}`;
}

const lightDark = ({ light, dark }: ColourPair) => `light-dark(${light},${dark})`;
