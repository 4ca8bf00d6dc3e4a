import { createElement } from 'react';
import type { Locale } from '@/i18n/locales';

type Props = Readonly<{
  workspace: string;
  locale: Locale;
  what: 'article' | 'search' | 'form';
  /** The article that is read, or that was read before the form was opened. */
  articleId?: string | null;
}>;

/** Tells that a page which is kept for everybody was read; needs no script. */
export function HelpPixel({ workspace, locale, what, articleId }: Props) {
  const query = new URLSearchParams({ what, locale, ...(articleId && { article: articleId }) });
  return createElement('img', {
    src: `/api/help/${workspace}/seen?${query}`,
    alt: '',
    width: 1,
    height: 1,
    'aria-hidden': true,
    className: 'absolute size-px opacity-0',
  });
}
