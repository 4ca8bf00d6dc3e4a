'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useContext, useMemo } from 'react';
import { toast } from 'sonner';
import type { Locale } from '@/i18n/locales';
import { SnippetContext } from '@/ui/snippets';
import { insertIntoTicketAction } from '../actions';

type Props = Readonly<{
  workspace: string;
  ticketId: string;
  /** The language in which the customer reads. */
  locale: Locale;
  children: ReactNode;
}>;

type Found = Readonly<{ id: string; title: string }>;

const MARK = 'article:';
const LEAST = 2;
const MOST = 5;

/** Adds public articles to the ready texts that an editor within finds: chosen, a link to the article stands in the answer. */
export function ArticleSnippets({ workspace, ticketId, locale, children }: Props) {
  const t = useTranslations('knowledge.fromTicket');
  const outer = useContext(SnippetContext);
  const value = useMemo(() => {
    if (!outer) return null;
    const found = async (typed: string) => {
      if (typed.trim().length < LEAST) return [];
      const query = new URLSearchParams({ q: typed, locale });
      const answer = await fetch(`/api/desk/${workspace}/articles/search?${query}`).catch(() => null);
      const { articles } = answer?.ok ? ((await answer.json()) as { articles: Found[] }) : { articles: [] };
      const group = t('title');
      return articles
        .slice(0, MOST)
        .map(({ id, title }) => ({ id: `${MARK}${id}`, title, shortcut: '', group, mark: null }));
    };
    return {
      ...outer,
      find: async (kind: 'reply' | 'note', typed: string) => {
        const [ready, articles] = await Promise.all([
          outer.find(kind, typed),
          kind === 'reply' ? found(typed) : [],
        ]);
        return [...ready, ...articles];
      },
      take: async (id: string) => {
        if (!id.startsWith(MARK)) return outer.take(id);
        const articleId = id.slice(MARK.length);
        const done = await insertIntoTicketAction(workspace, { ticketId, articleId, locale, as: 'link' });
        if (!done.ok) toast.error(outer.words.failed);
        return done.ok ? done.value.html : null;
      },
    };
  }, [outer, workspace, ticketId, locale, t]);
  return <SnippetContext value={value}>{children}</SnippetContext>;
}
