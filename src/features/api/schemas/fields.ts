import { z } from 'zod';
import { FIELD_ACCESSES, FIELD_ENTITIES, FIELD_KINDS, FIELD_REQUIREMENTS } from '@/domain/field/field';
import { fieldFields } from '@/features/fields/commands/field-fields';
import { id, language, listOf, listQuery } from './shared';

export const fieldsQuery = listQuery.extend({ entity: z.enum(FIELD_ENTITIES).default('ticket') });

const texts = z.partialRecord(language, z.string()).meta({ description: 'Text by language.' });

export const field = z
  .object({
    id,
    entity: z.enum(FIELD_ENTITIES),
    key: z.string().meta({ description: 'Short name, by which tickets carry the value.' }),
    kind: z.enum(FIELD_KINDS),
    names: texts,
    descriptions: texts,
    options: z.array(z.object({ key: z.string(), names: texts, archived: z.boolean() })),
    pattern: z.string().nullable(),
    requirement: z.enum(FIELD_REQUIREMENTS),
    customerAccess: z.enum(FIELD_ACCESSES).meta({ description: 'What the customer may do with it.' }),
    shownWhen: z
      .array(z.object({ field: z.string(), anyOf: z.array(z.string()) }))
      .meta({ description: 'Shown when all are met; `field` is `type` or the id of another field.' }),
    archived: z.boolean(),
  })
  .meta({ id: 'Field' });
export const fieldList = listOf(field).meta({ id: 'FieldList' });
export const fieldBody = fieldFields;
