import { expect, test } from 'vitest';
import { mayChangeMacro, maySeeMacro, textFor } from '@/domain/macro/macro';
import type { Role, StaffActor } from '@/domain/permission/actor';

const actor = (role: Role, over: Partial<StaffActor> = {}): StaffActor => ({
  kind: 'user',
  id: 'u1',
  name: 'Emma',
  role,
  scope: 'all',
  teamIds: ['orders'],
  ...over,
});
const own = { audience: 'personal', ownerId: 'u1', teamId: null } as const;
const theirs = { ...own, ownerId: 'u2' };
const orders = { audience: 'team', ownerId: null, teamId: 'orders' } as const;
const shop = { ...orders, teamId: 'shop' };
const shared = { audience: 'everyone', ownerId: null, teamId: null } as const;
const nobody = { leads: [] };

test('one sees one’s own, those of one’s teams and those of everybody', () => {
  const emma = actor('agent');
  expect([own, theirs, orders, shop, shared].map((macro) => maySeeMacro(emma, macro))).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
});

test('an agent changes their own, a lead those of the team, a manager all shared ones', () => {
  expect([own, orders, shared].map((macro) => mayChangeMacro(actor('agent'), macro, nobody))).toEqual([
    true,
    false,
    false,
  ]);
  expect(mayChangeMacro(actor('agent'), orders, { leads: ['orders'] })).toBe(true);
  expect(mayChangeMacro(actor('agent'), shared, { leads: ['orders'] })).toBe(false);
  expect([shop, shared].map((macro) => mayChangeMacro(actor('manager'), macro, nobody))).toEqual([
    true,
    true,
  ]);
});

test('not even an owner sees what somebody keeps for themselves', () => {
  expect(maySeeMacro(actor('owner'), theirs)).toBe(false);
});

test('a key of the workspace has no macros of its own', () => {
  expect(maySeeMacro(actor('admin', { id: null }), { ...own, ownerId: null })).toBe(false);
});

test('the text is the one in the reader’s language, else that of the workspace, else English, else any', () => {
  const texts = { en: 'Hello', hu: 'Jó napot', lv: 'Labdien' };
  expect(textFor(texts, 'lv', 'hu')).toEqual({ language: 'lv', html: 'Labdien' });
  expect(textFor({ en: 'Hello', hu: 'Jó napot' }, 'lv', 'hu')?.language).toBe('hu');
  expect(textFor({ en: 'Hello', hu: 'Jó napot' }, 'lv', 'de')?.language).toBe('en');
  expect(textFor({ hu: 'Jó napot' }, 'lv', 'lv')?.language).toBe('hu');
  expect(textFor({}, 'lv', 'lv')).toBeNull();
});
