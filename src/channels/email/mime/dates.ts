const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Hours east of Greenwich of the zone names of RFC 5322 §4.3; other names mean UTC. */
const ZONES: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  MET: 1,
  MEST: 2,
};

const EARLIEST = Date.UTC(1971, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** The instant of a Date field (RFC 5322 §3.3 and the obsolete forms), or null where none can be made out. */
export function readDate(value: string): Date | null {
  const text = value.slice(0, 200).replace(/\([^()]*\)/g, ' ');
  const instant = rfcInstant(text) ?? Date.parse(text);
  return instant > EARLIEST && instant < LATEST ? new Date(instant) : null;
}

function rfcInstant(text: string): number | null {
  const match =
    /(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*[\s-]+(\d{2,4})[\s,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([+-]\d{4}|[A-Za-z]{1,4})?/.exec(
      text,
    );
  if (match === null) return null;
  const month = MONTHS.indexOf((match[2] ?? '').toLowerCase());
  const [day, hour, minute, second] = [match[1], match[4], match[5], match[6]].map((part) =>
    Number(part ?? 0),
  );
  if (month === -1 || day === undefined) return null;
  return Date.UTC(fullYear(match[3] ?? ''), month, day, hour, minute, second) - offsetOf(match[7] ?? '');
}

/** Two digits below 50 are of this century, three digits count from 1900 (RFC 5322 §4.3). */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length >= 4) return year;
  return year + (digits.length === 2 && year < 50 ? 2000 : 1900);
}

/** Milliseconds east of Greenwich. */
function offsetOf(zone: string): number {
  const numeric = /^([+-])(\d{2})(\d{2})$/.exec(zone);
  if (numeric === null) return (ZONES[zone.toUpperCase()] ?? 0) * 3_600_000;
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
  return (numeric[1] === '-' ? -minutes : minutes) * 60_000;
}
