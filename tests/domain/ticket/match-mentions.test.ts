import { expect, it } from 'vitest';
import { matchMentions } from '@/domain/ticket/match-mentions';

const all = ['Kiss Zsófia', 'Zsófia Nagy', 'Kalniņa Līga', 'Rīga shop'].map((name) => ({ name }));
const found = (typed: string) => matchMentions(all, typed).map(({ name }) => name);

it('finds by the beginning of any word without accents, whole names first', () => {
  expect(found('zsof')).toEqual(['Zsófia Nagy', 'Kiss Zsófia']);
  expect(found('Kiss Zs')).toEqual(['Kiss Zsófia']);
  expect(found('rig')).toEqual(['Rīga shop']);
  expect(found('')).toHaveLength(4);
  expect(found('x')).toEqual([]);
});
