import { bucketFor, isDay, LONGEST_DAYS, periodOf, SPANS, type Span } from '@/domain/insights/period';
import { DIMENSIONS, type Dimension, type Filters } from '@/domain/metrics/dimensions';
import {
  type Bucket,
  COMPARISONS,
  type ComparedWith,
  daysFrom,
  daysIn,
  type Period,
} from '@/domain/metrics/period';
import { HOURS_MODES, type HoursMode } from '@/domain/metrics/registry';
import type { MetricQuestion } from '@/features/metrics/queries';

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of a board asks for. What cannot be understood counts as not said. */
export type Asked = Readonly<{
  /** Null where the days are given themselves. */
  span: Span | null;
  period: Period;
  compared: ComparedWith;
  /** Null: as the workspace has set. */
  hours: HoursMode | null;
  filters: Filters;
  bucket: Bucket;
  question: MetricQuestion;
}>;

const USUAL: Span = 'last_30_days';

/** Reads the parameters of a board; `today` and `weekStart` are the workspace's. */
export function readAsked(
  parameters: Parameters,
  { today, weekStart }: Readonly<{ today: string; weekStart: number }>,
): Asked {
  const given = givenPeriod(parameters);
  const named = SPANS.find((each) => each === one(parameters['span'])) ?? USUAL;
  const period = given ?? periodOf(named, today, weekStart);
  const compared = COMPARISONS.find((each) => each === one(parameters['compared'])) ?? 'previous';
  const hours = HOURS_MODES.find((each) => each === one(parameters['hours'])) ?? null;
  const filters = readFilters(parameters);
  return {
    span: given ? null : named,
    ...{ period, compared, hours, filters },
    bucket: bucketFor(period),
    question: { period, compared, filters, ...(hours && { hours }) },
  };
}

function givenPeriod(parameters: Parameters): Period | null {
  const [from, to] = [one(parameters['from']), one(parameters['to'])];
  if (!isDay(from) || !isDay(to) || from > to) return null;
  return daysIn({ from, to }) > LONGEST_DAYS ? { from: daysFrom(to, 1 - LONGEST_DAYS), to } : { from, to };
}

const FILTERS = [
  'channel',
  'account',
  'team',
  'agent',
  'organization',
  'tag',
  'language',
  'tier',
  'priority',
  'type',
] as const;
export type FilterName = (typeof FILTERS)[number];

/** By what boards are narrowed. */
export const FILTER_NAMES: readonly FilterName[] = FILTERS;

/** What stands in an address for "none of them". */
export const NONE = '-';

function readFilters(parameters: Parameters): Filters {
  const given = FILTERS.flatMap((name) => {
    const value = one(parameters[name]);
    return value ? [[name, [value === NONE ? '' : value]] as const] : [];
  });
  return Object.fromEntries(given);
}

const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value)?.slice(0, 200) || undefined;

/** The parameters that ask for the same, with some of them changed; null takes one away. */
export function askedAgain(
  { span, period, compared, hours, filters }: Asked,
  over: Readonly<Record<string, string | null>> = {},
): string {
  const parameters = new URLSearchParams();
  const set = (name: string, value: string | null | undefined) => value && parameters.set(name, value);
  if (span === null) {
    set('from', period.from);
    set('to', period.to);
  } else if (span !== USUAL) set('span', span);
  if (compared !== 'previous') set('compared', compared);
  set('hours', hours);
  for (const [name, values] of Object.entries(filters)) set(name, values?.[0] === '' ? NONE : values?.[0]);
  for (const [name, value] of Object.entries(over)) {
    parameters.delete(name);
    set(name, value);
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}

/** By what a number can be split. */
export const isSplit = (value: unknown): value is Dimension | 'hour' =>
  value === 'hour' || DIMENSIONS.includes(value as Dimension);
