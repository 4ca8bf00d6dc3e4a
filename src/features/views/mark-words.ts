import { plain } from '@/domain/search/plain';

type Piece = Readonly<{ part: string; at: number; marked: boolean }>;

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The text in pieces, those marked that begin like one of the words that were searched for: without regard to accents,
 * and with room for an ending (Hungarian and Latvian words are rarely found as they were typed).
 */
export function markWords(text: string, words: readonly string[]): Piece[] {
  const stems = words.flatMap((word) => plain(word).match(WORD) ?? []).map(stemOf);
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!stems.some((stem) => plain(word).startsWith(stem))) continue;
    if (index > end) pieces.push({ part: text.slice(end, index), at: end, marked: false });
    pieces.push({ part: word, at: index, marked: true });
    end = index + word.length;
  }
  return end < text.length ? [...pieces, { part: text.slice(end), at: end, marked: false }] : pieces;
}

/** A third of a long word may be its ending. */
const stemOf = (word: string): string =>
  word.length < 5 ? word : word.slice(0, Math.max(4, Math.ceil((word.length * 2) / 3)));
