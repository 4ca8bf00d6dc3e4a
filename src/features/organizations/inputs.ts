import { z } from 'zod';
import { ownValuesInput } from '@/features/fields/commands/own-values-input';

export const organizationInput = z.object({
  organizationId: z.uuid().nullable().default(null),
  name: z.string().trim().min(1).max(200),
  /** As typed, one a line or with commas between; checked one by one. */
  domains: z.array(z.string().trim().max(253)).max(50).default([]),
  note: z.string().trim().max(10_000).default(''),
  sharedRequests: z.boolean().default(false),
  /** Own fields; what is absent stays as it is. */
  own: ownValuesInput.optional(),
});
export type OrganizationInput = z.output<typeof organizationInput>;

export const organizationIdInput = z.object({ organizationId: z.uuid() });

export const memberInput = z.object({ customerId: z.uuid(), readsShared: z.boolean() });
export type MemberInput = z.output<typeof memberInput>;

export const membershipInput = z.object({ customerId: z.uuid(), organizationId: z.uuid().nullable() });
export type MembershipInput = z.output<typeof membershipInput>;
