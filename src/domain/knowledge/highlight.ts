import { plain } from '@/domain/search/plain';
import { sameWord } from '@/domain/search/word-roots';
import type { Asked } from './find-words';
import { kinRoots } from './kin-roots';

/** A piece of a text; `hit` where it is what was asked for. */
export type MarkedPiece = Readonly<{ text: string; hit: boolean }>;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

type Found = Readonly<{ start: number; end: number; asked: number }>;

/** The text with the words marked that were asked for, in any of their forms. */
export function marked(text: string, asked: readonly Asked[]): readonly MarkedPiece[] {
  return piecesOf(text, foundIn(text, asked));
}

/**
 * The part of a text that says most of what was asked for, at most about `length` letters, cut between words and with an
 * ellipsis where it was cut; its beginning when it says nothing of it.
 */
export function markedExcerpt(
  text: string,
  ...[asked, length]: [readonly Asked[], number]
): readonly MarkedPiece[] {
  const found = foundIn(text, asked);
  const start = startOfBest(found, length);
  const from = start === 0 ? 0 : wordStart(text, Math.max(0, start - Math.floor(length / 4)));
  const to = text.length - from <= length ? text.length : wordEnd(text, from + length);
  const shift = found
    .filter((each) => each.start >= from && each.end <= to)
    .map((each) => ({ ...each, start: each.start - from, end: each.end - from }));
  const pieces = piecesOf(text.slice(from, to), shift);
  const head = from > 0 ? [{ text: '… ', hit: false }] : [];
  const tail = to < text.length ? [{ text: ' …', hit: false }] : [];
  return [...head, ...pieces, ...tail];
}

function foundIn(text: string, asked: readonly Asked[]): readonly Found[] {
  const wanted = asked.map(({ words, open }) => ({
    open: open ? words[0] : undefined,
    roots: words.map((word) => kinRoots(word)),
  }));
  const known = new Map<string, number>();
  return [...text.matchAll(WORD)].flatMap((match) => {
    const word = plain(match[0]);
    const which = known.get(word) ?? whichOf(word, wanted);
    known.set(word, which);
    return which < 0 ? [] : [{ start: match.index, end: match.index + match[0].length, asked: which }];
  });
}

type Wanted = Readonly<{ open: string | undefined; roots: readonly ReadonlySet<string>[] }>;

function whichOf(word: string, wanted: readonly Wanted[]): number {
  const roots = kinRoots(word);
  return wanted.findIndex(
    ({ open, roots: all }) =>
      all.some((each) => sameWord(each, roots)) ||
      (open !== undefined && open.length >= 3 && word.startsWith(open)),
  );
}

/** Where the window begins that holds the most different things asked for. */
function startOfBest(found: readonly Found[], length: number): number {
  let best = { start: 0, worth: 0 };
  for (const [index, { start }] of found.entries()) {
    const within = found.slice(index).filter(({ end }) => end - start <= length);
    const worth = new Set(within.map(({ asked }) => asked)).size * 100 + Math.min(within.length, 20);
    if (worth > best.worth) best = { start, worth };
  }
  return best.start;
}

function piecesOf(text: string, found: readonly Found[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const { start, end } of found) {
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return at === 0 || space < 0 || space - at > 40 ? at : space + 1;
}

function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return space < 0 || at - space > 40 ? at : space;
}
