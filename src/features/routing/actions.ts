'use server';

import { agentAction } from '@/server/actions/agent-action';
import { cancelTimeOff } from './commands/cancel-time-off';
import { deleteSkill } from './commands/delete-skill';
import { takeNextTicket } from './commands/next-ticket';
import { planTimeOff } from './commands/plan-time-off';
import { saveProfile } from './commands/save-profile';
import { saveQueue } from './commands/save-queue';
import { saveSettings } from './commands/save-settings';
import { saveSkill } from './commands/save-skill';
import { setAvailability } from './commands/set-availability';
import * as asked from './inputs';

const permission = 'workspace.manage';

export const setAvailabilityAction = agentAction({
  permission: 'ticket.reply',
  input: asked.availabilityInput,
  run: setAvailability,
});
export const nextTicketAction = agentAction({
  permission: 'ticket.update',
  input: asked.nextTicketInput,
  run: takeNextTicket,
});
export const planTimeOffAction = agentAction({
  permission: 'ticket.read',
  input: asked.timeOffInput,
  run: planTimeOff,
});
export const cancelTimeOffAction = agentAction({
  permission: 'ticket.read',
  input: asked.timeOffIdInput,
  run: cancelTimeOff,
});
export const saveProfileAction = agentAction({
  permission: 'people.manage',
  input: asked.profileInput,
  run: saveProfile,
});
export const saveQueueAction = agentAction({ permission, input: asked.queueInput, run: saveQueue });
export const saveSettingsAction = agentAction({ permission, input: asked.settingsInput, run: saveSettings });
export const saveSkillAction = agentAction({ permission, input: asked.skillInput, run: saveSkill });
export const deleteSkillAction = agentAction({ permission, input: asked.skillIdInput, run: deleteSkill });
