'use server';

import { agentAction } from '@/server/actions/agent-action';
import { makePromise } from './commands/make-promise';
import { promiseSettingsInput } from './commands/promise-fields';
import { savePromiseSettings } from './commands/save-promise-settings';
import { sendNotice } from './commands/send-notice';
import { withdrawPromise } from './commands/withdraw-promise';
import { noticeInput, promiseInput, proposalInput, timesInput, withdrawInput } from './inputs';
import { offerTimes, proposePromise } from './proposals';

const permission = 'ticket.reply';

export const proposePromiseAction = agentAction({ permission, input: proposalInput, run: proposePromise });
export const offerTimesAction = agentAction({ permission, input: timesInput, run: offerTimes });
export const makePromiseAction = agentAction({ permission, input: promiseInput, run: makePromise });
export const withdrawPromiseAction = agentAction({ permission, input: withdrawInput, run: withdrawPromise });
export const sendNoticeAction = agentAction({ permission, input: noticeInput, run: sendNotice });
export const savePromiseSettingsAction = agentAction({
  permission: 'workspace.manage',
  input: promiseSettingsInput,
  run: savePromiseSettings,
});
