import { getLocale, getTranslations } from 'next-intl/server';
import { findKeySpec } from '@/domain/search/find-keys';
import type { FindProblem } from '@/domain/search/find-query';
import type { Locale } from '@/i18n/locales';
import { Notice } from '@/ui/notice';

/** True when nothing could be searched for; a key that is none is only told of. */
export const isWrong = (problems: readonly FindProblem[]): boolean =>
  problems.some(({ code }) => code !== 'unknown_key');

/** What of a search was not understood, part by part, and what may have been meant. */
export async function SearchProblems({ problems }: Readonly<{ problems: readonly FindProblem[] }>) {
  const t = await getTranslations('desk.search');
  const locale = (await getLocale()) as Locale;
  if (problems.length === 0) return null;
  const list = new Intl.ListFormat(locale, { type: 'disjunction' });
  return (
    <div className="px-4 py-3">
      <Notice
        tone={isWrong(problems) ? 'warning' : 'info'}
        {...(isWrong(problems) && { title: t('problems') })}
      >
        <ul className="flex flex-col gap-1">
          {problems.map((problem) => (
            <li key={problem.token}>
              {t(`problem.${problem.code}`, { token: problem.token, value: problem.value })}{' '}
              {problem.near.length > 0 && t('maybe', { values: list.format(nearIn(problem, locale)) })}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** What may have been meant, as the reader writes it; keys with the colon that follows them. */
function nearIn({ key, near }: FindProblem, locale: Locale): string[] {
  if (key === null) return near.map((word) => `${word}:`);
  const { values = {} } = findKeySpec(key);
  return near.map((value) => values[value]?.[locale] ?? value);
}
