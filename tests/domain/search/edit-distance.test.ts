import { expect, test } from 'vitest';
import { editDistance, nearestWords, swappedLetters } from '@/domain/search/edit-distance';

test.each([
  ['kettle', 'kettle', 0],
  ['kettle', 'ketle', 1],
  ['ketle', 'kettle', 1],
  ['kettle', 'kattle', 1],
  ['recieve', 'receive', 1],
  ['pasword', 'passwrod', 2],
  ['kettle', 'toaster', 3],
  ['', 'ab', 2],
])('from %j to %j it takes %i', (one, other, edits) => {
  expect(editDistance(one, other, 2)).toBe(edits);
  expect(editDistance(other, one, 2)).toBe(edits);
});

test('the nearest words win, and a word is not its own correction', () => {
  expect(nearestWords('invioce', ['invoice', 'invoices', 'voice', 'invioce'])).toEqual([
    'invoice',
    'invoices',
  ]);
  expect(nearestWords('szmala', ['szamla', 'szalma', 'malna'])).toEqual(['szamla']);
});

test('an ending does not count as a mistake', () => {
  expect(nearestWords('szmala', ['szamlat', 'szalmat'])).toEqual(['szamlat']);
  expect(nearestWords('invioce', ['invoices', 'inventory'])).toEqual(['invoices']);
});

test('short words allow one slip, long ones two', () => {
  expect(nearestWords('ordre', ['border'])).toEqual([]);
  expect(nearestWords('rendelse', ['rendeles'])).toEqual(['rendeles']);
  expect(nearestWords('pasutijms', ['pasutijums'])).toEqual(['pasutijums']);
});

test('swapping gives each neighbouring pair once', () => {
  expect(swappedLetters('mial')).toEqual(['imal', 'mail', 'mila']);
  expect(swappedLetters('a')).toEqual([]);
});

test('one slip before another last letter is near, but less so than the word itself', () => {
  expect(nearestWords('parale', ['paroli', 'paradiet', 'parasti'])).toEqual(['paroli']);
  expect(nearestWords('parale', ['paroli', 'parole'])).toEqual(['parole']);
  expect(nearestWords('ordre', ['ordit'])).toEqual([]);
});

test('fewer slips may be asked for', () => {
  expect(nearestWords('pasutijms', ['pasutijumi'], 1)).toEqual(['pasutijumi']);
  expect(nearestWords('szalmaat', ['szamlat'], 1)).toEqual([]);
  expect(nearestWords('szalmaat', ['szamlat'])).toEqual(['szamlat']);
});
