import type { LineProblem } from '@/domain/import/line';
import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translator';

/** How a report names its own columns, what became of a line, and why. */
export type ReportWords = Readonly<{
  heads: readonly string[];
  outcomeOf: (outcome: string | null) => string;
  problemOf: (problem: LineProblem) => string;
}>;

/** Problems that any field can have say which one it is. */
const NAMED: readonly LineProblem['code'][] = ['tooLong', 'shortened'];

/** For programs: `fail`, `email wrong`. */
const CODES: ReportWords = {
  heads: ['row', 'outcome', 'problems'],
  outcomeOf: (outcome) => outcome ?? '',
  problemOf: ({ code, field, value }) =>
    [code, NAMED.includes(code) && field, value].filter(Boolean).join(' '),
};

const OUTCOMES = ['create', 'update', 'skip', 'fail'] as const;

/** The words of the screen in the reader's language; codes where no language is given. */
export async function reportWords(locale: Locale | null): Promise<ReportWords> {
  if (locale === null) return CODES;
  const t = await translator(locale, 'imports');
  return {
    heads: [t('row'), t('outcome'), t('why')],
    outcomeOf: (outcome) => {
      const known = OUTCOMES.find((each) => each === outcome);
      return known ? t(`became.${known}`) : '';
    },
    problemOf: ({ code, field, value }) =>
      t(`problem.${code}`, { value, field: field ? t(`field.${field}`) : '' }),
  };
}
