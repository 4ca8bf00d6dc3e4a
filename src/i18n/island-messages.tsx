import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Messages, Namespace } from './messages';
import { MoreMessages } from './more-messages.client';

/** A message file, or a part of one, such as `desk.list`. */
type Part = Namespace | `${Namespace}.${string}`;

type Props = Readonly<{
  /** What the islands within use, besides what stands everywhere and what the layouts around them give already. */
  namespaces: readonly Part[];
  children: ReactNode;
}>;

/** What islands anywhere use. */
const EVERYWHERE: readonly string[] = ['common', 'problem'];

/** Gives the islands within their texts, and only these: all of it travels to the browser with every page. */
export async function IslandMessages({ namespaces, children }: Props) {
  const names = namespaces.filter((name) => !EVERYWHERE.includes(name));
  return <MoreMessages messages={partsOf(await getMessages(), names)}>{children}</MoreMessages>;
}

/** Gives what stands everywhere. Stands once, around everything. */
export async function CommonMessages({ children }: Readonly<{ children: ReactNode }>) {
  const { common, problem } = await getMessages();
  return <NextIntlClientProvider messages={{ common, problem }}>{children}</NextIntlClientProvider>;
}

type Tree = { [name: string]: string | Tree };

/** The parts of these names, each in its place. Throws for a name that there is none of. */
export function partsOf(messages: Messages, names: readonly string[]): Tree {
  const picked: Tree = {};
  for (const name of names) {
    const path = name.split('.');
    const last = path.pop() ?? '';
    const [from, to] = path.reduce<[Tree, Tree]>(
      ([source, target], key) => {
        const inner = { ...(target[key] as Tree) };
        target[key] = inner;
        return [(source[key] ?? {}) as Tree, inner];
      },
      [messages as unknown as Tree, picked],
    );
    const part = from[last];
    if (part === undefined) throw new Error(`there are no messages ${name}`);
    to[last] = part;
  }
  return picked;
}
