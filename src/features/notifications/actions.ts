'use server';

import { agentAction } from '@/server/actions/agent-action';
import { addFollower, removeFollower } from './commands/followers';
import { markRead, markUnread } from './commands/mark-read';
import { savePreferences } from './commands/save-preferences';
import * as inputs from './inputs';

export const readNoticesAction = agentAction({
  permission: 'ticket.read',
  input: inputs.readInput,
  run: markRead,
});
export const unreadNoticesAction = agentAction({
  permission: 'ticket.read',
  input: inputs.unreadInput,
  run: markUnread,
});
export const savePreferencesAction = agentAction({
  permission: 'ticket.read',
  input: inputs.preferencesFormInput,
  run: savePreferences,
});
export const addFollowerAction = agentAction({
  permission: 'ticket.note',
  input: inputs.followerInput,
  run: addFollower,
});
export const removeFollowerAction = agentAction({
  permission: 'ticket.note',
  input: inputs.followerInput,
  run: removeFollower,
});
