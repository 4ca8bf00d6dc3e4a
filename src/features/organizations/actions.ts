'use server';

import { agentAction } from '@/server/actions/agent-action';
import { deleteOrganization } from './commands/delete-organization';
import { saveOrganization } from './commands/save-organization';
import { setMembership, setReadsShared } from './commands/set-member';
import { memberInput, membershipInput, organizationIdInput, organizationInput } from './inputs';

const permission = 'customer.write';

export const saveOrganizationAction = agentAction({
  permission,
  input: organizationInput,
  run: saveOrganization,
});
export const deleteOrganizationAction = agentAction({
  permission,
  input: organizationIdInput,
  run: deleteOrganization,
});
export const setMembershipAction = agentAction({ permission, input: membershipInput, run: setMembership });
export const setReadsSharedAction = agentAction({ permission, input: memberInput, run: setReadsShared });
