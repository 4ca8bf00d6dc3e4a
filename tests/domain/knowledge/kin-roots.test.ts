import { expect, test } from 'vitest';
import { kinRoots } from '@/domain/knowledge/kin-roots';
import { sameWord } from '@/domain/search/word-roots';

const kin = (one: string, other: string) => sameWord(kinRoots(one), kinRoots(other));

test.each([
  ['visszakuldeni', 'visszakuldese'],
  ['visszakuldhetem', 'visszakuldes'],
  ['lemondani', 'lemondasa'],
  ['modositani', 'modositas'],
  ['szallitas', 'szallitasi'],
  ['fizetni', 'fizetes'],
  ['atgriezt', 'atgriesana'],
  ['atcelt', 'atcelsana'],
  ['maksat', 'maksajums'],
  ['piegadat', 'piegade'],
  ['mainit', 'mainisana'],
  ['cancel', 'cancellation'],
  ['delivery', 'deliveries'],
  ['payment', 'payments'],
  ['returned', 'returning'],
])('%s and %s are kin', (one, other) => expect(kin(one, other)).toBe(true));

test.each([
  ['szamla', 'szallitas'],
  ['garancia', 'gyarto'],
  ['piegade', 'pieteikums'],
  ['rekins', 'reklama'],
  ['account', 'accept'],
  ['return', 'refund'],
])('%s and %s are not', (one, other) => expect(kin(one, other)).toBe(false));
