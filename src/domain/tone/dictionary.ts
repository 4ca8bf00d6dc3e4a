import type { PhraseKind, TonePhrase } from './phrase';

/** What a workspace says of one phrase. */
export type OwnPhrase = TonePhrase & Readonly<{ removed: boolean }>;

/** Where an entry comes from: shipped as it is, shipped but changed or taken out by the workspace, or the workspace's own. */
type EntrySource = 'shipped' | 'changed' | 'removed' | 'own';

export type DictionaryEntry = TonePhrase & Readonly<{ source: EntrySource }>;

/** Phrases are the same when they differ in capitals and spaces only. */
export const normalPhrase = (phrase: string): string => phrase.trim().replaceAll(/\s+/g, ' ').toLowerCase();

const keyOf = (kind: PhraseKind, phrase: string) => `${kind} ${normalPhrase(phrase)}`;

/** The dictionary of a workspace: the shipped phrases with its changes, then its own ones. */
export function mergeDictionary(
  shipped: readonly TonePhrase[],
  own: readonly OwnPhrase[],
): readonly DictionaryEntry[] {
  const ownBy = new Map(own.map((phrase) => [keyOf(phrase.kind, phrase.phrase), phrase]));
  const shippedKeys = new Set(shipped.map(({ kind, phrase }) => keyOf(kind, phrase)));
  const first = shipped.map((phrase): DictionaryEntry => {
    const change = ownBy.get(keyOf(phrase.kind, phrase.phrase));
    if (!change) return { ...phrase, source: 'shipped' };
    if (change.removed) return { ...phrase, source: 'removed' };
    return { ...phrase, alternatives: change.alternatives, source: 'changed' };
  });
  const added = own
    .filter(({ kind, phrase, removed }) => !(removed || shippedKeys.has(keyOf(kind, phrase))))
    .map(
      ({ kind, phrase, alternatives }): DictionaryEntry => ({ kind, phrase, alternatives, source: 'own' }),
    );
  return [...first, ...added];
}

/** The phrases that count. */
export const phrasesInUse = (entries: readonly DictionaryEntry[]): readonly TonePhrase[] =>
  entries
    .filter(({ source }) => source !== 'removed')
    .map(({ kind, phrase, alternatives }) => ({ kind, phrase, alternatives }));
