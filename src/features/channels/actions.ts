'use server';
import { agentAction } from '@/server/actions/agent-action';
import { renewInboundKey } from './commands/renew-inbound-key';
import { saveMailbox } from './commands/save-mailbox';
import { sendTestMail } from './commands/send-test-mail';
import { testMailbox } from './commands/test-mailbox';
import { channelInput, mailboxInput } from './inputs';

export const saveMailboxAction = agentAction({
  permission: 'channel.manage',
  input: mailboxInput,
  run: saveMailbox,
});
export const testMailboxAction = agentAction({
  permission: 'channel.manage',
  input: mailboxInput,
  run: testMailbox,
});
export const renewInboundKeyAction = agentAction({
  permission: 'channel.manage',
  input: channelInput,
  run: renewInboundKey,
});
export const sendTestMailAction = agentAction({
  permission: 'channel.manage',
  input: channelInput,
  run: sendTestMail,
});
