import { fail, ok } from '@/domain/shared/result';
import { customerById } from '@/features/api/customer-rows';
import { listOrganizationRows, organizationById } from '@/features/api/organization-rows';
import {
  blockCustomerBody,
  createOrganizationBody,
  mergeCustomerBody,
  organization,
  organizationList,
  organizationQuery,
  updateOrganizationBody,
} from '@/features/api/schemas/customers';
import { customer } from '@/features/api/schemas/people';
import { idParams } from '@/features/api/schemas/shared';
import { blockCustomer as block } from '@/features/customers/commands/block-customer';
import { mergeCustomers } from '@/features/customers/commands/merge-customers';
import { unmergeCustomers } from '@/features/customers/commands/unmerge-customers';
import { latestMergeOf } from '@/features/customers/queries';
import { deleteOrganization as remove } from '@/features/organizations/commands/delete-organization';
import { saveOrganization } from '@/features/organizations/commands/save-organization';
import { endpoint } from '@/server/http/endpoint';

const area = 'Customers';

export const mergeCustomer = endpoint({
  id: 'mergeCustomer',
  method: 'POST',
  path: '/customers/{id}/merge',
  area,
  summary: 'Merge a customer into another',
  permission: 'customer.merge',
  params: idParams,
  body: mergeCustomerBody,
  answer: { status: 200, description: 'The customer who has all of it now.', schema: customer },
  run: (ctx, { params, body }) => mergeCustomers(ctx, { sourceId: params.id, targetId: body.into }),
  show: (ctx, { customerId }) => customerById(ctx, customerId),
});

export const unmergeCustomer = endpoint({
  id: 'unmergeCustomer',
  method: 'POST',
  path: '/customers/{id}/unmerge',
  area,
  summary: 'Take the merge of a customer back',
  permission: 'customer.merge',
  params: idParams,
  answer: { status: 200, description: 'The customer, who is one of their own again.', schema: customer },
  run: async (ctx, { params }) => {
    const mergeId = await latestMergeOf(ctx, params.id);
    return mergeId ? unmergeCustomers(ctx, { mergeId }) : fail({ code: 'not_found' });
  },
  show: (ctx, { customerId }) => customerById(ctx, customerId),
});

export const blockCustomer = endpoint({
  id: 'blockCustomer',
  method: 'POST',
  path: '/customers/{id}/block',
  area,
  summary: 'Block or unblock a customer',
  permission: 'customer.block',
  params: idParams,
  body: blockCustomerBody,
  answer: { status: 204, description: 'It is so.' },
  run: (ctx, { params, body }) => block(ctx, { ...body, customerId: params.id }),
});

export const listOrganizations = endpoint({
  id: 'listOrganizations',
  method: 'GET',
  path: '/organizations',
  area,
  summary: 'List organizations',
  permission: 'customer.read',
  query: organizationQuery,
  answer: {
    status: 200,
    description: 'A page of organizations, the newest first.',
    schema: organizationList,
  },
  run: (ctx, { query }) => listOrganizationRows(ctx, query),
});

export const createOrganization = endpoint({
  id: 'createOrganization',
  method: 'POST',
  path: '/organizations',
  area,
  summary: 'Add an organization',
  permission: 'customer.write',
  body: createOrganizationBody,
  answer: { status: 201, description: 'The new organization.', schema: organization },
  run: (ctx, { body: { fields: own, ...body } }) =>
    saveOrganization(ctx, { ...NOTHING, ...present(body), own, organizationId: null }),
  show: (ctx, { organizationId }) => organizationById(ctx, organizationId),
});

export const getOrganization = endpoint({
  id: 'getOrganization',
  method: 'GET',
  path: '/organizations/{id}',
  area,
  summary: 'Read an organization',
  permission: 'customer.read',
  params: idParams,
  answer: { status: 200, description: 'The organization.', schema: organization },
  run: async (ctx, { params }) => ok(await organizationById(ctx, params.id)),
});

export const updateOrganization = endpoint({
  id: 'updateOrganization',
  method: 'PATCH',
  path: '/organizations/{id}',
  area,
  summary: 'Change an organization',
  permission: 'customer.write',
  params: idParams,
  body: updateOrganizationBody,
  answer: { status: 200, description: 'The organization as it is now.', schema: organization },
  run: async (ctx, { params, body: { fields: own, ...body } }) => {
    const before = await organizationById(ctx, params.id);
    if (!before) return fail({ code: 'not_found' });
    const { name, domains, note, sharedRequests } = { ...before, ...present(body) };
    return saveOrganization(ctx, { name, domains, note, sharedRequests, own, organizationId: params.id });
  },
  show: (ctx, { organizationId }) => organizationById(ctx, organizationId),
});

export const deleteOrganization = endpoint({
  id: 'deleteOrganization',
  method: 'DELETE',
  path: '/organizations/{id}',
  area,
  summary: 'Delete an organization without members',
  permission: 'customer.write',
  params: idParams,
  answer: { status: 204, description: 'The organization is gone.' },
  run: (ctx, { params }) => remove(ctx, { organizationId: params.id }),
});

const NOTHING = { name: '', domains: [], note: '', sharedRequests: false };

/** The fields that are given: an absent one says nothing. */
const present = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]: Exclude<Fields[Name], undefined>;
  };
