'use client';

import { BookOpen } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { Locale } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { useSnippets } from '@/ui/snippets';
import { insertIntoTicketAction, writeFromTicketAction } from '../actions';

type Found = Readonly<{ id: string; title: string; excerpt: string }>;

type Props = Readonly<{
  workspace: string;
  ticketId: string;
  /** The language in which the customer reads. */
  locale: Locale;
  may: Readonly<{ reply: boolean; write: boolean }>;
}>;

const PAUSE_MILLISECONDS = 250;

/** Articles for the answer of a ticket, and the way to make an article of it. */
export function TicketArticles({ workspace, ticketId, locale, may }: Props) {
  const t = useTranslations('knowledge.fromTicket');
  const problem = useTranslations('problem');
  const router = useRouter();
  const snippets = useSnippets();
  const [typed, setTyped] = useState('');
  const found = useFound({ workspace, locale, typed });
  const [pending, start] = useTransition();
  const insert = (articleId: string, as: 'link' | 'text') =>
    start(async () => {
      const done = await insertIntoTicketAction(workspace, { ticketId, articleId, locale, as });
      if (done.ok) snippets?.insert({ kind: 'reply', html: done.value.html });
      else toast.error(problem(done.error.code));
    });
  const write = () =>
    start(async () => {
      const done = await writeFromTicketAction(workspace, { ticketId });
      if (done.ok) router.push(`/${workspace}/knowledge/${done.value.articleId}`);
      else toast.error(problem(done.error.code));
    });
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3 border-line border-t px-4 py-4">
      <h2 className="flex items-center gap-2 font-semibold">
        <BookOpen aria-hidden className="size-4 text-ink-faint" />
        {t('title')}
      </h2>
      {may.reply && (
        <Field label={t('search')} hideLabel>
          <Input
            type="search"
            value={typed}
            placeholder={t('search')}
            autoComplete="off"
            onChange={({ target }) => setTyped(target.value)}
          />
        </Field>
      )}
      {found !== null && found.length === 0 && (
        <p role="status" className="text-ink-faint text-sm">
          {t('nothing')}
        </p>
      )}
      <ul lang={locale} className="flex flex-col gap-3">
        {(found ?? []).map((article) => (
          <li key={article.id} className="flex flex-col gap-1">
            <p className="break-words font-medium text-sm">{article.title}</p>
            <div className="flex flex-wrap gap-1.5">
              <Button
                size="sm"
                pending={pending}
                onClick={() => insert(article.id, 'link')}
                aria-label={`${t('link')}: ${article.title}`}
              >
                {t('link')}
              </Button>
              <Button
                size="sm"
                pending={pending}
                onClick={() => insert(article.id, 'text')}
                aria-label={`${t('text')}: ${article.title}`}
              >
                {t('text')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {may.write && (
        <div>
          <Button size="sm" variant="ghost" pending={pending} onClick={write}>
            {t('write')}
          </Button>
        </div>
      )}
    </section>
  );
}

type Wanted = Readonly<{ workspace: string; locale: Locale; typed: string }>;

/** What was found for what stands in the field, a moment after it was typed; null while nothing is asked for. */
function useFound({ workspace, locale, typed }: Wanted): readonly Found[] | null {
  const [found, setFound] = useState<readonly Found[] | null>(null);
  useEffect(() => {
    const away = new AbortController();
    if (typed.trim().length < 2) {
      setFound(null);
      return () => away.abort();
    }
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ q: typed, locale });
      const answer = await fetch(`/api/desk/${workspace}/articles/search?${query}`, {
        signal: away.signal,
      }).catch(() => null);
      if (answer?.ok) setFound(((await answer.json()) as { articles: Found[] }).articles);
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      away.abort();
    };
  }, [workspace, locale, typed]);
  return found;
}
