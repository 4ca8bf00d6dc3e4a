import { DAY_WORDS } from './find-days';
import { bare, FIND_KEYS, type FindKey, type FindLanguage, findKey, findKeySpec } from './find-keys';

/** What is being typed at a place of a search: a word that may become a key, or a value behind one. */
export type FindTyping = Readonly<{
  key: FindKey | null;
  typed: string;
  /** What a suggestion takes the place of, in characters from the start. */
  from: number;
  to: number;
}>;

/** A suggestion: what is put in, and what it is called where that is not the same. */
export type FindSuggestion = Readonly<{ insert: string; label: string }>;

const TOKEN_BEFORE = /(?:^|\s)-?((?:[\p{L}_-]+:)?(?:"[^"]*|[^\s"]*))$/u;
const KEYED = /^([\p{L}_][\p{L}_-]*):(.*)$/su;

/** What stands before the caret, to be completed; null where nothing can be: after a finished value, and within quoted words. */
export function typingAt(text: string, caret: number): FindTyping | null {
  const token = TOKEN_BEFORE.exec(text.slice(0, caret))?.[1] ?? '';
  const [, word, rest = ''] = KEYED.exec(token) ?? [];
  if (word === undefined) {
    return /^\p{L}[\p{L}_-]*$/u.test(token)
      ? { key: null, typed: token, from: caret - token.length, to: caret }
      : null;
  }
  const key = findKey(word);
  if (!key) return null;
  const value = rest.startsWith('"') ? rest : (rest.split(',').at(-1) ?? '');
  return { key, typed: value.replace(/^"/, ''), from: caret - value.length, to: caret };
}

const MOST = 8;

/** The keys that begin so in any of our languages, as this reader writes them, each with its colon. */
export function keysBegunBy(typed: string, language: FindLanguage): readonly FindSuggestion[] {
  const sought = bare(typed);
  const fits = ({ also = [], ...spelt }: (typeof FIND_KEYS)[FindKey]['spelt']) =>
    [...Object.values(spelt), ...also].some((word) => bare(word).startsWith(sought));
  return (Object.keys(FIND_KEYS) as FindKey[])
    .filter((key) => fits(FIND_KEYS[key].spelt))
    .slice(0, MOST)
    .map((key) => ({
      insert: `${FIND_KEYS[key].spelt[language]}:`,
      label: `${FIND_KEYS[key].spelt[language]}:`,
    }));
}

/** The values of a key that are the same everywhere and that begin so, as this reader writes them; for days, words for them. */
export function valuesBegunBy(
  key: FindKey,
  typed: string,
  language: FindLanguage,
): readonly FindSuggestion[] {
  const sought = bare(typed);
  const { kind, values = {} } = findKeySpec(key);
  const begun =
    kind === 'days'
      ? DAY_WORDS[language].filter((word) => bare(word).startsWith(sought))
      : Object.values(values)
          .filter(({ also = [], ...spelt }) =>
            [...Object.values(spelt), ...also].some((word) => bare(word).startsWith(sought)),
          )
          .map((each) => each[language]);
  return begun.slice(0, MOST).map((word) => ({ insert: `${word} `, label: word }));
}

/** A name as it is put behind a key: between quotes where it has several words or a comma. */
export const nameSuggestion = (name: string): FindSuggestion => {
  const clean = name.replaceAll('"', ' ').trim();
  return { insert: `${/[\s,]/.test(clean) ? `"${clean}"` : clean} `, label: name };
};
