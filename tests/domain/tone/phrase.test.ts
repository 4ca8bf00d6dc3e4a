import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPhrases, indexPhrases, type TonePhrase, wordsOf } from '@/domain/tone/phrase';

const WORDS = ['a', 'ab', 'abc', 'b', 'bc', 'nem', 'tud', 'lehet'];
const plainly = (text: string, pattern: string): boolean => {
  const source = pattern
    .split(' ')
    .map((word) => (word.endsWith('*') ? `${word.slice(0, -1)}[a-z]*` : word))
    .join(' ');
  return new RegExp(`(^| )${source}( |$)`).test(text);
};

describe('finding phrases', () => {
  it('finds a phrase exactly where a plain search finds it', () => {
    const word = fc.constantFrom(...WORDS);
    const pattern = fc
      .array(fc.tuple(word, fc.boolean()), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.map(([text, open]) => (open ? `${text}*` : text)).join(' '));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), pattern, (words, phrase) => {
        const text = words.join(' ');
        const known: TonePhrase = { kind: 'negative', phrase, alternatives: [] };
        const found = findPhrases(wordsOf(text), indexPhrases([known]));
        expect(found.length > 0).toBe(plainly(text, phrase));
        for (const { start, end } of found) expect(plainly(text.slice(start, end), phrase)).toBe(true);
      }),
    );
  });

  it('takes any of the signs that people type for an apostrophe', () => {
    const index = indexPhrases([{ kind: 'negative', phrase: "can't", alternatives: [] }]);
    expect(findPhrases(wordsOf("we can’t and we can't"), index)).toHaveLength(2);
  });

  it('leaves out phrases without a word in them', () => {
    expect(
      findPhrases(wordsOf('a b'), indexPhrases([{ kind: 'negative', phrase: '  ', alternatives: [] }])),
    ).toEqual([]);
  });
});
