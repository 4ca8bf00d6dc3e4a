import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Portal, portalPath } from '@/server/portal/portal';
import type { HelpPlace } from '../queries-help';

type Props = Readonly<{
  portal: Portal;
  places: readonly HelpPlace[];
  /** To look for something else in this language. */
  search: ReactNode;
}>;

/** An article that this language lacks: where it can be read, and the search of this language. */
export function OtherLanguages({ portal, places, search }: Props) {
  const t = useTranslations('help');
  const languages = useTranslations('common.language');
  const offered = places.filter(({ locale }) => portal.locales.includes(locale));
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4 px-4 py-12 sm:px-6">
      <h1 className="font-semibold text-2xl tracking-tight">{t('elsewhere')}</h1>
      <p className="text-ink-soft">{t('elsewhereBody')}</p>
      <ul className="flex flex-col gap-2">
        {offered.map(({ locale, slug, title }) => (
          <li key={locale}>
            <a
              href={portalPath(portal, locale, `/articles/${slug}`)}
              hrefLang={locale}
              lang={locale}
              className="rounded-sm font-medium text-accent-ink underline-offset-4 hover:underline"
            >
              {title}
            </a>{' '}
            <span className="text-ink-soft">({languages(locale)})</span>
          </li>
        ))}
      </ul>
      {search}
    </div>
  );
}
