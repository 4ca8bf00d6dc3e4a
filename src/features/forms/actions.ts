'use server';

import { agentAction } from '@/server/actions/agent-action';
import { choosePortalForms } from './commands/choose-portal-forms';
import { discardSubmission } from './commands/discard-submission';
import { releaseSubmission } from './commands/release-submission';
import { saveForm } from './commands/save-form';
import { tryForm } from './commands/try-form';
import * as inputs from './inputs';

const permission = 'channel.manage';

export const saveFormAction = agentAction({ permission, input: inputs.formInput, run: saveForm });
export const tryFormAction = agentAction({ permission, input: inputs.tryFormInput, run: tryForm });
export const choosePortalFormsAction = agentAction({
  permission,
  input: inputs.portalFormsInput,
  run: choosePortalForms,
});
export const releaseSubmissionAction = agentAction({
  permission,
  input: inputs.submissionIdInput,
  run: releaseSubmission,
});
export const discardSubmissionAction = agentAction({
  permission,
  input: inputs.submissionIdInput,
  run: discardSubmission,
});
