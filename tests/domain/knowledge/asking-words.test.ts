import { expect, test } from 'vitest';
import { isAskingWord } from '@/domain/knowledge/asking-words';

test('words that ask are told from words that say what for', () => {
  for (const word of ['how', 'can', 'hogyan', 'szeretnem', 'ludzu', 'varu'])
    expect(isAskingWord(word)).toBe(true);
  for (const word of ['return', 'money', 'szamla', 'piegade', 'garancia'])
    expect(isAskingWord(word)).toBe(false);
});
