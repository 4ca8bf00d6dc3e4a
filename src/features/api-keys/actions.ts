'use server';
import { agentAction } from '@/server/actions/agent-action';
import { createApiKey } from './commands/create-api-key';
import { revokeApiKey } from './commands/revoke-api-key';
import { apiKeyInput, createApiKeyInput } from './inputs';

export const createApiKeyAction = agentAction({
  permission: 'api_key.manage',
  input: createApiKeyInput,
  run: createApiKey,
});
export const revokeApiKeyAction = agentAction({
  permission: 'api_key.manage',
  input: apiKeyInput,
  run: revokeApiKey,
});
