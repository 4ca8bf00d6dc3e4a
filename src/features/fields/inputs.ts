import { z } from 'zod';
import { FIELD_ENTITIES } from '@/domain/field/field';
import { fieldFields } from './commands/field-fields';
import { ownValuesInput } from './commands/own-values-input';

/** Without an id it is a new field, last in order. */
export const fieldInput = z.intersection(
  fieldFields,
  z.object({
    id: z.uuid().optional(),
    /** The version that the form showed; absent: whatever stands there is replaced. */
    version: z.int().optional(),
  }),
);
export type FieldInput = z.output<typeof fieldInput>;

/** Values of a customer's or an organization's own fields. */
export const ownFieldsInput = z.object({
  entity: z.enum(['customer', 'organization']),
  ownerId: z.uuid(),
  fields: ownValuesInput,
});
export type OwnFieldsInput = z.output<typeof ownFieldsInput>;

export const fieldIdInput = z.object({ fieldId: z.uuid() });
export type FieldIdInput = z.output<typeof fieldIdInput>;

export const archiveFieldInput = z.object({ fieldId: z.uuid(), archived: z.boolean() });
export type ArchiveFieldInput = z.output<typeof archiveFieldInput>;

/** All fields of one kind of thing in their new order. */
export const fieldOrderInput = z.object({
  entity: z.enum(FIELD_ENTITIES),
  fieldIds: z.array(z.uuid()).min(1).max(200),
});
export type FieldOrderInput = z.output<typeof fieldOrderInput>;
