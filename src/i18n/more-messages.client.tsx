'use client';

import type { Messages } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';

type Props = Readonly<{ messages: Tree; children: ReactNode }>;
type Tree = Readonly<{ [name: string]: string | Tree }>;

/** Adds texts to those that the islands around have already. */
export function MoreMessages({ messages, children }: Props) {
  const locale = useLocale();
  const around = useMessages() as unknown as Tree;
  const all = useMemo(() => merged(around, messages), [around, messages]);
  return (
    <IntlProvider locale={locale} messages={all as unknown as Partial<Messages>}>
      {children}
    </IntlProvider>
  );
}

function merged(one: Tree, other: Tree): Tree {
  const all: Record<string, string | Tree> = { ...one };
  for (const [name, part] of Object.entries(other)) {
    const before = all[name];
    all[name] = typeof before === 'object' && typeof part === 'object' ? merged(before, part) : part;
  }
  return all;
}
