import type { Endpoint } from '@/server/http/endpoint';
import { downloadAttachment, uploadAttachment } from './endpoints/attachments';
import * as customers from './endpoints/customers';
import * as messages from './endpoints/messages';
import * as people from './endpoints/people';
import * as sla from './endpoints/sla';
import * as tickets from './endpoints/tickets';

/** Everything that the API can do, in the order in which it is documented. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...Object.values(tickets),
  messages.listTicketMessages,
  messages.createMessage,
  messages.listMessages,
  messages.getMessage,
  messages.getMessageSource,
  uploadAttachment,
  downloadAttachment,
  ...Object.values(customers),
  ...Object.values(people),
  ...Object.values(sla),
];
