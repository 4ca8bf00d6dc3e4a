import { describe, expect, it } from 'vitest';
import type { ToneFacts } from '@/domain/tone/finding';
import { findMissing } from '@/domain/tone/missing';
import { findPhrases, indexPhrases, type PhraseKind, wordsOf } from '@/domain/tone/phrase';

const phrase = (kind: PhraseKind, text: string) => ({ kind, phrase: text, alternatives: [] });
const INDEX = indexPhrases([
  phrase('greeting', 'hello'),
  phrase('apology', 'sorry'),
  phrase('next_step', 'please'),
]);

function missing(text: string, over: Partial<ToneFacts> = {}) {
  const words = wordsOf(text);
  const facts = { isLetter: true, isComplaint: false, isSolving: false, ...over };
  return findMissing({ text, words, matches: findPhrases(words, INDEX), facts }).map(({ rule }) => rule);
}

const LONG = 'the lid of the kettle was packed badly by us';

describe('what a letter misses', () => {
  it('is a greeting among its first words', () => {
    expect(missing(`${LONG}, please wait`)).toEqual(['no_greeting']);
    expect(missing(`${LONG} and by others too, please wait. Hello`)).toEqual(['no_greeting']);
    expect(missing(`Hello Anna, ${LONG}, please wait`)).toEqual([]);
  });

  it('is a word of apology where something went wrong', () => {
    expect(missing(`Hello, please wait, ${LONG}`, { isComplaint: true })).toEqual(['no_apology']);
    expect(missing(`Hello, sorry, please wait, ${LONG}`, { isComplaint: true })).toEqual([]);
  });

  it('is what happens next, unless it asks something or is the last word', () => {
    expect(missing(`Hello, ${LONG}`)).toEqual(['no_next_step']);
    expect(missing(`Hello, ${LONG}, right?`)).toEqual([]);
    expect(missing(`Hello, ${LONG}`, { isSolving: true })).toEqual([]);
  });

  it('is nothing in a short line or in a running chat', () => {
    expect([missing('the lid is here'), missing(LONG, { isLetter: false })]).toEqual([[], []]);
  });
});
