import { z } from 'zod';
import { CONSENT_KINDS } from '@/domain/customer/consent';
import { TIER_COLOURS } from '@/domain/customer/tier';
import { tierFields } from '@/features/tiers/commands/tier-fields';
import { id, instant, listOf, listQuery, ownFields, shownOwnFields } from './shared';

export const mergeCustomerBody = z
  .strictObject({ into: z.uuid().meta({ description: 'The customer who stays.' }) })
  .meta({ id: 'MergeCustomer' });

export const blockCustomerBody = z
  .strictObject({
    blocked: z.boolean(),
    reason: z.string().trim().max(500).default(''),
  })
  .meta({ id: 'BlockCustomer' });

export const organization = z
  .object({
    id,
    name: z.string(),
    domains: z.array(z.string()).meta({ description: 'New customers with a mail address there join.' }),
    note: z.string(),
    sharedRequests: z
      .boolean()
      .meta({ description: 'Members may see one another’s requests in the portal.' }),
    fields: shownOwnFields,
    createdAt: instant,
  })
  .meta({ id: 'Organization' });
export const organizationList = listOf(organization).meta({ id: 'OrganizationList' });
export const organizationQuery = listQuery;

const fields = {
  name: z.string().trim().min(1).max(200),
  domains: z.array(z.string().trim().min(1).max(253)).max(50),
  note: z.string().trim().max(10_000),
  sharedRequests: z.boolean(),
  fields: ownFields,
};

export const createOrganizationBody = z
  .strictObject({ name: fields.name, ...z.strictObject(fields).omit({ name: true }).partial().shape })
  .meta({ id: 'CreateOrganization' });
export const updateOrganizationBody = z
  .strictObject(fields)
  .partial()
  .meta({ id: 'UpdateOrganization', description: 'What is absent stays as it is.' });

const tierNames = z.object({ en: z.string(), hu: z.string(), lv: z.string() }).partial();

export const tier = z
  .object({
    id,
    rank: z.int().meta({ description: '1 is the highest.' }),
    names: tierNames,
    colour: z.enum(TIER_COLOURS),
  })
  .meta({ id: 'CustomerTier' });
export const tierList = z.object({ data: z.array(tier) }).meta({ id: 'CustomerTiers' });

const { names, rank, colour } = tierFields.shape;
export const createTierBody = z.strictObject({ names, rank, colour }).meta({ id: 'CreateCustomerTier' });
export const updateTierBody = z
  .strictObject({ names, rank, colour: colour.unwrap() })
  .partial()
  .meta({ id: 'UpdateCustomerTier', description: 'What is absent stays as it is; the others make room.' });

export const consent = z
  .object({
    id,
    kind: z.enum(CONSENT_KINDS),
    given: z.boolean().meta({ description: 'False where it was taken back.' }),
    source: z.string().meta({ description: 'How we know.' }),
    note: z.string(),
    at: instant,
    by: z.string().meta({ description: 'Who recorded it.' }),
    byCustomer: z.boolean().meta({
      description:
        'Said by the customer, signed in to the portal; what they take back so, only they give again.',
    }),
  })
  .meta({ id: 'Consent' });
export const consentList = listOf(consent).meta({ id: 'ConsentList' });
export const consentQuery = listQuery;
export const recordConsentBody = z
  .strictObject({
    kind: z.enum(CONSENT_KINDS),
    given: z.boolean(),
    source: z.string().trim().min(1).max(200),
    note: z.string().trim().max(2000).default(''),
  })
  .meta({ id: 'RecordConsent', description: 'Lines are never changed: the newest of a kind holds.' });
