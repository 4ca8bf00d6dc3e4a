import { expect, test } from 'vitest';
import type { StaffActor } from '@/domain/permission/actor';
import { may } from '@/domain/permission/can';
import { narrowedBy } from '@/domain/permission/key-scope';

const keyWith = (scopes: string[]): StaffActor => {
  const keyScopes = narrowedBy(scopes);
  const rights = { kind: 'user', id: null, name: 'key', role: 'admin', scope: 'all', teamIds: [] } as const;
  return { ...rights, ...(keyScopes && { keyScopes }) };
};

test('"all" narrows nothing, alone or beside others', () => {
  expect(narrowedBy(['all'])).toBeUndefined();
  expect(narrowedBy(['tickets:read', 'all'])).toBeUndefined();
  expect(may(keyWith(['all']), 'people.manage')).toBe(true);
});

test('a key may do what its scopes name and nothing else', () => {
  const reader = keyWith(['tickets:read']);
  expect(may(reader, 'ticket.read')).toBe(true);
  expect(may(reader, 'ticket.reply')).toBe(false);
  expect(may(reader, 'customer.read')).toBe(false);
});

test('a key without scopes may do nothing', () => {
  expect(may(keyWith([]), 'ticket.read')).toBe(false);
});
