'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

type Article = Readonly<{ title: string; excerpt: string; href: string }>;
type Props = Readonly<{ workspace: string; locale: string }>;

const LEAST = 3;
const WAIT_MS = 300;

/** While somebody types what it is about: articles that may answer it. Nothing where there are none. */
export function Suggestions({ workspace, locale }: Props) {
  const t = useTranslations('form.portal');
  const [text, setText] = useState('');
  const articles = useArticles({ workspace, locale, text });
  return (
    <search className="flex flex-col gap-2">
      <Field label={t('suggest')}>
        <Input
          type="search"
          value={text}
          maxLength={200}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
      <p aria-live="polite" className="text-ink-faint text-sm">
        {text.trim().length >= LEAST && articles !== null ? t('found', { count: articles.length }) : ''}
      </p>
      {articles !== null && articles.length > 0 && (
        <ul className="flex flex-col gap-2">
          {articles.map(({ title, excerpt, href }) => (
            <li key={href} className="rounded-md border border-line p-3">
              <a href={href} className="font-medium text-accent-ink underline-offset-2 hover:underline">
                {title}
              </a>
              <p className="text-ink-soft text-sm">{excerpt}</p>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}

/** Null until something was asked, and where nobody answers. */
function useArticles({
  workspace,
  locale,
  text,
}: Props & Readonly<{ text: string }>): readonly Article[] | null {
  const [found, setFound] = useState<readonly Article[] | null>(null);
  const wanted = text.trim();
  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      const query = new URLSearchParams({ locale, q: wanted });
      const answer = await fetch(`/api/help/${workspace}/suggest?${query}`, { signal: stop.signal });
      const body = answer.ok ? ((await answer.json()) as Readonly<{ articles?: readonly Article[] }>) : null;
      setFound(body?.articles ?? null);
    };
    const timer = setTimeout(() => {
      if (wanted.length < LEAST) setFound(null);
      else ask().catch(() => setFound(null));
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [workspace, locale, wanted]);
  return found;
}
