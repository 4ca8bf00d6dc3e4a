'use server';
import { agentAction } from '@/server/actions/agent-action';
import { retryMail } from './commands/retry-mail';
import { mailInput } from './inputs';

export const retryMailAction = agentAction({ permission: 'mail.read', input: mailInput, run: retryMail });
