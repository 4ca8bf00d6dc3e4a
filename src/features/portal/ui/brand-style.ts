import { brandColours, type ColourPair } from '@/domain/portal/brand';

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
