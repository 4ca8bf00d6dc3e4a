import { expect, test } from 'vitest';
import { hostStorage } from '@/features/chat/widget/loader/host-storage';

function shelf() {
  const kept = new Map<string, string>();
  const place = {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
  return { kept, place };
}

test('nothing is stored before the visitor acts; then all that was remembered is', () => {
  const { kept, place } = shelf();
  const storage = hostStorage('p:', () => place);
  storage.keep('shown', '1');
  expect(kept.size).toBe(0);
  expect(storage.read('shown')).toBe('1');
  storage.allow();
  expect([...kept]).toEqual([['p:shown', '1']]);
  storage.keep('token', 't');
  expect(kept.get('p:token')).toBe('t');
});

test('only what is ours is read, and dropped things are gone from everywhere', () => {
  const { kept, place } = shelf();
  kept.set('other', 'x').set('p:token', 't');
  const storage = hostStorage('p:', () => place);
  expect(storage.all()).toEqual({ token: 't' });
  storage.drop('token');
  expect([...kept.keys()]).toEqual(['other']);
  expect(storage.read('token')).toBeUndefined();
});

test('where storage is refused or full everything is remembered for as long as the page stands', () => {
  const storage = hostStorage('p:', () => {
    throw new DOMException('denied', 'SecurityError');
  });
  storage.allow();
  storage.keep('token', 't');
  expect(storage.all()).toEqual({ token: 't' });
  storage.drop('token');
  expect(storage.all()).toEqual({});
});
