'use server';

import { agentAction } from '@/server/actions/agent-action';
import { addIdentity } from './commands/add-identity';
import { preferIdentity } from './commands/prefer-identity';
import { removeIdentity } from './commands/remove-identity';
import { updateCustomer } from './commands/update-customer';
import * as inputs from './inputs';

export const updateCustomerAction = agentAction({
  permission: 'customer.write',
  input: inputs.updateCustomerInput,
  run: updateCustomer,
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
