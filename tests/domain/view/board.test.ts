import { expect, test } from 'vitest';
import type { StaffActor } from '@/domain/permission/actor';
import { columnBeside, columnBranches, hasBoard, isSettable } from '@/domain/view/board';
import { VIEWS } from '@/domain/view/view';

const agent: StaffActor = {
  ...{ kind: 'user', id: 'u', name: 'Anna', role: 'agent' },
  ...{ scope: 'all', teamIds: ['t'] },
};

test('views of open work have a board', () => {
  expect(VIEWS.filter(hasBoard)).toEqual([
    ...['mine', 'unassigned', 'team', 'open'],
    ...['promises_at_risk', 'promises_broken'],
  ]);
});

test('a column holds what of the view has its status; what is solved is no open work', () => {
  expect(columnBranches('mine', agent, 'pending')).toEqual([
    { active: true, assigneeId: 'u', status: 'pending' },
  ]);
  expect(columnBranches('team', agent, 'solved')).toEqual([{ active: false, teamId: 't', status: 'solved' }]);
});

test.each([
  ['new', 1, 'open'],
  ['open', -1, null],
  ['open', 1, 'pending'],
  ['on_hold', 1, 'solved'],
  ['solved', 1, null],
  ['solved', -1, 'on_hold'],
  ['closed', -1, null],
] as const)('beside %s (%i) is %s', (status, step, beside) => {
  expect(columnBeside(status, step)).toBe(beside);
});

test('new and closed are set by nobody', () => {
  expect(['new', 'open', 'pending', 'on_hold', 'solved', 'closed'].filter(isSettable)).toEqual([
    ...['open', 'pending', 'on_hold', 'solved'],
  ]);
});
