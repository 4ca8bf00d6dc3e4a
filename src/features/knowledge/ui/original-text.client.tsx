'use client';

import { useTranslations } from 'next-intl';
import type { ArticlePage } from '../queries-editor';
import { ArticleBody } from './article-body';

type Props = Readonly<{ original: NonNullable<ArticlePage['original']> }>;

/** The original beside its translation, to read while translating. */
export function OriginalText({ original }: Props) {
  const t = useTranslations('knowledge.editor');
  const languages = useTranslations('common.language');
  const { locale, title, excerpt, html, revision } = original;
  return (
    <section
      aria-label={t('original')}
      className="min-w-0 self-start rounded-lg border border-line bg-sunken"
    >
      <p className="border-line border-b px-4 py-2 font-medium text-ink-faint text-xs">
        {t('originalOf', { language: languages(locale), number: revision })}
      </p>
      <div lang={locale} className="px-4 py-3">
        <h2 className="font-semibold text-lg">{title}</h2>
        {excerpt && <p className="mt-1 text-ink-soft">{excerpt}</p>}
        <ArticleBody html={html} className="mt-3" />
      </div>
    </section>
  );
}
