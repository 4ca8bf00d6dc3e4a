import { useTranslations } from 'next-intl';
import type { ArticleHits } from '../search-articles';
import { MarkedPieces } from './marked-pieces';

type Props = Readonly<{ found: ArticleHits; text: string; href: (path: string) => string }>;

/** What a search found, with what was asked for marked; or what to do when it found nothing. */
export function SearchHits({ found, text, href }: Props) {
  const t = useTranslations('help');
  const { hits, corrected } = found;
  if (hits.length === 0) {
    return (
      <div className="flex flex-col gap-2">
        <p className="font-semibold">{t('nothing', { text })}</p>
        <p className="text-ink-soft">{t('nothingHint')}</p>
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
