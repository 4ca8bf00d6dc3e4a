import { describe, expect, it } from 'vitest';
import { findMixedAddress } from '@/domain/tone/address';
import { findPhrases, indexPhrases, type PhraseKind, wordsOf } from '@/domain/tone/phrase';

const phrase = (kind: PhraseKind, text: string) => ({ kind, phrase: text, alternatives: [`${text}!`] });
const INDEX = indexPhrases([
  phrase('formal', 'ön'),
  phrase('formal', 'kérem'),
  phrase('informal', 'te'),
  phrase('informal', 'kérlek'),
]);
const mixed = (text: string) =>
  findMixedAddress(text, findPhrases(wordsOf(text), INDEX)).map(({ quote, alternatives }) => [
    quote,
    ...alternatives,
  ]);

describe('mixed address', () => {
  it('is the form that is used less', () => {
    expect(mixed('Kérem, ön is nézze meg, te pedig várj.')).toEqual([['te', 'te!']]);
    expect(mixed('Kérlek, te várj, ön pedig nézze meg.')).toEqual([['ön', 'ön!']]);
  });

  it('is the informal one where both are used as often', () => {
    expect(mixed('Kérem, te várj.')).toEqual([['te', 'te!']]);
  });

  it('is nothing where one form is used alone, or none', () => {
    expect([mixed('Kérem, ön várjon.'), mixed('Kérlek, te várj.'), mixed('Várunk.')]).toEqual([[], [], []]);
  });
});
