import { expect, test } from 'vitest';
import { freeSlug, slugOf } from '@/domain/knowledge/slug';

test.each([
  ['How do I return an item?', 'how-do-i-return-an-item'],
  ['Hogyan küldhetem vissza a terméket?', 'hogyan-kuldhetem-vissza-a-termeket'],
  ['Kā atgriezt preci un saņemt naudu?', 'ka-atgriezt-preci-un-sanemt-naudu'],
  ['  ***  ', 'article'],
  [`${'word '.repeat(30)}`, `${'word-'.repeat(15)}word`],
])('%s becomes an address', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test('an address that is taken gets a number', () => {
  const taken = ['a', 'a-2'];
  expect(freeSlug('b', (slug) => taken.includes(slug))).toBe('b');
  expect(freeSlug('a', (slug) => taken.includes(slug))).toBe('a-3');
});
