import { z } from 'zod';
import { FIELD_ACCESSES, FIELD_ENTITIES, FIELD_KINDS, FIELD_REQUIREMENTS } from '@/domain/field/field';
import { PRIORITIES, TICKET_TYPES } from '@/domain/ticket/ticket';
import { fieldFields } from '@/features/fields/commands/field-fields';
import { id, language, listOf, listQuery, mailAddress } from './shared';

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

export const formsQuery = listQuery;

const form = z
  .object({
    id,
    name: z.string(),
    enabled: z.boolean(),
    address: z.string().meta({ description: 'Where the form is shown.' }),
    type: z.enum(TICKET_TYPES),
    priority: z.enum(PRIORITIES),
    items: z.array(
      z.object({ key: z.string(), kind: z.string(), fieldId: id.nullable(), required: z.boolean() }),
    ),
    processed: z.int().meta({ description: 'How many tickets it made.' }),
    held: z.int().meta({ description: 'How many wait for a person.' }),
  })
  .meta({ id: 'Form' });
export const formList = listOf(form).meta({ id: 'FormList' });

const LONGEST = 200;

export const submissionBody = z
  .strictObject({
    email: mailAddress,
    name: z.string().trim().max(LONGEST).default(''),
    subject: z.string().trim().max(LONGEST).default(''),
    message: z.string().trim().min(1).max(50_000),
    language: language.default('en'),
    values: z
      .record(z.string().max(60), z.union([z.string().max(5000), z.array(z.string().max(60)).max(200)]))
      .default({})
      .meta({ description: 'By the keys of the form’s items, as somebody would have typed them.' }),
  })
  .meta({ id: 'SubmitForm' });

export const formTestBody = z.strictObject({ email: mailAddress }).meta({ id: 'TestForm' });

export const submitted = z.object({ number: z.int() }).meta({ id: 'SubmittedForm' });
