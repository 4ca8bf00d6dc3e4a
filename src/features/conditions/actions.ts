'use server';

import { agentAction } from '@/server/actions/agent-action';
import { searchConditionValues } from './commands/search-condition-values';
import { valueSearchInput } from './inputs';

export const searchConditionValuesAction = agentAction({
  permission: 'customer.read',
  input: valueSearchInput,
  run: searchConditionValues,
});
