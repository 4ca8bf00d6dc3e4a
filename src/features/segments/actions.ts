'use server';

import { agentAction } from '@/server/actions/agent-action';
import { changeCustomers } from './commands/change-customers';
import { deleteSegment, saveSegment } from './commands/save-segment';
import { bulkInput, segmentIdInput, segmentInput } from './inputs';

const permission = 'customer.write';

export const saveSegmentAction = agentAction({ permission, input: segmentInput, run: saveSegment });
export const deleteSegmentAction = agentAction({ permission, input: segmentIdInput, run: deleteSegment });
export const changeCustomersAction = agentAction({ permission, input: bulkInput, run: changeCustomers });
