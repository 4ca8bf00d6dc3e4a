import { z } from 'zod';
import { id, instant, listOf, listQuery } from './shared';

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
};

export const createOrganizationBody = z
  .strictObject({ name: fields.name, ...z.strictObject(fields).omit({ name: true }).partial().shape })
  .meta({ id: 'CreateOrganization' });
export const updateOrganizationBody = z
  .strictObject(fields)
  .partial()
  .meta({ id: 'UpdateOrganization', description: 'What is absent stays as it is.' });

export const tierList = z
  .object({
    data: z.array(
      z.object({
        id,
        rank: z.int().meta({ description: '1 is the highest.' }),
        names: z.object({ en: z.string(), hu: z.string(), lv: z.string() }).partial(),
      }),
    ),
  })
  .meta({ id: 'CustomerTiers' });
