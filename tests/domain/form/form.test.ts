import { expect, it } from 'vitest';
import type { FieldDefinition } from '@/domain/field/field';
import { askedFields, usualItems } from '@/domain/form/form';

it('asks only for fields that customers may fill in and that are in use', () => {
  const field = (id: string, over: Partial<FieldDefinition> = {}) =>
    ({ id, archived: false, customerAccess: 'edit', ...over }) as FieldDefinition;
  const [first] = usualItems();
  const item = (fieldId: string) => ({ ...first, kind: 'field', key: fieldId, fieldId }) as never;
  const definitions = [field('a'), field('b', { archived: true }), field('c', { customerAccess: 'see' })];
  const asked = askedFields(['a', 'b', 'c', 'd'].map(item), definitions);
  expect(asked.map((each) => each.field.id)).toEqual(['a']);
});
