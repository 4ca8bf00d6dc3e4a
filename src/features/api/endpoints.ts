import type { Endpoint } from '@/server/http/endpoint';
import { downloadAttachment, uploadAttachment } from './endpoints/attachments';
import * as customers from './endpoints/customers';
import * as messages from './endpoints/messages';
import * as people from './endpoints/people';
import * as sla from './endpoints/sla';
import * as tickets from './endpoints/tickets';
import * as tone from './endpoints/tone';

/** Everything that the API can do, in the order in which it is documented. */
export const ENDPOINTS: readonly Endpoint[] = [
  tickets.listTickets,
  tickets.createTicket,
  tickets.getTicket,
  tickets.updateTicket,
  messages.listTicketMessages,
  messages.createMessage,
  messages.listMessages,
  messages.getMessage,
  messages.getMessageSource,
  uploadAttachment,
  downloadAttachment,
  customers.listCustomers,
  customers.createCustomer,
  customers.getCustomer,
  customers.updateCustomer,
  customers.deleteCustomer,
  customers.addCustomerIdentity,
  customers.removeCustomerIdentity,
  people.listTeams,
  people.getTeam,
  people.listUsers,
  people.getUser,
  people.listTags,
  people.createTag,
  people.getTag,
  people.getKey,
  sla.listCalendars,
  sla.createCalendar,
  sla.getCalendar,
  sla.updateCalendar,
  sla.removeCalendar,
  sla.listSlaPolicies,
  sla.createSlaPolicy,
  sla.getSlaPolicy,
  sla.updateSlaPolicy,
  sla.removeSlaPolicy,
  sla.orderSlaPolicies,
  sla.listSlaPolicyVersions,
  sla.restoreSlaPolicyVersion,
  tone.listTonePhrases,
  tone.saveTonePhrase,
  tone.removeTonePhrase,
  tone.restoreTonePhrase,
  tone.getToneSettings,
  tone.updateToneSettings,
  tone.checkTone,
];
