import { createContext, useContext } from 'react';

/** Somebody whom a note can speak to. */
export type Mentioned = Readonly<{ kind: 'user' | 'team'; id: string; name: string }>;

type Mentions = Readonly<{
  words: Readonly<{ list: string; none: string; choose: string; team: string }>;
  /** Those who fit what was typed after the sign, the best first. */
  find: (typed: string) => Promise<readonly Mentioned[]>;
}>;

/** Where a note finds whom it can mention; whoever knows them provides it around the editor. */
export const MentionContext = createContext<Mentions | null>(null);

/** Whom a note can mention around here; null where nobody provides any. */
export const useMentions = (): Mentions | null => useContext(MentionContext);
