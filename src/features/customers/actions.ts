'use server';

import { agentAction } from '@/server/actions/agent-action';
import { addIdentity } from './commands/add-identity';
import { blockCustomer } from './commands/block-customer';
import { createCustomer } from './commands/create-customer';
import { deleteCustomer } from './commands/delete-customer';
import { mergeCustomers } from './commands/merge-customers';
import { notSameCustomer } from './commands/not-same-customer';
import { preferIdentity } from './commands/prefer-identity';
import { previewMerge } from './commands/preview-merge';
import { recordConsent } from './commands/record-consent';
import { removeIdentity } from './commands/remove-identity';
import { unmergeCustomers } from './commands/unmerge-customers';
import { updateCustomer } from './commands/update-customer';
import * as inputs from './inputs';

export const createCustomerAction = agentAction({
  permission: 'customer.write',
  input: inputs.newCustomerInput,
  run: createCustomer,
});
export const updateCustomerAction = agentAction({
  permission: 'customer.write',
  input: inputs.updateCustomerInput,
  run: updateCustomer,
});
export const deleteCustomerAction = agentAction({
  permission: 'customer.delete',
  input: inputs.deleteCustomerInput,
  run: deleteCustomer,
});
export const addIdentityAction = agentAction({
  permission: 'customer.write',
  input: inputs.addIdentityInput,
  run: addIdentity,
});
export const preferIdentityAction = agentAction({
  permission: 'customer.write',
  input: inputs.identityInput,
  run: preferIdentity,
});
export const removeIdentityAction = agentAction({
  permission: 'customer.write',
  input: inputs.identityInput,
  run: removeIdentity,
});
export const previewMergeAction = agentAction({
  permission: 'customer.merge',
  input: inputs.mergeInput,
  run: previewMerge,
});
export const mergeCustomersAction = agentAction({
  permission: 'customer.merge',
  input: inputs.mergeInput,
  run: mergeCustomers,
});
export const unmergeCustomersAction = agentAction({
  permission: 'customer.merge',
  input: inputs.unmergeInput,
  run: unmergeCustomers,
});
export const notSameCustomerAction = agentAction({
  permission: 'customer.merge',
  input: inputs.notSameInput,
  run: notSameCustomer,
});
export const recordConsentAction = agentAction({
  permission: 'customer.write',
  input: inputs.consentInput,
  run: recordConsent,
});
export const blockCustomerAction = agentAction({
  permission: 'customer.block',
  input: inputs.blockInput,
  run: blockCustomer,
});
