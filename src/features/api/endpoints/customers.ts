import { fail, ok } from '@/domain/shared/result';
import { known } from '@/features/api/customer-fields';
import { customerById, customerWith, listCustomers as list } from '@/features/api/customer-rows';
import {
  addIdentityBody,
  createCustomerBody,
  customer,
  customerList,
  customerQuery,
  deleteCustomerQuery,
  identityParams,
  updateCustomerBody,
} from '@/features/api/schemas/people';
import { idParams } from '@/features/api/schemas/shared';
import { addIdentity } from '@/features/customers/commands/add-identity';
import { createCustomer as create } from '@/features/customers/commands/create-customer';
import { deleteCustomer as remove } from '@/features/customers/commands/delete-customer';
import { removeIdentity } from '@/features/customers/commands/remove-identity';
import { updateCustomer as update } from '@/features/customers/commands/update-customer';
import { endpoint } from '@/server/http/endpoint';

const area = 'Customers';

export const listCustomers = endpoint({
  id: 'listCustomers',
  method: 'GET',
  path: '/customers',
  area,
  summary: 'List and search customers',
  permission: 'customer.read',
  query: customerQuery,
  answer: { status: 200, description: 'A page of customers, the newest first.', schema: customerList },
  run: (ctx, { query }) => list(ctx, query),
});

export const createCustomer = endpoint({
  id: 'createCustomer',
  method: 'POST',
  path: '/customers',
  area,
  summary: 'Add a customer',
  permission: 'customer.write',
  body: createCustomerBody,
  answer: { status: 201, description: 'The new customer.', schema: customer },
  run: (ctx, { body: { name, email, phone, ...rest } }) => {
    const identities = [
      ...(email ? [{ kind: 'email' as const, value: email }] : []),
      ...(phone ? [{ kind: 'phone' as const, value: phone }] : []),
    ];
    return create(ctx, { ...known(null, { ...rest, name }), identities });
  },
  show: (ctx, { customerId }) => customerById(ctx, customerId),
});

export const getCustomer = endpoint({
  id: 'getCustomer',
  method: 'GET',
  path: '/customers/{id}',
  area,
  summary: 'Read a customer',
  permission: 'customer.read',
  params: idParams,
  answer: { status: 200, description: 'The customer.', schema: customer },
  run: async (ctx, { params }) => ok(await customerById(ctx, params.id)),
});

export const updateCustomer = endpoint({
  id: 'updateCustomer',
  method: 'PATCH',
  path: '/customers/{id}',
  area,
  summary: 'Change a customer',
  permission: 'customer.write',
  params: idParams,
  body: updateCustomerBody,
  answer: { status: 200, description: 'The customer as it is now.', schema: customer },
  run: async (ctx, { params, body }) => {
    const before = await customerById(ctx, params.id);
    if (!before) return fail({ code: 'not_found' });
    return update(ctx, { ...known(before, body), customerId: params.id });
  },
  show: (ctx, { customerId }) => customerById(ctx, customerId),
});

export const deleteCustomer = endpoint({
  id: 'deleteCustomer',
  method: 'DELETE',
  path: '/customers/{id}',
  area,
  summary: 'Delete a customer',
  description:
    'A customer with tickets is refused unless `anonymise` says that all that tells who it was goes, and the tickets stay. It cannot be taken back.',
  permission: 'customer.delete',
  params: idParams,
  query: deleteCustomerQuery,
  answer: { status: 204, description: 'The customer is gone.' },
  run: (ctx, { params, query }) => remove(ctx, { customerId: params.id, ...query }),
});

export const addCustomerIdentity = endpoint({
  id: 'addCustomerIdentity',
  method: 'POST',
  path: '/customers/{id}/identities',
  area,
  summary: 'Give a customer one more address',
  permission: 'customer.write',
  params: idParams,
  body: addIdentityBody,
  answer: { status: 201, description: 'The customer as it is now.', schema: customer },
  run: (ctx, { params, body }) => addIdentity(ctx, { ...body, customerId: params.id }),
  show: (ctx, { identityId }) => customerWith(ctx, identityId),
});

export const removeCustomerIdentity = endpoint({
  id: 'removeCustomerIdentity',
  method: 'DELETE',
  path: '/customers/{id}/identities/{identityId}',
  area,
  summary: 'Take an address from a customer',
  permission: 'customer.write',
  params: identityParams,
  answer: { status: 204, description: 'The address is gone.' },
  run: async (ctx, { params: { id, identityId } }) => {
    const owner = await customerById(ctx, id);
    const has = owner?.identities.some((identity) => identity.id === identityId);
    return has ? removeIdentity(ctx, { identityId }) : fail({ code: 'not_found' });
  },
});
