import { z } from 'zod';
import { CONSENT_KINDS } from '@/domain/customer/consent';
import { isTimeZone } from '@/domain/shared/time-zone';
import { ownValuesInput } from '@/features/fields/commands/own-values-input';

const name = z.string().trim().max(200);
const optionalName = name
  .nullable()
  .default(null)
  .transform((value) => value || null);

export const updateCustomerInput = z.object({
  customerId: z.uuid(),
  displayName: name.min(1),
  givenName: optionalName,
  familyName: optionalName,
  nameOrder: z.enum(['given_first', 'family_first']),
  locale: z.enum(['en', 'hu', 'lv']).nullable(),
  timeZone: z.string().refine(isTimeZone).nullable(),
  note: z.string().trim().max(10_000).default(''),
  /** By name; empty for none, and a name that is new becomes an organization. */
  organization: name.default(''),
  /** What is absent stays as it is. */
  tierId: z.uuid().nullable().optional(),
  externalId: z.string().trim().max(200).nullable().optional(),
  /** Own fields; what is absent stays as it is. */
  own: ownValuesInput.optional(),
});
export type UpdateCustomerInput = z.output<typeof updateCustomerInput>;

const emailIdentity = z.object({
  customerId: z.uuid(),
  kind: z.literal('email'),
  value: z.string().trim().toLowerCase().pipe(z.email().max(254)),
});

/** E.164 after spaces, dashes, dots, slashes and brackets are taken out (ITU-T E.164 §6). */
const phoneIdentity = z.object({
  customerId: z.uuid(),
  kind: z.literal('phone'),
  value: z
    .string()
    .transform((value) => value.replace(/[\s().\-/]/g, ''))
    .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/)),
});

export const addIdentityInput = z.discriminatedUnion('kind', [emailIdentity, phoneIdentity]);
export type AddIdentityInput = z.output<typeof addIdentityInput>;

/** A customer whom somebody adds by hand. */
export const newCustomerInput = z
  .object({
    displayName: name.min(1),
    email: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.union([z.literal(''), z.email().max(254)])),
    phone: z
      .string()
      .transform((value) => value.replace(/[\s().\-/]/g, ''))
      .pipe(z.string().regex(/^(?:|\+[1-9]\d{6,14})$/)),
    locale: z.enum(['en', 'hu', 'lv']).nullable(),
    organization: name.default(''),
  })
  .transform(({ email, phone, ...rest }) => ({
    ...rest,
    givenName: null,
    familyName: null,
    nameOrder: rest.locale === 'hu' ? ('family_first' as const) : ('given_first' as const),
    timeZone: null,
    note: '',
    identities: [
      ...(email ? [{ kind: 'email' as const, value: email }] : []),
      ...(phone ? [{ kind: 'phone' as const, value: phone }] : []),
    ],
  }));

export const identityInput = z.object({ identityId: z.uuid() });
export type IdentityInput = z.output<typeof identityInput>;

/** A customer who is made by hand or by a program; addresses as `addIdentityInput` gives them. */
export type CreateCustomerInput = Omit<UpdateCustomerInput, 'customerId'> &
  Readonly<{ identities: readonly Readonly<{ kind: 'email' | 'phone'; value: string }>[] }>;

export const deleteCustomerInput = z.object({
  customerId: z.uuid(),
  /** Of a customer with tickets, delete who it was and keep the tickets. */
  anonymise: z.boolean().default(false),
  /** Erase as well what was written on the tickets; also later, of a customer whose name is deleted already. */
  eraseWords: z.boolean().optional(),
});
export type DeleteCustomerInput = z.output<typeof deleteCustomerInput>;

export const mergeInput = z.object({ sourceId: z.uuid(), targetId: z.uuid() });
export const unmergeInput = z.object({ mergeId: z.uuid() });
export const notSameInput = z.object({ customerId: z.uuid(), otherId: z.uuid() });

export const consentInput = z.object({
  customerId: z.uuid(),
  kind: z.enum(CONSENT_KINDS),
  given: z.boolean(),
  /** How we know: by phone, a form, a contract. */
  source: z.string().trim().min(1).max(200),
  note: z.string().trim().max(2000).default(''),
});
export type ConsentInput = z.output<typeof consentInput>;

export const blockInput = z.object({
  customerId: z.uuid(),
  blocked: z.boolean(),
  reason: z.string().trim().max(500).default(''),
});
export type BlockInput = z.output<typeof blockInput>;
