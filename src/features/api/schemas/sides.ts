import { z } from 'zod';
import { startSideInput, writeInSideInput } from '@/features/tickets/commands/side-fields';
import { attachment } from './message';
import { id, instant, listOf } from './shared';

const address = z.object({ name: z.string().nullable(), address: z.string() });

export const sideConversation = z
  .object({
    id,
    subject: z.string(),
    state: z.enum(['open', 'done']),
    people: z.string().meta({ description: 'Addresses that were written to, with commas between.' }),
    messages: z.int().meta({ description: 'Mails that were not taken back.' }),
    answered: z.boolean().meta({ description: 'The newest mail is theirs.' }),
    createdAt: instant,
    activityAt: instant,
  })
  .meta({ id: 'SideConversation' });
export const sideConversationList = listOf(sideConversation).meta({ id: 'SideConversationList' });

export const sideMessage = z
  .object({
    id,
    direction: z.enum(['inbound', 'outbound', 'note']),
    author: z.object({ name: z.string(), address: z.string() }),
    to: z.array(address),
    cc: z.array(address),
    subject: z.string(),
    text: z.string(),
    html: z.string().nullable(),
    delivery: z.string().nullable().meta({ description: 'As of messages; null for what came in.' }),
    sendAt: instant.nullable(),
    createdAt: instant,
    attachments: z.array(attachment),
  })
  .meta({ id: 'SideMessage' });
export const sideMessageList = listOf(sideMessage).meta({ id: 'SideMessageList' });

const html = startSideInput.shape.html.meta({ description: 'HTML; cleaned on the server.' });
const { to, cc, subject, attachmentIds, forward } = startSideInput.shape;

export const createSideBody = z
  .strictObject({
    to,
    cc,
    subject,
    html,
    attachmentIds,
    forward: forward.meta({
      description: 'A message of the ticket that is passed on, with these of its files.',
    }),
  })
  .meta({ id: 'CreateSideConversation' });

export const createSideMessageBody = z
  .strictObject({
    html,
    attachmentIds,
    to: writeInSideInput.shape.to.meta({ description: 'Default: whoever wrote last, with all in copy.' }),
    cc,
  })
  .meta({ id: 'CreateSideMessage' });

export const updateSideBody = z
  .strictObject({ state: z.enum(['open', 'done']) })
  .meta({ id: 'UpdateSideConversation' });
