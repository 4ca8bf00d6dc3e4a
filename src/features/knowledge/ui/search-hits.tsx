import { useTranslations } from 'next-intl';
import { type Portal, portalPath } from '@/server/portal/portal';
import type { ArticleHits } from '../search-articles';
import type { ForeignHit } from '../search-everywhere';
import { MarkedPieces } from './marked-pieces';

type Props = Readonly<{
  portal: Portal;
  found: Readonly<{ own: ArticleHits; others: readonly ForeignHit[] }>;
  text: string;
  href: (path: string) => string;
}>;

/** What a search found, with what was asked for marked; or what to do when it found nothing. */
export function SearchHits({ portal, found, text, href }: Props) {
  const t = useTranslations('help');
  const { hits, corrected } = found.own;
  if (hits.length === 0) {
    return (
      <div className="flex flex-col gap-4">
        <p className="font-semibold">{t('nothing', { text })}</p>
        <p className="text-ink-soft">{t('nothingHint')}</p>
        {found.others.length > 0 && <Elsewhere portal={portal} hits={found.others} />}
        <p>
          <a
            href={href('/requests/new')}
            className="rounded-sm font-medium text-accent-ink underline-offset-4 hover:underline"
          >
            {t('askUs')}
          </a>
        </p>
      </div>
    );
  }
  return (
    <section aria-label={t('results')} className="flex flex-col gap-5">
      <p className="text-base text-ink-soft">
        {t('found', { count: hits.length })}
        {corrected.length > 0 && ` ${t('corrected', { words: corrected.join(', ') })}`}
      </p>
      <ol className="flex flex-col gap-5">
        {hits.map(({ translationId, title, excerpt, slug }) => (
          <li key={translationId}>
            <h2 className="font-semibold">
              <a
                href={href(`/articles/${slug}`)}
                className="rounded-sm text-accent-ink underline-offset-4 hover:underline"
              >
                <MarkedPieces pieces={title} />
              </a>
            </h2>
            <p className="mt-0.5 text-base text-ink-soft">
              <MarkedPieces pieces={excerpt} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Elsewhere({ portal, hits }: Readonly<{ portal: Portal; hits: readonly ForeignHit[] }>) {
  const t = useTranslations('help');
  const languages = useTranslations('common.language');
  return (
    <section aria-labelledby="elsewhere" className="flex flex-col gap-2">
      <h2 id="elsewhere" className="font-semibold">
        {t('otherLanguages')}
      </h2>
      <ul className="flex flex-col gap-2">
        {hits.map(({ translationId, locale, plainTitle, slug }) => (
          <li key={translationId}>
            <a
              href={portalPath(portal, locale, `/articles/${slug}`)}
              hrefLang={locale}
              lang={locale}
              className="rounded-sm text-accent-ink underline-offset-4 hover:underline"
            >
              {plainTitle}
            </a>{' '}
            <span className="text-ink-soft">({languages(locale)})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
