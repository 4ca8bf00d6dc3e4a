import { plain } from './plain';
import { isStopWord } from './stop-words';

/** One thing to find: a word, or a phrase whose words stand one after the other. */
export type SearchTerm = Readonly<{
  kind: 'word' | 'phrase';
  /** As typed. */
  text: string;
  /** In lower case without accents. */
  plain: string;
  /** The word that is still being typed: its beginning is enough. */
  open: boolean;
}>;

/** Each of `all` is a choice: one of its terms must be found. None of `not` may be. */
export type SearchText = Readonly<{
  all: readonly (readonly SearchTerm[])[];
  not: readonly SearchTerm[];
}>;

const LONGEST = 500;
const MOST_TERMS = 12;
const PIECE = /(-?)"([^"]*)("|$)|(\S+)/g;

/**
 * Reads what was typed into a search field, as people know it from the web: words that must all be found, "phrases", `or`
 * between choices, `-` before what must not be there. Little words (the, egy, un) do not count beside others.
 */
export function readSearchText(typed: string): SearchText {
  const all: SearchTerm[][] = [];
  const not: SearchTerm[] = [];
  let choice = false;
  for (const piece of pieces(typed)) {
    if (piece === 'or') choice = all.length > 0;
    else if (piece.negated) not.push(piece.term);
    else if (choice) all.at(-1)?.push(piece.term);
    else all.push([piece.term]);
    if (piece !== 'or') choice = false;
  }
  return { all: withoutStopWords(all), not };
}

type Piece = 'or' | Readonly<{ term: SearchTerm; negated: boolean }>;

function pieces(typed: string): readonly Piece[] {
  const text = typed
    .slice(0, LONGEST)
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  const open = !/\s$/.test(typed);
  const read = [...text.matchAll(PIECE)].map((match) => {
    const last = open && match.index + match[0].length === text.length;
    return pieceOf(match, last);
  });
  return read.filter((piece) => piece !== null).slice(0, MOST_TERMS);
}

function pieceOf([, dash, phrase, , word = '']: RegExpExecArray, last: boolean): Piece | null {
  if (/^(or|vagy|vai)$/i.test(word)) return 'or';
  const found = phrase === undefined ? bareTerm(word, last) : term(phrase.trim(), 'phrase', false);
  return found && { term: found, negated: dash === '-' || /^-./.test(word) };
}

function bareTerm(word: string, last: boolean): SearchTerm | null {
  const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return term(bare, /^[\p{L}\p{M}\p{N}]+$/u.test(bare) ? 'word' : 'phrase', last);
}

function term(text: string, kind: SearchTerm['kind'], open: boolean): SearchTerm | null {
  return /[\p{L}\p{N}]/u.test(text) ? { kind, text, plain: plain(text), open } : null;
}

function withoutStopWords(all: readonly (readonly SearchTerm[])[]): readonly (readonly SearchTerm[])[] {
  const telling = all.filter((choice) =>
    choice.some((one) => one.kind === 'phrase' || !isStopWord(one.plain)),
  );
  return telling.length > 0 ? telling : all;
}

/** The ticket number that was typed, alone or after a `#`; null for everything else. */
export function ticketNumberIn(typed: string): number | null {
  const digits = /^\s*#?(\d{1,9})\s*$/.exec(typed)?.[1];
  return digits ? Number(digits) : null;
}

/** The mail address that was typed, in lower case; null for everything else. */
export function addressIn(typed: string): string | null {
  return /^\s*<?([^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+)>?\s*$/.exec(typed)?.[1]?.toLowerCase() ?? null;
}
