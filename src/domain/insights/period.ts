import { type Bucket, daysFrom, daysIn, type Period } from '@/domain/metrics/period';

/** The periods that are offered by name. */
export const SPANS = [
  'today',
  'yesterday',
  'last_7_days',
  'last_30_days',
  'last_90_days',
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'this_quarter',
  'last_quarter',
  'this_year',
  'last_year',
] as const;
export type Span = (typeof SPANS)[number];

/** The longest period that is worked out: somewhat over two years. */
export const LONGEST_DAYS = 800;

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day that there is: the 30th of February is none. */
export const isDay = (text: unknown): text is string =>
  typeof text === 'string' && PATTERN.test(text) && !text.startsWith('0') && isReal(text);

const isReal = (text: string): boolean =>
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && daysFrom(text, 0) === text;

/** The days of a named period, `today` being the workspace's; weeks begin on `weekStart`, 1 being Monday. */
export function periodOf(span: Span, today: string, weekStart = 1): Period {
  const [, whole, unit] = /^(this|last)_(week|month|quarter|year)$/.exec(span) ?? [];
  if (unit) {
    const from = startOf(unit as Unit, today, weekStart);
    if (whole === 'this') return { from, to: today };
    const to = daysFrom(from, -1);
    return { from: startOf(unit as Unit, to, weekStart), to };
  }
  if (span === 'today') return { from: today, to: today };
  const yesterday = daysFrom(today, -1);
  if (span === 'yesterday') return { from: yesterday, to: yesterday };
  return { from: daysFrom(today, 1 - Number(/\d+/.exec(span)?.[0] ?? 1)), to: today };
}

/** Points short enough to show a course, and few enough to be read. */
export function bucketFor(period: Period): Bucket {
  const days = daysIn(period);
  if (days <= 2) return 'hour';
  if (days <= 45) return 'day';
  return days <= 200 ? 'week' : 'month';
}

type Told = Readonly<{ weight: 'none' | (string & {}); count: number }>;

const COARSER: Readonly<Partial<Record<Bucket, Bucket>>> = { hour: 'day', day: 'week', week: 'month' };

/** The next longer bucket where most points that have values have too few to say anything; null where these do. */
export function coarserFor(bucket: Bucket, points: readonly Told[]): Bucket | null {
  const filled = points.filter(({ count }) => count > 0);
  const telling = filled.filter(({ weight }) => weight !== 'none');
  return telling.length * 2 < filled.length ? (COARSER[bucket] ?? null) : null;
}

type Unit = 'week' | 'month' | 'quarter' | 'year';

function startOf(unit: Unit, day: string, weekStart: number): string {
  if (unit === 'week') {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return daysFrom(day, -((weekday - weekStart + 7) % 7));
  }
  const [year = '', month = ''] = day.split('-');
  if (unit === 'month') return `${year}-${month}-01`;
  if (unit === 'year') return `${year}-01-01`;
  const first = Math.floor((Number(month) - 1) / 3) * 3 + 1;
  return `${year}-${String(first).padStart(2, '0')}-01`;
}
