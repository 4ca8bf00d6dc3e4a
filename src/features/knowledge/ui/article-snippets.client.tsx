'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useContext, useMemo } from 'react';
import { toast } from 'sonner';
import { isLocale, type Locale } from '@/i18n/locales';
import { SnippetContext } from '@/ui/snippets';
import { insertIntoTicketAction } from '../actions';
import type { AnswerArticle } from '../find-for-answer';

type Place = Readonly<{
  workspace: string;
  ticketId: string;
  /** The language in which the customer reads. */
  locale: Locale;
}>;
type Props = Place & Readonly<{ children: ReactNode }>;
type Kind = 'reply' | 'note';

const MARK = 'article:';
const LEAST = 2;
const MOST = 5;

/**
 * Adds articles to the ready texts that an editor within finds: chosen, a link to the article stands in the text. Internal ones
 * are found by notes alone.
 */
export function ArticleSnippets({ workspace, ticketId, locale, children }: Props) {
  const t = useTranslations('knowledge.fromTicket');
  const languages = useTranslations('common.language');
  const outer = useContext(SnippetContext);
  const value = useMemo(() => {
    if (!outer) return null;
    const place = { workspace, ticketId, locale };
    const markOf = ({ audience, locale: written }: AnswerArticle) => {
      if (audience === 'internal') return t('internal');
      return written === locale ? null : languages(written);
    };
    return {
      ...outer,
      find: async (kind: Kind, typed: string) => {
        const [ready, articles] = await Promise.all([outer.find(kind, typed), found(place, kind, typed)]);
        const snippets = articles.map((article) => ({
          id: `${MARK}${kind}:${article.locale}:${article.id}`,
          title: article.title,
          shortcut: '',
          group: t('title'),
          mark: markOf(article),
        }));
        return [...ready, ...snippets];
      },
      take: async (id: string) => {
        if (!id.startsWith(MARK)) return outer.take(id);
        const html = await linkTo(place, id);
        if (html === null) toast.error(outer.words.failed);
        return html;
      },
    };
  }, [outer, workspace, ticketId, locale, t, languages]);
  return <SnippetContext value={value}>{children}</SnippetContext>;
}

async function found(
  { workspace, locale }: Place,
  ...[kind, typed]: [Kind, string]
): Promise<readonly AnswerArticle[]> {
  if (typed.trim().length < LEAST) return [];
  const query = new URLSearchParams({ q: typed, locale });
  const answer = await fetch(`/api/desk/${workspace}/articles/search?${query}`).catch(() => null);
  if (!answer?.ok) return [];
  const { articles } = (await answer.json()) as { articles: AnswerArticle[] };
  return articles.filter(({ audience }) => kind === 'note' || audience === 'public').slice(0, MOST);
}

async function linkTo({ workspace, ticketId, locale }: Place, id: string): Promise<string | null> {
  const [, kind, written, articleId = ''] = id.split(':');
  const done = await insertIntoTicketAction(workspace, {
    ticketId,
    articleId,
    locale: isLocale(written) ? written : locale,
    as: 'link',
    into: kind === 'note' ? 'note' : 'reply',
  });
  return done.ok ? done.value.html : null;
}
