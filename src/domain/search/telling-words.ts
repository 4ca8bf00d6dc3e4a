import { plain } from './plain';
import { isStopWord } from './stop-words';

/** A word by which texts about the same are known, and whether it stands in the subject. */
export type TellingWord = Readonly<{ plain: string; inSubject: boolean }>;

const MOST = 8;
const SHORTEST = 4;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The words of a subject and of a text that may tell what they are about, at most eight: those of the subject first, then the
 * longest of the text. Little words and short ones tell nothing; a number counts from four digits on.
 */
export function tellingWords(subject: string, text: string): readonly TellingWord[] {
  const own = wordsOf(subject);
  const others = wordsOf(text)
    .filter((word) => !own.includes(word))
    .sort((one, other) => other.length - one.length);
  return [
    ...own.map((word) => ({ plain: word, inSubject: true })),
    ...others.map((word) => ({ plain: word, inSubject: false })),
  ].slice(0, MOST);
}

const wordsOf = (text: string): string[] => [
  ...new Set((plain(text).match(WORD) ?? []).filter((word) => word.length >= SHORTEST && !isStopWord(word))),
];

/** What one word found: the tickets that have it. */
export type WordHits = Readonly<{ inSubject: boolean; ids: readonly string[] }>;

const SUBJECT_WORTH = 2;
/** What is alike must share at least so much of all that tells what a ticket is about. */
const LEAST_PART = 0.3;

/**
 * The tickets that share the most with another, the likest first: a rare word counts more than a common one (inverse document
 * frequency, against `most` as the number of all), one of the subject twice; what shares less than three tenths is not alike.
 */
export function likest(
  found: readonly WordHits[],
  { most, limit }: Readonly<{ most: number; limit: number }>,
): readonly string[] {
  const scores = new Map<string, number>();
  let all = 0;
  for (const { inSubject, ids } of found) {
    const worth = Math.log(1 + most / Math.max(1, ids.length)) * (inSubject ? SUBJECT_WORTH : 1);
    all += worth;
    for (const id of ids) scores.set(id, (scores.get(id) ?? 0) + worth);
  }
  return [...scores]
    .filter(([, score]) => score >= all * LEAST_PART)
    .sort(([, one], [, other]) => other - one)
    .slice(0, limit)
    .map(([id]) => id);
}
