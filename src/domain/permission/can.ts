import type { Actor, CustomerActor, Role } from './actor';

export type Permission =
  | 'ticket.read'
  | 'ticket.create'
  | 'ticket.reply'
  | 'ticket.note'
  | 'ticket.update'
  | 'ticket.delete'
  /** Join two tickets of one customer, or split one. */
  | 'ticket.merge'
  /** Join tickets of different customers, who will then read each other's words in quotes. */
  | 'ticket.merge_across'
  /** Correct how long others had a ticket in front of them; one's own needs no such leave. */
  | 'ticket.correct_time'
  | 'customer.read'
  | 'customer.write'
  /** Make two records of one person one, and take that back. */
  | 'customer.merge'
  /** Take in files of customers. */
  | 'customer.import'
  /** Take files of customers out of the house. */
  | 'customer.export'
  /** Delete a customer, or of one with tickets all that says who it was. */
  | 'customer.delete'
  /** Hold back what somebody sends, and let it in again. */
  | 'customer.block'
  | 'people.read'
  | 'people.manage'
  | 'channel.manage'
  | 'mail.read'
  | 'workspace.manage'
  /** Change the macros and the templates of checklists that teams and everybody share; one's own need no such leave. */
  | 'macro.manage'
  /** Change the views that teams and everybody share; one's own need no such leave. */
  | 'view.manage'
  /** Change the dictionaries of the tone helper. */
  | 'tone.manage'
  /** Read the knowledge base, also what is internal and what is not published. */
  | 'knowledge.read'
  | 'knowledge.write'
  /** Decide what readers of the help centre see, and how it is ordered. */
  | 'knowledge.publish'
  | 'api_key.manage'
  | 'audit.read'
  /** See who has how much and who is away, and say so for others. */
  | 'workload.read'
  | 'availability.manage'
  /** See the numbers of everything in one's scope; without it a person sees their own at most. */
  | 'insights.read'
  | 'insights.own'
  /** Set targets, mark days, and send boards to others by mail. */
  | 'insights.manage'
  /** Change what customers are asked, and when. */
  | 'survey.manage'
  /** Read what customers answered about everybody; what is about oneself needs no such leave. */
  | 'feedback.read'
  /** Enter the administration and look around; what may be changed there is asked for separately. */
  | 'admin.read';

const READ = ['ticket.read', 'ticket.note', 'customer.read', 'people.read', 'knowledge.read'] as const;
const WORK = [
  ...READ,
  'ticket.create',
  'ticket.reply',
  'ticket.update',
  'ticket.merge',
  'customer.write',
  'insights.own',
  'knowledge.write',
  'customer.merge',
] as const;
const LEAD = [
  ...WORK,
  'ticket.delete',
  'ticket.merge_across',
  'ticket.correct_time',
  'customer.import',
  'customer.export',
  'customer.delete',
  'customer.block',
  'audit.read',
  'admin.read',
  'macro.manage',
  'view.manage',
  'tone.manage',
  'knowledge.publish',
  'workload.read',
  'availability.manage',
  'insights.read',
  'insights.manage',
  'survey.manage',
  'feedback.read',
] as const;
const RUN = [
  ...LEAD,
  'people.manage',
  'channel.manage',
  'mail.read',
  'workspace.manage',
  'api_key.manage',
] as const;

const GRANTS = {
  owner: RUN,
  admin: RUN,
  manager: LEAD,
  agent: WORK,
  light_agent: READ,
} as const satisfies Record<Role, readonly Permission[]>;

/** The scope of an API key that each permission asks for. */
export const KEY_SCOPES = {
  'ticket.read': 'tickets:read',
  'ticket.create': 'tickets:write',
  'ticket.reply': 'tickets:write',
  'ticket.note': 'tickets:write',
  'ticket.update': 'tickets:write',
  'ticket.delete': 'tickets:write',
  'ticket.merge': 'tickets:write',
  'ticket.merge_across': 'tickets:write',
  'ticket.correct_time': 'tickets:write',
  'customer.read': 'customers:read',
  'customer.write': 'customers:write',
  'customer.merge': 'customers:write',
  'customer.import': 'customers:write',
  'customer.export': 'customers:read',
  'customer.delete': 'customers:write',
  'customer.block': 'customers:write',
  'people.read': 'people:read',
  'people.manage': 'people:write',
  'channel.manage': 'channels:write',
  'mail.read': 'mail:read',
  'workspace.manage': 'workspace:write',
  'macro.manage': 'workspace:write',
  'view.manage': 'workspace:write',
  'tone.manage': 'workspace:write',
  'knowledge.read': 'knowledge:read',
  'knowledge.write': 'knowledge:write',
  'knowledge.publish': 'knowledge:write',
  'api_key.manage': 'api_keys:write',
  'audit.read': 'audit:read',
  'workload.read': 'people:read',
  'availability.manage': 'people:write',
  'insights.read': 'insights:read',
  'insights.own': 'insights:read',
  'insights.manage': 'workspace:write',
  'survey.manage': 'workspace:write',
  'feedback.read': 'feedback:read',
  'admin.read': 'audit:read',
} as const satisfies Record<Permission, string>;

/** True when the actor's role, and the API key's scopes where there are any, allow it at all. Asked at the door. */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'customer') return false;
  if (!(GRANTS[actor.role] as readonly Permission[]).includes(permission)) return false;
  return actor.keyScopes?.includes(KEY_SCOPES[permission]) ?? true;
}

/** What of a ticket decides who may see it. */
export type TicketOwnership = Readonly<{
  teamId: string | null;
  assigneeId: string | null;
  requesterId: string;
  /** Asked for only where a customer wants something of it. */
  id?: string;
  /** The organization of its requester. */
  organizationId?: string | null;
  /** True where its requester put the customer who asks in copy. */
  copied?: boolean;
}>;

/** True when this actor may do it to this very ticket. Asked once the ticket is loaded; false reads as "not found". */
export function mayOnTicket(actor: Actor, permission: Permission, ticket: TicketOwnership): boolean {
  if (actor.kind === 'customer') return mayOfCustomer(actor, permission, ticket);
  if (!may(actor, permission)) return false;
  if (actor.kind === 'system' || actor.scope === 'all') return true;
  if (ticket.assigneeId !== null && ticket.assigneeId === actor.id) return true;
  if (actor.scope === 'own') return false;
  return ticket.teamId === null || actor.teamIds.includes(ticket.teamId);
}

const OF_REQUESTER: readonly Permission[] = ['ticket.read', 'ticket.reply', 'ticket.update'];
const OF_COLLEAGUE: readonly Permission[] = ['ticket.read', 'ticket.reply'];

/**
 * A customer reads, answers and closes what they asked for; what their organization shares with them, and
 * where the requester put them in copy, they read and answer. A
 * link to one ticket is good for that ticket alone, and only while its holder is the requester.
 */
function mayOfCustomer(actor: CustomerActor, permission: Permission, ticket: TicketOwnership): boolean {
  if (actor.ticketId !== undefined && actor.ticketId !== ticket.id) return false;
  if (actor.id === ticket.requesterId) return OF_REQUESTER.includes(permission);
  if (actor.ticketId !== undefined) return false;
  if (ticket.copied) return OF_COLLEAGUE.includes(permission);
  if (actor.organizationId === undefined) return false;
  return actor.organizationId === ticket.organizationId && OF_COLLEAGUE.includes(permission);
}
