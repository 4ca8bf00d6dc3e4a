import { expect, test } from 'vitest';
import { fieldsAsTyped } from '@/domain/field/draft';
import { fieldOf } from './field-of';

const kind = fieldOf({
  id: 'kind',
  kind: 'choice',
  requirement: 'always',
  options: [
    { key: 'shop', names: {}, archived: false },
    { key: 'office', names: {}, archived: false },
  ],
});
const seats = fieldOf({ id: 'seats', kind: 'number', shownWhen: [{ field: 'kind', anyOf: ['office'] }] });
const likes = fieldOf({
  id: 'likes',
  kind: 'multi_choice',
  options: [{ key: 'tea', names: {}, archived: false }],
});
const all = [kind, seats, likes];

test('fields appear as what is typed asks for them, and only changes are saved', () => {
  const values = { kind: 'shop', likes: ['tea'] };
  expect(fieldsAsTyped(all, { values, edits: {} })).toMatchObject({
    shown: [{ id: 'kind' }, { id: 'likes' }],
    typed: { kind: 'shop', seats: '', likes: ['tea'] },
    wrong: {},
    patch: {},
  });
  const typed = fieldsAsTyped(all, { values, edits: { kind: 'office', seats: '12,5', likes: [] } });
  expect(typed.patch).toEqual({ kind: 'office', seats: 12.5, likes: null });
  expect(typed.shown).toHaveLength(3);
});

test('what is missing or no value is named; what is hidden is neither asked nor saved', () => {
  const empty = fieldsAsTyped(all, { values: {}, edits: { seats: 'many' } });
  expect(empty.wrong).toEqual({ kind: 'required' });
  expect(empty.patch).toEqual({});
  const wrong = fieldsAsTyped(all, { values: {}, edits: { kind: 'office', seats: 'many' } });
  expect(wrong.wrong).toEqual({ seats: 'not_number' });
  expect(wrong.typed['seats']).toBe('many');
});

test('of a ticket, fields follow its type', () => {
  const fault = fieldOf({
    id: 'fault',
    requirement: 'always',
    shownWhen: [{ field: 'type', anyOf: ['problem'] }],
  });
  expect(fieldsAsTyped([fault], { type: 'problem', values: {}, edits: {} }).wrong).toEqual({
    fault: 'required',
  });
  expect(fieldsAsTyped([fault], { type: 'task', values: {}, edits: {} })).toMatchObject({
    shown: [],
    wrong: {},
  });
});
