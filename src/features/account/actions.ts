'use server';

import { agentAction } from '@/server/actions/agent-action';
import { publicForm } from '@/server/actions/public-form';
import { userAction } from '@/server/actions/user-action';
import { changePassword } from './commands/change-password';
import { chooseLanguage } from './commands/choose-language';
import { requestReset } from './commands/request-reset';
import { resetPassword } from './commands/reset-password';
import { revokeOtherSessions, revokeSession } from './commands/revoke-sessions';
import { signIn } from './commands/sign-in';
import { signOut } from './commands/sign-out';
import { updateAppearance, updateOwnMembership, updateProfile } from './commands/update-account';
import * as inputs from './inputs';

export const signInAction = publicForm({ input: inputs.signInInput, run: signIn });
export const signOutAction = publicForm({ input: inputs.signOutInput, run: signOut });
export const chooseLanguageAction = publicForm({ input: inputs.chooseLanguageInput, run: chooseLanguage });
export const requestResetAction = publicForm({ input: inputs.requestResetInput, run: requestReset });
export const resetPasswordAction = publicForm({ input: inputs.resetPasswordInput, run: resetPassword });

export const changePasswordAction = userAction({ input: inputs.changePasswordInput, run: changePassword });
export const revokeSessionAction = userAction({ input: inputs.sessionInput, run: revokeSession });
export const revokeOtherSessionsAction = userAction({ input: inputs.nothing, run: revokeOtherSessions });
export const updateProfileAction = userAction({ input: inputs.profileInput, run: updateProfile });
export const updateAppearanceAction = userAction({ input: inputs.appearanceInput, run: updateAppearance });
export const updateOwnMembershipAction = agentAction({
  permission: 'ticket.read',
  input: inputs.ownMembershipInput,
  run: updateOwnMembership,
});
