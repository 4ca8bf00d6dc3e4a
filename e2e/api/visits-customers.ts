import type { Other } from './other-workspace';

/** What each parameter of the addresses of the customers' part names. */
export const CUSTOMER_PARAMETERS: Readonly<Record<string, Readonly<Record<string, keyof Other>>>> = {
  '/[workspace]/admin/blocked': {},
  '/[workspace]/admin/checklists': {},
  '/[workspace]/admin/tiers': {},
  '/[workspace]/customers': {},
  '/[workspace]/customers/duplicates': {},
  '/[workspace]/views': {},
  '/[workspace]/views/[viewId]': { viewId: 'viewId' },
  '/[workspace]/views/new': {},
  '/api/desk/[workspace]/choices': {},
  '/api/desk/[workspace]/views/board': {},
  '/api/desk/[workspace]/views/counts': {},
  '/api/desk/[workspace]/views/export': {},
  '/api/desk/[workspace]/views/tickets': {},
  '/[workspace]/customers/import': {},
  '/[workspace]/customers/import/[importId]': { importId: 'importId' },
  '/[workspace]/customers/organizations': {},
  '/[workspace]/customers/organizations/[organizationId]': { organizationId: 'organizationId' },
  '/api/desk/[workspace]/customers/export': {},
  '/api/desk/[workspace]/organizations': {},
  '/api/desk/[workspace]/imports': {},
  '/api/desk/[workspace]/imports/[id]/report': { id: 'importId' },
};

/** How the operations on customers and organizations are called. */
export const CUSTOMER_BODIES: Readonly<Record<string, (other: Other) => unknown>> = {
  mergeCustomer: ({ tagId }) => ({ into: tagId }),
  blockCustomer: () => ({ blocked: true }),
  updateOrganization: () => ({ note: 'x' }),
  updateCustomer: () => ({ note: 'x' }),
  updateSegment: () => ({ name: 'x' }),
  updateView: () => ({ name: 'x' }),
  createView: ({ teamId }) => ({
    name: 'x',
    audience: 'team',
    teamId,
    conditions: { field: 'status', operator: 'is_any_of', values: ['open'] },
  }),
  updateCustomerTier: () => ({ rank: 1 }),
  recordCustomerConsent: () => ({ kind: 'marketing', given: true, source: 'x' }),
  beginCustomerImport: () => ({ run: false }),
  rereadCustomerImport: () => ({ encoding: 'utf-8', delimiter: ',' }),
  saveOrder: ({ customerId }) => ({
    ...{ system: 'x', number: '1', customer: { id: customerId }, status: 'x', total: '1', currency: 'EUR' },
    placedAt: '2026-03-02T09:00:00Z',
  }),
  addCustomerIdentity: () => ({ kind: 'phone', value: '+37120000000' }),
};

/** What each parameter in the path of an operation on customers names. */
export const CUSTOMER_API_PARAMETERS: Readonly<Record<string, keyof Other>> = {
  '/fields/{id}': 'fieldId',
  '/forms/{id}': 'formId',
  '/forms/{id}/submissions': 'formId',
  '/forms/{id}/test': 'formId',
  '/blocked-senders/{id}': 'blockedSenderId',
  '/blocked-messages/{source}/{id}': 'blockedMessageId',

  '/orders/{id}': 'orderId',
  '/segments/{id}': 'segmentId',
  '/views/{id}': 'viewId',
  '/views/{id}/tickets': 'viewId',
  '/customer-tiers/{id}': 'tierId',
  '/customer-imports/{id}': 'importId',
};
