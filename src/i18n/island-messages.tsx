import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Messages, Namespace } from './messages';

type Props = Readonly<{
  /**
   * All the namespaces that the islands within use, besides `common`, which is always there. An inner provider replaces
   * an outer one, it does not add to it.
   */
  namespaces: readonly Namespace[];
  children: ReactNode;
}>;

/** Gives the islands within their texts, and only these: every namespace travels to the browser. */
export async function IslandMessages({ namespaces, children }: Props) {
  const all = await getMessages();
  const names: Namespace[] = ['common', ...namespaces];
  const messages: Partial<Messages> = Object.fromEntries(names.map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
