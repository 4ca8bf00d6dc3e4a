import { z } from 'zod';
import { PRIORITIES, TICKET_TYPES } from '@/domain/ticket/ticket';
import { formFields } from '@/features/forms/commands/form-fields';
import { id, language, listOf, listQuery, mailAddress } from './shared';

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
export const wholeForm = z
  .object({ id, address: z.string().meta({ description: 'Where the form is shown.' }), ...formFields.shape })
  .meta({ id: 'WholeForm' });
export const formBody = formFields;

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
