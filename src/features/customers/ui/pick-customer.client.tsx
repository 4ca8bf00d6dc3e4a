'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

type Found = Readonly<{ id: string; name: string; address: string | null }>;
type Props = Readonly<{ workspace: string; without: string; onPick: (id: string) => void }>;

const PAUSE_MS = 200;

/** Finds another record by what is typed of its name or address. */
export function PickCustomer({ workspace, without, onPick }: Props) {
  const t = useTranslations('customer.merge');
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Found[] | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    const timer = setTimeout(() => {
      if (text.trim().length < 2) setFound(null);
      else void search(workspace, text, asked.signal).then((rows) => rows && setFound(rows));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [workspace, text]);
  const others = found?.filter(({ id }) => id !== without);
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('search')}>
        <Input value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />
      </Field>
      <div role="status">
        {others?.length === 0 && <p className="text-ink-soft">{t('nobody')}</p>}
        <ul className="flex flex-col">
          {others?.map(({ id, name, address }) => (
            <li key={id}>
              <button
                type="button"
                className="flex w-full flex-col rounded-md px-2 py-1.5 text-left hover:bg-hover"
                onClick={() => onPick(id)}
              >
                <span className="break-words">{name}</span>
                <span className="break-all text-ink-soft text-sm">{address}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

async function search(...[workspace, text, signal]: [string, string, AbortSignal]) {
  try {
    const answer = await fetch(`/api/desk/${workspace}/customers?q=${encodeURIComponent(text)}`, { signal });
    if (!answer.ok) return null;
    return ((await answer.json()) as { customers: readonly Found[] }).customers;
  } catch {
    return null;
  }
}
