'use client';

import { BookOpen } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { Locale } from '@/i18n/locales';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { useSnippets } from '@/ui/snippets';
import { insertIntoTicketAction, writeFromTicketAction } from '../actions';
import type { AnswerArticle } from '../find-for-answer';

type Found = AnswerArticle;

type Props = Readonly<{
  workspace: string;
  ticketId: string;
  /** The language in which the customer reads. */
  locale: Locale;
  may: Readonly<{ reply: boolean; note: boolean; write: boolean }>;
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
  const insert = (article: Found, { as, into }: Way) =>
    start(async () => {
      const { id: articleId, locale: language } = article;
      const done = await insertIntoTicketAction(workspace, {
        ticketId,
        articleId,
        locale: language,
        as,
        into,
      });
      if (done.ok) snippets?.insert({ kind: into, html: done.value.html });
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
      {may.note && (
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
      <ul className="flex flex-col gap-3">
        {(found ?? []).map((article) => (
          <FoundArticle
            key={article.id}
            workspace={workspace}
            article={article}
            asked={locale}
            may={may}
            pending={pending}
            onInsert={(way) => insert(article, way)}
          />
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

type Way = Readonly<{ as: 'link' | 'text'; into: 'reply' | 'note' }>;

type FoundProps = Readonly<{
  workspace: string;
  article: Found;
  asked: Locale;
  may: Props['may'];
  pending: boolean;
  onInsert: (way: Way) => void;
}>;

/** A hit: public ones for the answer, internal ones for a note alone, each with where to read it. */
function FoundArticle({ workspace, article, asked, may, pending, onInsert }: FoundProps) {
  const t = useTranslations('knowledge.fromTicket');
  const languages = useTranslations('common.language');
  const { id, title, locale, audience } = article;
  const isInternal = audience === 'internal';
  const answers = may.reply && !isInternal;
  const ways: readonly (readonly [keyof typeof WAYS, string])[] = [
    ...(answers
      ? ([
          ['link', t('link')],
          ['text', t('text')],
        ] as const)
      : []),
    ...(may.note && !answers ? ([['note', t('note')]] as const) : []),
  ];
  return (
    <li className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-1.5 text-sm">
        <Link
          href={`/${workspace}/knowledge/${id}/read?locale=${locale}`}
          lang={locale}
          target="_blank"
          className="break-words font-medium underline-offset-2 hover:underline"
        >
          {title}
        </Link>
        {isInternal && <Badge tone="warning">{t('internal')}</Badge>}
        {locale !== asked && <Badge tone="outline">{languages(locale)}</Badge>}
      </p>
      <div className="flex flex-wrap gap-1.5">
        {ways.map(([way, label]) => (
          <Button
            key={way}
            size="sm"
            pending={pending}
            onClick={() => onInsert(WAYS[way])}
            aria-label={`${label}: ${title}`}
          >
            {label}
          </Button>
        ))}
      </div>
    </li>
  );
}

const WAYS = {
  link: { as: 'link', into: 'reply' },
  text: { as: 'text', into: 'reply' },
  note: { as: 'text', into: 'note' },
} as const;

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
