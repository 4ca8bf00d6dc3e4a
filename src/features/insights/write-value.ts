import { currencyOf, kindOfUnit, type MetricUnit, type ValueUnit } from '@/domain/metrics/registry';
import { minorDigits } from '@/domain/shared/money';

/** Writes numbers in a language. Durations are minutes; shares lie between 0 and 1. */
export type ValueWriter = Readonly<{
  value: (value: number | null, unit: MetricUnit | ValueUnit) => string;
  /** The same with a plus where it is more: for differences; of shares in percentage points. */
  difference: (value: number, unit: MetricUnit | ValueUnit) => string;
  count: (value: number) => string;
}>;

const NOTHING = '–';
const HOUR = 60;

/** The writer of a language. */
export function valueWriter(locale: string): ValueWriter {
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
  const share = number({ style: 'percent', maximumFractionDigits: 1 });
  const plain = number({ maximumFractionDigits: 0 });
  const fine = number({ maximumFractionDigits: 2 });
  const points = number({ maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const duration = durationWriter(number);
  const write: Record<Exclude<MetricUnit, 'money'>, (value: number) => string> = {
    share: (value) => share.format(value),
    minutes: duration,
    points: (value) => minus(points.format(value)),
    score: (value) => fine.format(value),
    count: (value) => plain.format(value),
  };
  const signed = number({ maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const written = (value: number, unit: MetricUnit | ValueUnit): string => {
    const kind = kindOfUnit(unit);
    return kind === 'money' ? money(number, currencyOf(unit)).format(value) : write[kind](value);
  };
  return {
    value: (value, unit) => (value === null ? NOTHING : written(value, unit)),
    difference: (value, unit) => {
      if (unit === 'share') return minus(signed.format(value * 100));
      if (unit !== 'minutes' && !currencyOf(unit)) return minus(signed.format(value));
      return `${value < 0 ? '−' : '+'}${written(Math.abs(value), unit)}`;
    },
    count: (value) => plain.format(value),
  };
}

/** A number below zero with a minus, which English would write as a hyphen. */
const minus = (text: string): string => text.replace('-', '−');

/** Amounts with as many digits as their currency has. */
function money(number: MakeNumber, currency: string | null): Intl.NumberFormat {
  if (!currency) return number({ maximumFractionDigits: 2 });
  const digits = minorDigits(currency);
  return number({
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

type MakeNumber = (options: Intl.NumberFormatOptions) => Intl.NumberFormat;

/** Seconds below two minutes, minutes with seconds below ten, minutes below an hour, then hours and minutes, and whole hours from a hundred on. */
function durationWriter(number: MakeNumber): (minutes: number) => string {
  const unit = (name: string) =>
    number({ style: 'unit', unit: name, unitDisplay: 'narrow', maximumFractionDigits: 0 });
  const [seconds, minutes, hours] = [unit('second'), unit('minute'), unit('hour')];
  return (value) => {
    if (value < 2) return seconds.format(Math.round(value * 60));
    if (value < 10) return withRest(Math.round(value * 60), [minutes, seconds]);
    const whole = Math.round(value);
    if (whole < HOUR) return minutes.format(whole);
    if (whole >= 100 * HOUR) return hours.format(Math.round(whole / HOUR));
    return withRest(whole, [hours, minutes]);
  };
}

/** So many sixtieths as whole ones and what is left of them. */
function withRest(count: number, [whole, part]: readonly [Intl.NumberFormat, Intl.NumberFormat]): string {
  const rest = count % 60;
  const full = whole.format(Math.floor(count / 60));
  return rest === 0 ? full : `${full} ${part.format(rest)}`;
}
