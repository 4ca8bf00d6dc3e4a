import { expect, test } from 'vitest';
import { isStopWord } from '@/domain/search/stop-words';

test.each(['the', 'hogy', 'egy', 'un', 'kapec'])('%s tells nothing', (word) => {
  expect(isStopWord(word)).toBe(true);
});

test.each(['invoice', 'szamla', 'rekins', 'refund'])('%s tells something', (word) => {
  expect(isStopWord(word)).toBe(false);
});
