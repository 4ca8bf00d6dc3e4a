/** The languages that the tone helper knows. */
export const TONE_LANGUAGES = ['en', 'hu', 'lv'] as const;
export type ToneLanguage = (typeof TONE_LANGUAGES)[number];

/** The language to look at an answer in: the first of these that the helper knows, else English. */
export const toneLanguage = (...known: readonly (string | null)[]): ToneLanguage =>
  known.flatMap((one) => TONE_LANGUAGES.filter((each) => each === one))[0] ?? 'en';

/**
 * What a phrase of the dictionary is a sign of. `negative` and `forbidden` are shown where they stand; a `promise` asks for a
 * `time` in its sentence; `formal` and `informal` are not to be mixed; of the others one has to be there.
 */
export const PHRASE_KINDS = [
  'negative',
  'forbidden',
  'promise',
  'time',
  'greeting',
  'apology',
  'next_step',
  'formal',
  'informal',
] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];

export type TonePhrase = Readonly<{
  kind: PhraseKind;
  /** One or more words; `*` at the end of a word stands for any ending of it. */
  phrase: string;
  /** What to write instead, best first. */
  alternatives: readonly string[];
}>;

/** A word and where it stands: offsets in UTF-16 units, `end` behind its last. */
export type Word = Readonly<{ text: string; start: number; end: number }>;

/** A phrase that was found, from its first word to its last. */
export type PhraseMatch = Readonly<{ phrase: TonePhrase; start: number; end: number }>;

const WORD = /[\p{L}\p{N}%]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** The words of a text in their order; what is joined by an apostrophe or a hyphen is one word. */
export const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(WORD)].map(({ 0: found, index }) => ({
    text: found.replaceAll('’', "'"),
    start: index,
    end: index + found.length,
  }));

const plain = (word: string): string => word.toLowerCase();

type Pattern = Readonly<{ phrase: TonePhrase; words: readonly string[] }>;

/** Phrases made ready for searching; a phrase without a word in it is left out. */
export type PhraseIndex = ReadonlyMap<string, readonly Pattern[]>;

const KEY_LENGTH = 2;
const keyOf = (word: string): string => plain(word).replace('*', '').slice(0, KEY_LENGTH);

/** Makes a dictionary ready for `findPhrases`; longer phrases come before shorter ones that begin alike. */
export function indexPhrases(phrases: readonly TonePhrase[]): PhraseIndex {
  const patterns = phrases
    .map((phrase) => ({
      phrase,
      words: phrase.phrase.replaceAll('’', "'").toLowerCase().split(/\s+/).filter(Boolean),
    }))
    .filter(({ words }) => words.length > 0)
    .toSorted((a, b) => b.words.length - a.words.length || b.phrase.phrase.length - a.phrase.phrase.length);
  return Map.groupBy(patterns, ({ words }) => keyOf(words[0] ?? ''));
}

/** Every phrase of the index in the text, from left to right; where two of one kind begin in the same words, the longer one. */
export function findPhrases(words: readonly Word[], index: PhraseIndex): readonly PhraseMatch[] {
  const covered = new Map<PhraseKind, number>();
  return words.flatMap((word, at) =>
    candidates(word, index).flatMap(({ phrase, words: wanted }) => {
      const last = words[at + wanted.length - 1];
      if (!last || word.start < (covered.get(phrase.kind) ?? 0)) return [];
      if (!wanted.every((pattern, offset) => fits(pattern, words[at + offset]?.text ?? ''))) return [];
      covered.set(phrase.kind, last.end);
      return [{ phrase, start: word.start, end: last.end }];
    }),
  );
}

function candidates(word: Word, index: PhraseIndex): readonly Pattern[] {
  const key = keyOf(word.text);
  const short = key.slice(0, 1);
  return [...(index.get(key) ?? []), ...(short === key ? [] : (index.get(short) ?? []))];
}

const fits = (pattern: string, word: string): boolean =>
  pattern.endsWith('*') ? plain(word).startsWith(pattern.slice(0, -1)) : plain(word) === pattern;
