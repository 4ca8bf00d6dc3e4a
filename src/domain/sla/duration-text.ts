const HOURS = /^(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|ó|óra|st|stunda|stundas)\.?$/iu;
const MINUTES = /^(\d+)\s*(?:m|mins?|minutes?|p|perc|minūtes?)\.?$/iu;
const PART = /\d+(?:[.,]\d+)?\s*[^\d\s]*/gu;

/**
 * Whole minutes of a duration as people write it: `2 h 30 min`, `2:30`, `90`, `1,5 h`, `2 óra 30 perc`, `2 st. 30 min`. A bare
 * number is minutes. Null for what is no duration.
 */
export function minutesIn(text: string): number | null {
  const trimmed = text.trim();
  const [, hours, minutes] = /^(\d{1,4}):([0-5]\d)$/.exec(trimmed) ?? [];
  if (hours !== undefined) return Number(hours) * 60 + Number(minutes);
  if (/^\d+$/.test(trimmed)) return Number(trimmed);
  const parts = trimmed.match(PART) ?? [];
  if (parts.length === 0 || parts.join('').replaceAll(/\s/g, '') !== trimmed.replaceAll(/\s/g, ''))
    return null;
  const values = parts.map((part) => minutesOfPart(part.trim()));
  return values.includes(null)
    ? null
    : Math.round(values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
}

function minutesOfPart(part: string): number | null {
  const hours = HOURS.exec(part)?.[1];
  if (hours !== undefined) return Number(hours.replace(',', '.')) * 60;
  const minutes = MINUTES.exec(part)?.[1];
  return minutes === undefined ? null : Number(minutes);
}

/** Minutes with the symbols that all our languages share, such as `2 h 30 min`; `minutesIn` reads it back. */
export function durationText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : '']
    .filter(Boolean)
    .join(' ');
}
