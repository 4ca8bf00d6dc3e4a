import type { Endpoint } from '@/server/http/endpoint';
import * as blocks from './endpoints/blocks';
import * as care from './endpoints/customer-care';
import * as customers from './endpoints/customers';
import * as imports from './endpoints/imports';
import * as orders from './endpoints/orders';
import * as organizations from './endpoints/organizations';
import * as segments from './endpoints/segments';

/** What the API can do with customers and all that is theirs, in the order in which it is documented. */
export const CUSTOMER_ENDPOINTS: readonly Endpoint[] = [
  customers.listCustomers,
  customers.createCustomer,
  customers.getCustomer,
  customers.updateCustomer,
  customers.deleteCustomer,
  customers.addCustomerIdentity,
  customers.removeCustomerIdentity,
  organizations.mergeCustomer,
  organizations.unmergeCustomer,
  organizations.blockCustomer,
  blocks.listBlockedSenders,
  blocks.blockSender,
  blocks.unblockSender,
  blocks.listBlockedMessages,
  blocks.releaseBlockedMessage,
  blocks.discardBlockedMessage,
  organizations.listOrganizations,
  organizations.createOrganization,
  organizations.getOrganization,
  organizations.updateOrganization,
  organizations.deleteOrganization,
  care.listCustomerConsents,
  care.recordCustomerConsent,
  care.getCustomerTiers,
  care.createCustomerTier,
  care.updateCustomerTier,
  care.deleteCustomerTier,
  orders.listOrders,
  orders.saveOrder,
  orders.getOrder,
  orders.deleteOrder,
  segments.listSegments,
  segments.createSegment,
  segments.getSegment,
  segments.updateSegment,
  segments.deleteSegment,
  imports.listCustomerImports,
  imports.uploadCustomerImport,
  imports.getCustomerImport,
  imports.beginCustomerImport,
  imports.rereadCustomerImport,
  imports.cancelCustomerImport,
  imports.resumeCustomerImport,
  imports.getCustomerImportReport,
  imports.deleteCustomerImport,
  imports.exportCustomers,
];
