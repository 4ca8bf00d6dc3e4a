import { plain } from './plain';

/** What a line of a palette is found by: what it is called, and words that people may think of instead. */
export type Labelled = Readonly<{ label: string; also?: string }>;

/**
 * The lines that have every word that was typed, the best first: without regard to accents, case and order. What begins so stands
 * before what has a word that begins so, and that before what only holds it. Of equals, the order that was given stays.
 */
export function matchLabels<Line extends Labelled>(lines: readonly Line[], typed: string): readonly Line[] {
  const words = wordsOf(typed);
  if (words.length === 0) return lines;
  return lines
    .map((line) => ({ line, score: Math.min(...words.map((word) => scoreOf(line, word))) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ line }) => line);
}

const wordsOf = (text: string) =>
  plain(text)
    .split(/[\s/:–-]+/u)
    .filter(Boolean);

function scoreOf({ label, also = '' }: Labelled, word: string): number {
  const own = plain(label);
  if (own.startsWith(word)) return 5;
  if (wordsOf(label).some((each) => each.startsWith(word))) return 4;
  if (wordsOf(also).some((each) => each.startsWith(word))) return 3;
  if (own.includes(word)) return 2;
  return plain(also).includes(word) ? 1 : 0;
}
