import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Messages, Namespace } from './messages';

type Props = Readonly<{
  /** All the namespaces that the islands within use; an inner one replaces an outer one, it does not add to it. */
  namespaces: readonly Namespace[];
  children: ReactNode;
}>;

/** Gives the islands within their texts, and only these: every namespace travels to the browser. */
export async function IslandMessages({ namespaces, children }: Props) {
  const all = await getMessages();
  const messages: Partial<Messages> = Object.fromEntries(namespaces.map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
