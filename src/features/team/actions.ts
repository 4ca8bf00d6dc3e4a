'use server';

import { agentAction } from '@/server/actions/agent-action';
import { publicForm } from '@/server/actions/public-form';
import { userAction } from '@/server/actions/user-action';
import { acceptInvitation } from './commands/accept-invitation';
import { createTeam } from './commands/create-team';
import { deactivateMember } from './commands/deactivate-member';
import { deleteTeam } from './commands/delete-team';
import { inviteMember } from './commands/invite-member';
import { joinWorkspace } from './commands/join-workspace';
import { reactivateMember } from './commands/reactivate-member';
import { renameTeam } from './commands/rename-team';
import { resendInvitation } from './commands/resend-invitation';
import { revokeInvitation } from './commands/revoke-invitation';
import { setTeamMembers } from './commands/set-team-members';
import { updateMember } from './commands/update-member';
import * as inputs from './inputs';

const permission = 'people.manage';

export const acceptInvitationAction = publicForm({
  input: inputs.acceptInvitationInput,
  run: acceptInvitation,
});
export const joinWorkspaceAction = userAction({ input: inputs.joinWorkspaceInput, run: joinWorkspace });

export const inviteMemberAction = agentAction({
  permission,
  input: inputs.inviteMemberInput,
  run: inviteMember,
});
export const resendInvitationAction = agentAction({
  permission,
  input: inputs.invitationInput,
  run: resendInvitation,
});
export const revokeInvitationAction = agentAction({
  permission,
  input: inputs.invitationInput,
  run: revokeInvitation,
});
export const updateMemberAction = agentAction({
  permission,
  input: inputs.updateMemberInput,
  run: updateMember,
});
export const deactivateMemberAction = agentAction({
  permission,
  input: inputs.memberInput,
  run: deactivateMember,
});
export const reactivateMemberAction = agentAction({
  permission,
  input: inputs.memberInput,
  run: reactivateMember,
});
export const createTeamAction = agentAction({ permission, input: inputs.createTeamInput, run: createTeam });
export const renameTeamAction = agentAction({ permission, input: inputs.renameTeamInput, run: renameTeam });
export const deleteTeamAction = agentAction({ permission, input: inputs.teamInput, run: deleteTeam });
export const setTeamMembersAction = agentAction({
  permission,
  input: inputs.teamMembersInput,
  run: setTeamMembers,
});
