import { describe, expect, it } from 'vitest';
import type { FieldKind, ShownWhen } from '@/domain/field/field';
import { hangsOnItself, missingFields, shownFields } from '@/domain/field/shown';

type Over = Readonly<{
  kind?: FieldKind;
  when?: readonly ShownWhen[];
  requirement?: 'never' | 'always' | 'on_solve';
  archived?: boolean;
}>;
const field = (
  id: string,
  { kind = 'text', when = [], requirement = 'never', archived = false }: Over = {},
) => ({
  id,
  kind,
  requirement,
  shownWhen: when,
  archived,
});
const ids = (fields: readonly { id: string }[]) => fields.map(({ id }) => id);

describe('fields shown by condition', () => {
  const all = [
    field('place', { kind: 'choice' }),
    field('receipt', { when: [{ field: 'place', anyOf: ['shop'] }] }),
    field('till', { when: [{ field: 'receipt-known', anyOf: ['true'] }] }),
    field('receipt-known', { kind: 'checkbox', when: [{ field: 'place', anyOf: ['shop'] }] }),
    field('fault', { when: [{ field: 'type', anyOf: ['problem', 'complaint'] }] }),
    field('old', { archived: true }),
    field('unpaid', { when: [{ field: 'paid', anyOf: ['false'] }] }),
    field('paid', { kind: 'checkbox' }),
    field('tags', { kind: 'multi_choice' }),
    field('red', { when: [{ field: 'tags', anyOf: ['red'] }] }),
  ];

  it.each([
    [{}, 'question', ['place', 'unpaid', 'paid', 'tags']],
    [{ place: 'shop' }, 'question', ['place', 'receipt', 'receipt-known', 'unpaid', 'paid', 'tags']],
    [{ place: 'web', 'receipt-known': true }, 'problem', ['place', 'fault', 'unpaid', 'paid', 'tags']],
    [
      { place: 'shop', 'receipt-known': true },
      'task',
      ['place', 'receipt', 'till', 'receipt-known', 'unpaid', 'paid', 'tags'],
    ],
    [{ paid: true, tags: ['blue', 'red'] }, 'task', ['place', 'paid', 'tags', 'red']],
  ] as const)('%j of a %s', (values, type, expected) => {
    expect(ids(shownFields(all, { type, values }))).toEqual(expected);
  });

  it('a circle shows nothing and ends', () => {
    const circle = [
      field('a', { kind: 'choice', when: [{ field: 'b', anyOf: ['x'] }] }),
      field('b', { kind: 'choice', when: [{ field: 'a', anyOf: ['x'] }] }),
    ];
    expect(shownFields(circle, { values: { a: 'x', b: 'x' } })).toEqual([]);
    expect(hangsOnItself(circle[0] as never, circle)).toBe(true);
    expect(hangsOnItself({ id: '', shownWhen: [{ field: 'place', anyOf: ['x'] }] }, all)).toBe(false);
  });
});

describe('fields that still need a value', () => {
  const all = [
    field('always', { requirement: 'always' }),
    field('solve', { requirement: 'on_solve' }),
    field('hidden', { requirement: 'always', when: [{ field: 'type', anyOf: ['task'] }] }),
    field('free'),
    field('gone', { requirement: 'always', archived: true }),
  ];
  it.each([
    ['save', {}, ['always']],
    ['solve', {}, ['always', 'solve']],
    ['solve', { always: 0, solve: 'x' }, []],
    ['solve', { always: [], solve: '' }, ['always', 'solve']],
  ] as const)('to %s with %j', (moment, values, expected) => {
    expect(ids(missingFields(all, { type: 'question', values }, moment))).toEqual(expected);
  });
});
