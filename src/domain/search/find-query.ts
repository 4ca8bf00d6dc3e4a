import type { Days } from '@/domain/condition/view-fields';
import { editDistance } from './edit-distance';
import { daysIn } from './find-days';
import { bare, type FindKey, findKey, findKeySpec, findValue, KEY_WORDS, nearValues } from './find-keys';

/** One `key:value` that was understood. Of several values, one is enough. */
export type FindTerm = Readonly<{
  key: FindKey;
  negated: boolean;
  /** As typed, for messages. */
  token: string;
  /** The values of the key's list, then names and words as they were typed. */
  known: readonly string[];
  names: readonly string[];
  days: Days | null;
}>;

/** One `key:value` that cannot be searched for, and what may have been meant; a key that is none is searched for as a word. */
export type FindProblem = Readonly<{
  code: 'no_value' | 'unknown_value' | 'unknown_name' | 'no_days' | 'unknown_key' | 'too_many';
  token: string;
  key: FindKey | null;
  value: string;
  near: readonly string[];
}>;

type FindQuery = Readonly<{
  /** What is left to be found as words, in websearch syntax. */
  words: string;
  terms: readonly FindTerm[];
  problems: readonly FindProblem[];
}>;

const LONGEST = 500;
const MOST_TERMS = 12;
const NEAR = 4;
const TOKEN = /-?[\p{L}_-]+:"[^"]*(?:"|$)|-?"[^"]*(?:"|$)|\S+/gu;
const KEYED = /^(-?)([\p{L}_][\p{L}_-]*):(.*)$/su;

/**
 * Parts what was typed into a search field into words and conditions: `refund status:open -tag:vip from:"Anna Ozola"`. Keys and
 * values are understood in English, Hungarian and Latvian, with or without accents; a comma is "or", a minus "not". What stands
 * before a colon and is no key stays a word. `today` is the day in the workspace, as `2026-03-02`.
 */
export function readFind(typed: string, today: string): FindQuery {
  const text = typed.slice(0, LONGEST).replace(/\p{Cc}+/gu, ' ');
  const tokens = [...text.matchAll(TOKEN)].map(([token]) => ({ token, read: readToken(token, today) }));
  const words = tokens.filter(({ read }) => isWord(read)).map(({ token }) => token);
  const asked = tokens.flatMap(({ read }) => read ?? []);
  const terms = asked.filter(isTerm);
  const problems = asked.filter(isProblem);
  const tooMany = terms
    .slice(MOST_TERMS)
    .map(({ token, key }): FindProblem => ({ code: 'too_many', token, key, value: '', near: [] }));
  const last = tokens.at(-1);
  const isDone = /\s$/.test(text) || (last !== undefined && !isWord(last.read));
  return {
    words: words.join(' ') + (isDone && words.length > 0 ? ' ' : ''),
    terms: terms.slice(0, MOST_TERMS),
    problems: [...problems, ...tooMany],
  };
}

const isProblem = (read: FindTerm | FindProblem): read is FindProblem => 'code' in read;
const isTerm = (read: FindTerm | FindProblem): read is FindTerm => !isProblem(read);

const isWord = (read: FindTerm | FindProblem | null) =>
  read === null || ('code' in read && read.code === 'unknown_key');

/** The condition or what is wrong with it; null for a word. */
function readToken(token: string, today: string): FindTerm | FindProblem | null {
  const [, minus = '', word = '', rest = ''] = KEYED.exec(token) ?? [];
  if (word === '' || rest.startsWith('//')) return null;
  const key = findKey(word);
  if (!key) return misspeltKey(word, { token, value: unquoted(rest) });
  const values = valuesIn(rest);
  if (values.length === 0) return { code: 'no_value', token, key, value: '', near: [] };
  return termOf({ key, negated: minus === '-', token }, values, today);
}

type Begun = Pick<FindTerm, 'key' | 'negated' | 'token'>;

function termOf(begun: Begun, values: readonly string[], today: string): FindTerm | FindProblem {
  const { kind } = findKeySpec(begun.key);
  if (kind === 'days') return daysTerm(begun, values.join(','), today);
  if (kind === 'text') return { ...begun, known: [], names: values, days: null };
  const known: string[] = [];
  const names: string[] = [];
  for (const value of values) {
    const found = findValue(begun.key, value);
    if (found !== null) known.push(found);
    else if (kind === 'name') names.push(value);
    else return { ...begun, code: 'unknown_value', value, near: nearValues(begun.key, value) };
  }
  return { ...begun, known, names, days: null };
}

function daysTerm(begun: Begun, value: string, today: string): FindTerm | FindProblem {
  const days = daysIn(value, today);
  if (!days) return { ...begun, code: 'no_days', value, near: [] };
  return { ...begun, known: [], names: [], days };
}

const unquoted = (text: string) => text.replace(/^"|"$/g, '').trim();

/** `open,pending`, or one value between quotes, in which a comma is a comma. */
const valuesIn = (text: string): readonly string[] =>
  text.startsWith('"')
    ? [unquoted(text)].filter(Boolean)
    : text
        .split(',')
        .map((value) => value.trim())
        .filter(Boolean);

/** Only what is one slip from a key is taken for one; all else that has a colon is a word, such as `10:30` or `re:`. */
function misspeltKey(
  word: string,
  { token, value }: Readonly<{ token: string; value: string }>,
): FindProblem | null {
  if (word.length < 4 || value === '') return null;
  const near = KEY_WORDS.filter((each) => editDistance(bare(word), each, 1) === 1).slice(0, NEAR);
  return near.length === 0 ? null : { code: 'unknown_key', token, key: null, value: word, near };
}
