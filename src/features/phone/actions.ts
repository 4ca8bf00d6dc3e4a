'use server';

import { agentAction } from '@/server/actions/agent-action';
import * as admin from './admin-inputs';
import { cancelCallback, claimCallback, rescheduleCallback } from './commands/change-callback';
import { dial } from './commands/dial';
import { extendWrapUp, finishCall } from './commands/finish-call';
import { logCall } from './commands/log-call';
import { recordAttempt } from './commands/record-attempt';
import { requestCallback } from './commands/request-callback';
import { savePhoneAccount } from './commands/save-phone-account';
import { savePhoneExtension, savePhoneSettings, savePhoneTexts } from './commands/save-phone-settings';
import { testPhoneAccount } from './commands/test-phone-account';
import * as asked from './inputs';

const permission = 'ticket.reply';

export const logCallAction = agentAction({ permission, input: asked.logCallInput, run: logCall });
export const finishCallAction = agentAction({ permission, input: asked.finishCallInput, run: finishCall });
export const extendWrapUpAction = agentAction({ permission, input: asked.callInput, run: extendWrapUp });
export const dialAction = agentAction({ permission, input: asked.dialInput, run: dial });
export const requestCallbackAction = agentAction({
  permission,
  input: asked.requestCallbackInput,
  run: requestCallback,
});
export const claimCallbackAction = agentAction({ permission, input: asked.claimInput, run: claimCallback });
export const rescheduleCallbackAction = agentAction({
  permission,
  input: asked.rescheduleInput,
  run: rescheduleCallback,
});
export const cancelCallbackAction = agentAction({
  permission,
  input: asked.callbackInput,
  run: cancelCallback,
});
export const recordAttemptAction = agentAction({ permission, input: asked.attemptInput, run: recordAttempt });

const manage = 'channel.manage';

export const savePhoneAccountAction = agentAction({
  permission: manage,
  input: admin.phoneAccountInput,
  run: savePhoneAccount,
});
export const testPhoneAccountAction = agentAction({
  permission: manage,
  input: admin.phoneAccountIdInput,
  run: testPhoneAccount,
});
export const savePhoneSettingsAction = agentAction({
  permission: manage,
  input: admin.phoneSettingsInput,
  run: savePhoneSettings,
});
export const savePhoneTextsAction = agentAction({
  permission: manage,
  input: admin.phoneTextsInput,
  run: savePhoneTexts,
});
export const savePhoneExtensionAction = agentAction({
  permission,
  input: admin.phoneExtensionInput,
  run: savePhoneExtension,
});
