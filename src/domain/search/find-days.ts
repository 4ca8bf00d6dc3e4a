import type { Days } from '@/domain/condition/view-fields';
import { type Span, spanDays } from '@/domain/condition/view-fields';
import { daysLater } from '@/domain/shared/local-time';
import { bare, type FindLanguage } from './find-keys';

const WORDS: Readonly<Record<string, Span>> = {
  ...named('today', 'today', 'ma', 'sodien'),
  ...named('yesterday', 'yesterday', 'tegnap', 'vakar'),
  ...named('tomorrow', 'tomorrow', 'holnap', 'rit'),
  ...named('this_week', 'this-week', 'e-het', 'ez-a-het', 'sonedel', 'si-nedela'),
  ...named('last_week', 'last-week', 'mult-het', 'pagajusaja-nedela', 'pagajusonedel'),
  ...named('next_week', 'next-week', 'jovo-het', 'nakamaja-nedela', 'nakamnedel'),
  ...named('this_month', 'this-month', 'e-honap', 'ez-a-honap', 'sis-menesis', 'somenes'),
  ...named('last_month', 'last-month', 'mult-honap', 'pagajusais-menesis', 'pagajusomenes'),
};

/** The words for days that are suggested, as people of each language write them. */
export const DAY_WORDS: Readonly<Record<FindLanguage, readonly string[]>> = {
  en: ['today', 'yesterday', 'this-week', 'last-week', 'this-month', 'last-month', 'today-7'],
  hu: ['ma', 'tegnap', 'e-hét', 'múlt-hét', 'e-hónap', 'múlt-hónap', 'ma-7'],
  lv: ['šodien', 'vakar', 'šonedēļ', 'pagājušonedēļ', 'šomēnes', 'pagājušomēnes', 'šodien-7'],
};

function named(span: Span, ...words: string[]): Record<string, Span> {
  return Object.fromEntries(words.map((word) => [word, span]));
}

/** A period as days, from one on and before another. */
type Period = Readonly<{ from: string; until: string }>;

/**
 * The days that people mean by a date, in part or whole, or by a word: `2026`, `2026-10`, `2026-10-05`, `5.10.2026`, `today`,
 * `last-week`, `today-7`, and `one..other` for all from one to the other; `today` is the day in the workspace. Null for no date.
 */
export function daysIn(text: string, today: string): Days | null {
  const [one = '', other] = text.split('..');
  return other === undefined ? periodIn(one, today) : rangeIn([one, other], today);
}

function rangeIn([one, other]: readonly [string, string], today: string): Days | null {
  const [first, last] = [one, other].map((end) => (end === '' ? OPEN_END : periodIn(end, today)));
  if (!(first && last) || first.from === last.until) return null;
  return { from: first.from, until: last.until };
}

const OPEN_END: Days = { from: null, until: null };

function periodIn(text: string, today: string): Period | null {
  const shift = /^(\p{L}+)([+-]\d{1,4})$/u.exec(text);
  if (shift && WORDS[bare(shift[1] ?? '')] === 'today') return oneDay(dayFrom(today, Number(shift[2])));
  const span = WORDS[bare(text)];
  const days = span && spanDays(span, today);
  return days?.from && days.until ? { from: days.from, until: days.until } : datePeriod(text);
}

const SIGN = '[-./]';
const ISO = new RegExp(`^(\\d{4})(?:${SIGN}(\\d{1,2})(?:${SIGN}(\\d{1,2}))?)?\\.?$`);
const DAY_FIRST = new RegExp(`^(\\d{1,2})${SIGN}(\\d{1,2})${SIGN}(\\d{4})\\.?$`);

function datePeriod(text: string): Period | null {
  const dayFirst = DAY_FIRST.exec(text);
  const [, year = '', month, day] = dayFirst
    ? [...dayFirst].with(1, dayFirst[3] ?? '').with(3, dayFirst[1] ?? '')
    : (ISO.exec(text) ?? []);
  if (year === '' || Number(year) < 1970) return null;
  if (month === undefined) return { from: `${year}-01-01`, until: `${Number(year) + 1}-01-01` };
  const first = `${year}-${two(month)}-${two(day ?? '1')}`;
  if (!isDay(first)) return null;
  return day === undefined ? { from: first, until: `${dayFrom(first, 31).slice(0, 8)}01` } : oneDay(first);
}

const two = (digits: string) => digits.padStart(2, '0');

const oneDay = (day: string): Period => ({ from: day, until: dayFrom(day, 1) });

const dayFrom = (day: string, days: number) => daysLater(day, days, '00:00').slice(0, 10);

/** True for a day of the calendar: not for the 31st of June. */
function isDay(day: string): boolean {
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}
