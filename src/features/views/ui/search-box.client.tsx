'use client';

import { Search } from 'lucide-react';
import Form from 'next/form';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Kbd } from '@/ui/kbd';
import { useShortcuts } from '@/ui/use-shortcuts';

/** Search over all tickets. A plain form: it works before, and without, any script. `/` leads here. */
export function SearchBox({ workspace }: Readonly<{ workspace: string }>) {
  const t = useTranslations('desk.rail');
  const q = useSearchParams().get('q') ?? '';
  const input = useRef<HTMLInputElement>(null);
  useShortcuts({
    '/': () => {
      if (input.current?.checkVisibility()) input.current.select();
    },
  });
  return (
    <Form action={`/${workspace}/desk`} role="search" className="relative">
      <Search
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 size-4 text-ink-faint"
      />
      <input
        ref={input}
        key={q}
        type="search"
        name="q"
        defaultValue={q}
        aria-label={t('search')}
        placeholder={t('searchHint')}
        autoComplete="off"
        enterKeyHint="search"
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        className="peer h-8 w-full rounded-md border border-line bg-canvas pr-8 pl-8 text-lg sm:text-base hover:border-line-strong focus-visible:outline-offset-0 [&::-webkit-search-cancel-button]:hidden"
      />
      <span
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-1.5 hidden lg:block peer-focus:hidden"
      >
        <Kbd>/</Kbd>
      </span>
    </Form>
  );
}
