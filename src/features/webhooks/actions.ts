'use server';

import { agentAction } from '@/server/actions/agent-action';
import { deleteEndpoint } from './commands/delete-endpoint';
import { resendDelivery } from './commands/resend-delivery';
import { rotateSecret } from './commands/rotate-secret';
import { saveEndpoint } from './commands/save-endpoint';
import { testEndpoint } from './commands/test-endpoint';
import { webhookInput } from './commands/webhook-fields';
import * as asked from './inputs';

const permission = 'workspace.manage';

export const saveWebhookAction = agentAction({ permission, input: webhookInput, run: saveEndpoint });
export const deleteWebhookAction = agentAction({
  permission,
  input: asked.webhookIdInput,
  run: deleteEndpoint,
});
export const rotateWebhookSecretAction = agentAction({
  permission,
  input: asked.webhookIdInput,
  run: rotateSecret,
});
export const testWebhookAction = agentAction({ permission, input: asked.webhookIdInput, run: testEndpoint });
export const resendDeliveryAction = agentAction({
  permission,
  input: asked.deliveryIdInput,
  run: resendDelivery,
});
