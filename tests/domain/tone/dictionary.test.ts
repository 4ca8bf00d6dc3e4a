import { describe, expect, it } from 'vitest';
import { mergeDictionary, phrasesInUse } from '@/domain/tone/dictionary';
import type { TonePhrase } from '@/domain/tone/phrase';

const phrase = (text: string, alternatives: readonly string[] = []): TonePhrase => ({
  kind: 'negative',
  phrase: text,
  alternatives,
});
const SHIPPED = [phrase('unfortunately', ['as things stand']), phrase('cannot', ['can'])];

describe('the dictionary of a workspace', () => {
  it('is the shipped one until something is changed', () => {
    expect(mergeDictionary(SHIPPED, []).map(({ source }) => source)).toEqual(['shipped', 'shipped']);
    expect(phrasesInUse(mergeDictionary(SHIPPED, []))).toEqual(SHIPPED);
  });

  it('takes a change for the same phrase, whatever its capitals', () => {
    const entries = mergeDictionary(SHIPPED, [{ ...phrase('Unfortunately', ['today']), removed: false }]);
    expect(entries[0]).toEqual({ ...phrase('unfortunately', ['today']), source: 'changed' });
    expect(entries).toHaveLength(2);
  });

  it('keeps what was taken out in sight, but does not use it', () => {
    const entries = mergeDictionary(SHIPPED, [{ ...phrase('cannot'), removed: true }]);
    expect(entries[1]).toMatchObject({ phrase: 'cannot', alternatives: ['can'], source: 'removed' });
    expect(phrasesInUse(entries)).toEqual([SHIPPED[0]]);
  });

  it('has own phrases at its end, and the same words of another kind are another phrase', () => {
    const own = { ...phrase('cannot'), kind: 'forbidden' as const, removed: false };
    expect(mergeDictionary(SHIPPED, [own]).at(-1)).toMatchObject({ kind: 'forbidden', source: 'own' });
  });

  it('forgets that a phrase was taken out which is no longer shipped', () => {
    expect(mergeDictionary([], [{ ...phrase('cannot'), removed: true }])).toEqual([]);
  });
});
