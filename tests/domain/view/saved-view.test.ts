import { expect, test } from 'vitest';
import type { StaffActor } from '@/domain/permission/actor';
import { mayChangeView, maySeeView } from '@/domain/view/saved-view';

const agent: StaffActor = {
  kind: 'user',
  id: 'u1',
  name: 'Emma',
  role: 'agent',
  scope: 'all',
  teamIds: ['t1'],
};
const manager: StaffActor = { ...agent, id: 'u9', role: 'manager', teamIds: [] };
const key: StaffActor = { ...manager, id: null };
const own = { audience: 'personal', ownerId: 'u1', teamId: null } as const;
const ofTeam = { audience: 'team', ownerId: 'u2', teamId: 't1' } as const;
const ofAll = { audience: 'everyone', ownerId: 'u1', teamId: null } as const;

test('who sees a view', () => {
  expect([own, ofTeam, ofAll].map((view) => maySeeView(agent, view))).toEqual([true, true, true]);
  expect([own, ofTeam, ofAll].map((view) => maySeeView(manager, view))).toEqual([false, true, true]);
  expect(maySeeView(key, { ...own, ownerId: null })).toBe(false);
  expect(maySeeView({ ...agent, teamIds: [] }, ofTeam)).toBe(false);
  expect(maySeeView({ kind: 'customer', id: 'u1', name: 'Anna' }, ofAll)).toBe(false);
});

test('who changes it', () => {
  const may = (actor: StaffActor, view: Parameters<typeof mayChangeView>[1], leads: readonly string[] = []) =>
    mayChangeView(actor, view, { leads });
  expect([may(agent, own), may(agent, ofTeam), may(agent, ofAll)]).toEqual([true, false, false]);
  expect(may(agent, ofTeam, ['t1'])).toBe(true);
  expect(may(agent, { ...ofTeam, ownerId: 'u1' })).toBe(true);
  // Whoever left the team has no say there any more.
  expect(may({ ...agent, teamIds: [] }, { ...ofTeam, ownerId: 'u1' })).toBe(false);
  expect([may(manager, own), may(manager, ofTeam), may(manager, ofAll)]).toEqual([false, true, true]);
});
