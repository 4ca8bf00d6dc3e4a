import { createContext, useContext } from 'react';

/** A ready text, as a list names it. */
export type Snippet = Readonly<{
  id: string;
  title: string;
  /** What finds it fastest, shown beside the title; may be empty. */
  shortcut: string;
  group: string;
  /** What should be known before choosing it, such as that it is in another language. */
  mark: string | null;
}>;

/** A text for the composer of a ticket, from somewhere else on the page. */
export type Insertion = Readonly<{
  kind: 'reply' | 'note';
  html: string;
  /** The status that is proposed for sending it. */
  status?: 'open' | 'pending' | 'on_hold' | 'solved' | undefined;
}>;

type Snippets = Readonly<{
  words: Readonly<{ list: string; none: string; failed: string; choose: string }>;
  /** All that fit a composer of this kind and what was typed, the best first. */
  find: (kind: 'reply' | 'note', typed: string) => Promise<readonly Snippet[]>;
  /** The text itself as HTML; null when it cannot be had. */
  take: (id: string) => Promise<string | null>;
  insert: (text: Insertion) => void;
  /** Hears of `insert`; gives how to stop. */
  onInsert: (hear: (text: Insertion) => void) => () => void;
}>;

/** Where an editor finds ready texts; whoever knows them provides it around the editor. */
export const SnippetContext = createContext<Snippets | null>(null);

/** The ready texts around here; null where nobody provides any. */
export const useSnippets = (): Snippets | null => useContext(SnippetContext);
