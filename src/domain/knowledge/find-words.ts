import { plain } from '@/domain/search/plain';
import { readSearchText, type SearchTerm } from '@/domain/search/search-text';
import { lexeme } from '@/domain/search/tsquery';
import { isAskingWord } from './asking-words';
import { kinRoots } from './kin-roots';

/** The most words of one text that are findable; a vector has its limit at 1 MB. */
const MOST_WORDS = 12_000;
const LONGEST_WORD = 40;
const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a text in plain letters, each once, in the order in which they first stand there. */
export function wordsOf(text: string): readonly string[] {
  const found = plain(text).match(WORD) ?? [];
  return [...new Set(found.filter((word) => word.length <= LONGEST_WORD))].slice(0, MOST_WORDS);
}

/**
 * The PostgreSQL `tsvector`, in its text form, by which a text is found: its words, and behind a tilde their roots, so that a
 * word is found in all its forms without asking a dictionary.
 */
export function findableText(text: string): string {
  const lexemes = new Set<string>();
  for (const word of wordsOf(text)) {
    lexemes.add(word);
    for (const root of kinRoots(word)) lexemes.add(`~${root}`);
  }
  return [...lexemes].map((each) => lexeme(each)).join(' ');
}

/** One thing that was asked for: what finds it, and what of a text it marks. */
export type Asked = Readonly<{
  /** Plain words; several for a phrase, or where one was corrected to several. */
  words: readonly string[];
  /** A `tsquery` in its text form. */
  match: string;
  /** The same by the word and its long roots alone: what only short ones find may be another word. Null where that says no more. */
  firm: string | null;
  /** The last word is still being typed: its beginning is enough. */
  open: boolean;
  /** What it was before it was corrected. */
  typed: string;
}>;

const MOST_ASKED = 10;

/**
 * What a search or a question asks for, at most ten things: its telling words and phrases. Words by which people only ask
 * ("how do I", "hogyan", "vai varu") do not count beside others.
 */
export function askedIn(typed: string): readonly Asked[] {
  const terms = readSearchText(typed).all.flat();
  const telling = terms.filter(({ kind, plain: word }) => kind === 'phrase' || !isAskingWord(word));
  const asked = (telling.length > 0 ? telling : terms).map(askedFor).filter((each) => each.words.length > 0);
  const seen = new Map(asked.map((each) => [each.match, each]));
  return [...seen.values()].slice(0, MOST_ASKED);
}

function askedFor({ text, kind, open }: SearchTerm): Asked {
  const words = wordsOf(text);
  const isOpen = open && kind === 'word';
  const match = words.map((word) => matchOf(word, isOpen)).join(' & ');
  return { words, match, firm: firmOf(words, isOpen), open: isOpen, typed: words.join(' ') };
}

const SHORTEST_FIRM = 6;
/** How much of a word a root must be to tell it from others. */
const FIRM_PART = 2 / 3;

function firmOf(words: readonly string[], open: boolean): string | null {
  const [word = '', ...more] = words;
  if (open || more.length > 0 || word.length < SHORTEST_FIRM) return null;
  const roots = [...kinRoots(word)].filter((root) => root.length >= word.length * FIRM_PART);
  return [lexeme(word), ...roots.map((root) => lexeme(`~${root}`))].join(' | ');
}

/** The same with another word in its place: one of several that are near to what was typed. */
export function correctedTo(asked: Asked, words: readonly string[]): Asked {
  return {
    ...asked,
    words,
    open: false,
    firm: null,
    match: words.map((word) => matchOf(word, false)).join(' | '),
  };
}

const SHORTEST_BEGINNING = 3;

function matchOf(word: string, open: boolean): string {
  const roots = [...kinRoots(word)].map((root) => lexeme(`~${root}`));
  const own = lexeme(word, open && word.length >= SHORTEST_BEGINNING);
  return `( ${[own, ...roots].join(' | ')} )`;
}

/** The telling words of a search in order of the alphabet: searches that mean the same are counted together. */
export function missedWords(typed: string): string {
  return [...new Set(askedIn(typed).flatMap(({ words }) => words))].sort().join(' ').slice(0, 200);
}
