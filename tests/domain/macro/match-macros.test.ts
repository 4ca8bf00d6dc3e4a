import { expect, test } from 'vitest';
import { matchMacros } from '@/domain/macro/match-macros';

const macros = [
  { name: 'Ask for the order number', shortcut: 'order', folder: 'Orders' },
  { name: 'Köszönjük a türelmét', shortcut: '', folder: 'Delivery' },
  { name: 'Refund approved', shortcut: 'refund', folder: 'Money' },
  { name: 'Order is on its way', shortcut: 'way', folder: 'Delivery' },
];
const found = (typed: string) => matchMacros(macros, typed).map(({ name }) => name);

test('nothing typed keeps the order that was given', () => {
  expect(matchMacros(macros, ' ')).toEqual(macros);
});

test('the shortcut goes before the beginning of the name, and that before its middle', () => {
  expect(found('order')).toEqual(['Ask for the order number', 'Order is on its way']);
});

test('accents and case do not matter, and letters may be left out', () => {
  expect(found('koszon')).toEqual(['Köszönjük a türelmét']);
  expect(found('rfnd')).toEqual(['Refund approved']);
});

test('a folder finds what is in it', () => {
  expect(found('delivery')).toEqual(['Köszönjük a türelmét', 'Order is on its way']);
});

test('what fits nowhere is not found', () => {
  expect(found('xyz')).toEqual([]);
});
