import { fail, ok } from '@/domain/shared/result';
import { consentById, listConsents } from '@/features/api/consent-rows';
import { customerById } from '@/features/api/customer-rows';
import {
  consent,
  consentList,
  consentQuery,
  createTierBody,
  recordConsentBody,
  tier,
  tierList,
  updateTierBody,
} from '@/features/api/schemas/customers';
import { idParams } from '@/features/api/schemas/shared';
import { recordConsent } from '@/features/customers/commands/record-consent';
import { deleteTier, saveTier } from '@/features/tiers/commands/save-tier';
import { tierFields } from '@/features/tiers/commands/tier-fields';
import { listTiers } from '@/features/tiers/queries';
import type { StaffContext } from '@/server/context';
import { endpoint } from '@/server/http/endpoint';

const area = 'Customers';

export const listCustomerConsents = endpoint({
  id: 'listCustomerConsents',
  method: 'GET',
  path: '/customers/{id}/consents',
  area,
  summary: 'List what a customer agreed to',
  permission: 'customer.read',
  params: idParams,
  query: consentQuery,
  answer: { status: 200, description: 'A page of lines, the newest first.', schema: consentList },
  run: async (ctx, { params, query }) => {
    if (!(await customerById(ctx, params.id))) return fail({ code: 'not_found' });
    return listConsents(ctx, { ...query, customerId: params.id });
  },
});

export const recordCustomerConsent = endpoint({
  id: 'recordCustomerConsent',
  method: 'POST',
  path: '/customers/{id}/consents',
  area,
  summary: 'Record a consent, or that it was taken back',
  permission: 'customer.write',
  params: idParams,
  body: recordConsentBody,
  answer: { status: 201, description: 'The new line.', schema: consent },
  run: (ctx, { params, body }) => recordConsent(ctx, { ...body, customerId: params.id }),
  show: (ctx, { consentId }) => consentById(ctx, consentId),
});

const tierById = async (ctx: StaffContext, id: string) =>
  (await listTiers(ctx)).find((each) => each.id === id) ?? null;

export const getCustomerTiers = endpoint({
  id: 'getCustomerTiers',
  method: 'GET',
  path: '/customer-tiers',
  area,
  summary: 'List the tiers of customers',
  permission: 'customer.read',
  answer: { status: 200, description: 'All tiers, the highest first.', schema: tierList },
  run: async (ctx) => ok({ data: await listTiers(ctx) }),
});

export const createCustomerTier = endpoint({
  id: 'createCustomerTier',
  method: 'POST',
  path: '/customer-tiers',
  area,
  summary: 'Add a tier',
  permission: 'workspace.manage',
  body: createTierBody,
  answer: { status: 201, description: 'The new tier.', schema: tier },
  run: (ctx, { body }) => saveTier(ctx, { ...body, tierId: null }),
  show: (ctx, { tierId }) => tierById(ctx, tierId),
});

export const updateCustomerTier = endpoint({
  id: 'updateCustomerTier',
  method: 'PATCH',
  path: '/customer-tiers/{id}',
  area,
  summary: 'Change a tier',
  permission: 'workspace.manage',
  params: idParams,
  body: updateTierBody,
  answer: { status: 200, description: 'The tier as it is now.', schema: tier },
  run: async (ctx, { params, body }) => {
    const before = await tierById(ctx, params.id);
    if (!before) return fail({ code: 'not_found' });
    const { names = before.names, rank = before.rank, colour = before.colour } = body;
    return saveTier(ctx, { ...tierFields.parse({ names, rank, colour }), tierId: params.id });
  },
  show: (ctx, { tierId }) => tierById(ctx, tierId),
});

export const deleteCustomerTier = endpoint({
  id: 'deleteCustomerTier',
  method: 'DELETE',
  path: '/customer-tiers/{id}',
  area,
  summary: 'Delete a tier that nobody has',
  permission: 'workspace.manage',
  params: idParams,
  answer: { status: 204, description: 'The tier is gone.' },
  run: (ctx, { params }) => deleteTier(ctx, { tierId: params.id }),
});
