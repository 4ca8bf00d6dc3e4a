import { expect, test } from 'vitest';
import { decideActions, patchedTwice, patchOf } from '@/domain/action/decide-actions';

const nobody = { me: null };

test('actions that set fields become one patch, and the later value stands', () => {
  const { patch, others } = decideActions(
    [
      { kind: 'set_priority', priority: 'low' },
      { kind: 'note', text: 'x' },
      { kind: 'set_priority', priority: 'urgent' },
      { kind: 'set_team', teamId: null },
    ],
    nobody,
  );
  expect(patch).toMatchObject({ priority: 'urgent', teamId: null });
  expect(others).toEqual([{ kind: 'note', text: 'x' }]);
});

test('"me" is whoever applies it, and nobody for a rule', () => {
  expect(patchOf({ kind: 'assign', to: 'me' }, { me: 'anna' })).toEqual({ assigneeId: 'anna' });
  expect(patchOf({ kind: 'assign', to: 'me' }, nobody)).toEqual({ assigneeId: null });
  expect(patchOf({ kind: 'assign', to: 'nobody' }, { me: 'anna' })).toEqual({ assigneeId: null });
});

test('a tag goes by what was last said of it', () => {
  expect(patchedTwice({ addTags: ['a', 'b'] }, { removeTags: ['a'] })).toEqual({
    addTags: ['b'],
    removeTags: ['a'],
  });
  expect(patchedTwice({ removeTags: ['a'] }, { addTags: ['a'] })).toEqual({ addTags: ['a'], removeTags: [] });
});
