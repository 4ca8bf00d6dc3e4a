import { expect, it } from 'vitest';
import type { FieldDefinition } from '@/domain/field/field';
import { askedFields, conditionsHold, decidingFields, usualItems } from '@/domain/form/form';

it('asks only for fields that customers may fill in and that are in use', () => {
  const field = (id: string, over: Partial<FieldDefinition> = {}) =>
    ({ id, archived: false, customerAccess: 'edit', ...over }) as FieldDefinition;
  const [first] = usualItems();
  const item = (fieldId: string) => ({ ...first, kind: 'field', key: fieldId, fieldId }) as never;
  const definitions = [field('a'), field('b', { archived: true }), field('c', { customerAccess: 'see' })];
  const asked = askedFields(['a', 'b', 'c', 'd'].map(item), definitions);
  expect(asked.map((each) => each.field.id)).toEqual(['a']);
});

it('lets choices and boxes of the form decide, but none over itself', () => {
  const definition = { archived: false, customerAccess: 'edit', shownWhen: [] };
  const fields = [
    { ...definition, id: 'place', kind: 'choice' },
    { ...definition, id: 'gift', kind: 'checkbox' },
    { ...definition, id: 'size', kind: 'number' },
    { ...definition, id: 'late', kind: 'choice', shownWhen: [{ field: 'place', anyOf: ['shop'] }] },
  ] as unknown as FieldDefinition[];
  const [first] = usualItems();
  const item = (fieldId: string, on?: string) =>
    ({
      ...first,
      kind: 'field',
      key: fieldId,
      fieldId,
      shownWhen: on ? [{ field: on, anyOf: ['x'] }] : [],
    }) as never;
  const all = [item('place'), item('gift'), item('size')];
  expect(decidingFields(all, fields, item('gift')).map(({ id }) => id)).toEqual(['place']);
  expect(conditionsHold([item('place'), item('gift', 'place')], fields)).toBe(true);
  expect(conditionsHold([item('gift', 'place')], fields)).toBe(false);
  expect(conditionsHold([item('size'), item('gift', 'size')], fields)).toBe(false);
  expect(conditionsHold([item('place', 'gift'), item('gift', 'place')], fields)).toBe(false);
  expect(conditionsHold([item('late'), item('place', 'late')], fields)).toBe(false);
  const address = usualItems().find(({ kind }) => kind === 'email');
  const hanging = { ...address, shownWhen: [{ field: 'place', anyOf: ['x'] }] } as never;
  expect(conditionsHold([item('place'), hanging], fields)).toBe(false);
});
