import { z } from 'zod';
import { IDENTITY_KINDS } from '@/domain/customer/identity';
import { isTimeZone } from '@/domain/shared/time-zone';
import {
  id,
  instant,
  language,
  listOf,
  listQuery,
  mailAddress,
  ownFields,
  shownOwnFields,
  tagName,
} from './shared';

const identity = z
  .object({
    id,
    kind: z.enum(IDENTITY_KINDS),
    value: z.string(),
    label: z
      .string()
      .meta({ description: 'How people know it, where the value is an id: a handle or a number.' }),
    primary: z.boolean().meta({ description: 'The one of its kind that we write to.' }),
  })
  .meta({ id: 'Identity' });

export const customer = z
  .object({
    id,
    name: z.string(),
    email: z.string().nullable().meta({ description: 'The primary mail address.' }),
    phone: z.string().nullable(),
    identities: z.array(identity).meta({ description: 'All addresses.' }),
    saidNumbers: z
      .array(z.string())
      .meta({ description: 'Numbers that the customer told of themselves; nobody is recognised by them.' }),
    givenName: z.string().nullable(),
    familyName: z.string().nullable(),
    nameOrder: z.enum(['given_first', 'family_first']),
    language: z.string().nullable(),
    timeZone: z.string().nullable(),
    note: z.string(),
    organization: z.object({ id, name: z.string() }).nullable(),
    tier: z.object({ id, name: z.string() }).nullable(),
    externalId: z.string().nullable().meta({ description: 'The id in the system that they came from.' }),
    blockedAt: instant.nullable().meta({ description: 'Since when what they send is held back.' }),
    mergedInto: id.nullable().meta({ description: 'The customer who has all that this one had.' }),
    mails: z
      .object({ acknowledgements: z.boolean(), updates: z.boolean(), surveys: z.boolean() })
      .meta({ description: 'Which mails they want besides answers, as they chose in the portal.' }),
    erasedAt: instant.nullable().meta({ description: 'When all that told who it was was deleted.' }),
    wordsErasedAt: instant.nullable().meta({
      description: 'When what was written on their tickets was erased as well; null also while that goes on.',
    }),
    fields: shownOwnFields,
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Customer' });

export const customerList = listOf(customer).meta({ id: 'CustomerList' });

export const customerQuery = listQuery.extend({
  q: z.string().trim().min(1).max(200).optional().meta({ description: 'Parts of names and addresses.' }),
  email: mailAddress
    .optional()
    .meta({ description: 'Exactly this mail address; the other filters are not asked then.' }),
  segment: z.uuid().optional().meta({ description: 'Who is in this segment.' }),
});

const saidYes = (description: string) =>
  z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true')
    .meta({ description, override: { type: 'string', enum: ['true', 'false'] } });

export const deleteCustomerQuery = z.object({
  anonymise: saidYes('Of a customer with tickets, delete all that tells who it was.'),
  eraseWords: saidYes(
    'With `anonymise`: erase as well what was written on the tickets, the files and the sources. It takes a while; `wordsErasedAt` says when it is done. Also for a customer who was anonymised before.',
  ),
});

const name = z.string().trim().max(200);
/** Kept in E.164 (ITU-T E.164 §6). */
const phone = z
  .string()
  .transform((value) => value.replace(/[\s().\-/]/g, ''))
  .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/))
  .meta({ description: 'With the country code.', example: '+36 30 123 4567', override: { type: 'string' } });

const known = {
  givenName: name.nullable(),
  familyName: name.nullable(),
  nameOrder: z.enum(['given_first', 'family_first']),
  language: language.nullable(),
  timeZone: z.string().refine(isTimeZone).nullable().meta({ example: 'Europe/Riga' }),
  note: z.string().trim().max(10_000),
  organization: name.nullable().meta({ description: 'By name; one that is new is made.' }),
  tier: z.uuid().nullable(),
  externalId: z.string().trim().min(1).max(200).nullable(),
  fields: ownFields,
};

export const createCustomerBody = z
  .strictObject({
    name: name.min(1),
    email: mailAddress.optional(),
    phone: phone.optional(),
    ...z.strictObject(known).partial().shape,
  })
  .refine(({ email, phone: number }) => email !== undefined || number !== undefined, { path: ['email'] })
  .meta({ id: 'CreateCustomer', description: 'With a mail address or a phone number, or both.' });

export const updateCustomerBody = z
  .strictObject({ name: name.min(1), ...known })
  .partial()
  .meta({ id: 'UpdateCustomer', description: 'What is absent stays as it is.' });

export const addIdentityBody = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('email'), value: mailAddress }),
    z.strictObject({ kind: z.literal('phone'), value: phone }),
  ])
  .meta({ id: 'AddIdentity' });

export const identityParams = z.object({ id: z.uuid(), identityId: z.uuid() });

export const team = z
  .object({ id, name: z.string(), memberIds: z.array(id), createdAt: instant })
  .meta({ id: 'Team' });
export const teamList = listOf(team).meta({ id: 'TeamList' });

export const user = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    role: z.enum(['owner', 'admin', 'manager', 'agent', 'light_agent']),
    scope: z.enum(['all', 'team', 'own']).meta({ description: 'Which tickets this person may see.' }),
    active: z.boolean(),
    teamIds: z.array(id),
    createdAt: instant,
  })
  .meta({ id: 'User' });
export const userList = listOf(user).meta({ id: 'UserList' });
export const userQuery = listQuery.extend({ email: mailAddress.optional() });

export const tag = z.object({ id, name: z.string(), createdAt: instant }).meta({ id: 'Tag' });
export const tagList = listOf(tag).meta({ id: 'TagList' });
export const createTagBody = z.strictObject({ name: tagName }).meta({ id: 'CreateTag' });

export const keyInfo = z
  .object({
    workspace: z.object({ id, slug: z.string(), name: z.string() }),
    key: z.object({ id, name: z.string(), scopes: z.array(z.string()) }),
  })
  .meta({ id: 'KeyInfo' });
