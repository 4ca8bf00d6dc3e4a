import { useTranslations } from 'next-intl';
import { LOCALES } from '@/i18n/locales';
import { TabLinks } from '@/ui/tab-links';
import type { ArticlePage } from '../queries-editor';
import { AddTranslation } from './add-translation.client';

type Props = Readonly<{ workspace: string; page: ArticlePage; mayWrite: boolean }>;

/** The languages of an article, the original marked, with what is outdated; and those that it has not yet. */
export function LanguageTabs({ workspace, page, mayWrite }: Props) {
  const t = useTranslations('knowledge');
  const languages = useTranslations('common.language');
  const missing = LOCALES.filter((locale) => !page.texts.some((text) => text.locale === locale));
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1">
        <TabLinks
          label={t('editor.languages')}
          tabs={page.texts.map(({ locale, stale }) => ({
            href: `/${workspace}/knowledge/${page.id}?locale=${locale}`,
            label: (
              <>
                {languages(locale)}
                {locale === page.locale && (
                  <span className="text-ink-faint text-sm"> · {t('editor.original')}</span>
                )}
                {stale && <span className="text-sm text-warning-ink"> · {t('mark.stale')}</span>}
              </>
            ),
            current: locale === page.text.locale,
          }))}
        />
      </div>
      {mayWrite && missing.length > 0 && (
        <div className="flex flex-wrap gap-2 pb-1">
          {missing.map((locale) => (
            <AddTranslation key={locale} workspace={workspace} articleId={page.id} locale={locale} />
          ))}
        </div>
      )}
    </div>
  );
}
