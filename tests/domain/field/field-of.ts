import type { FieldDefinition } from '@/domain/field/field';

/** A field of customers: a text, unless said otherwise. */
export const fieldOf = (over: Partial<FieldDefinition>): FieldDefinition => ({
  id: 'id',
  entity: 'customer',
  key: 'key',
  kind: 'text',
  names: {},
  descriptions: {},
  options: [],
  pattern: null,
  requirement: 'never',
  customerAccess: 'none',
  shownWhen: [],
  archived: false,
  ...over,
});
