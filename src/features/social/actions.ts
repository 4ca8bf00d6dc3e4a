'use server';
import { agentAction } from '@/server/actions/agent-action';
import { renewAppSecret } from './commands/renew-app-secret';
import { saveAccount } from './commands/save-account';
import { testAccount } from './commands/test-account';
import { accountIdInput, accountInput } from './inputs';

export const saveAccountAction = agentAction({
  permission: 'channel.manage',
  input: accountInput,
  run: saveAccount,
});
export const testAccountAction = agentAction({
  permission: 'channel.manage',
  input: accountIdInput,
  run: testAccount,
});
export const renewAppSecretAction = agentAction({
  permission: 'channel.manage',
  input: accountIdInput,
  run: renewAppSecret,
});
