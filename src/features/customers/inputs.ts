import { z } from 'zod';
import { isTimeZone } from '@/domain/shared/time-zone';

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

export const identityInput = z.object({ identityId: z.uuid() });
export type IdentityInput = z.output<typeof identityInput>;

/** A customer who is made by hand or by a program; addresses as `addIdentityInput` gives them. */
export type CreateCustomerInput = Omit<UpdateCustomerInput, 'customerId'> &
  Readonly<{ identities: readonly Readonly<{ kind: 'email' | 'phone'; value: string }>[] }>;
