import type { StaffActor, SystemActor } from '@/domain/permission/actor';
import type { NewMessage, Ticket } from '@/domain/ticket/ticket';

export const NOON = new Date('2026-03-02T12:00:00Z');
export const LATER = new Date('2026-03-02T13:00:00Z');

export const zsofia: StaffActor = {
  kind: 'user',
  id: 'zsofia',
  name: 'Zsófia Kiss',
  role: 'agent',
  scope: 'all',
  teamIds: [],
};

export const intake: SystemActor = { kind: 'system', id: 'intake', name: 'intake' };

/** A ticket that a customer opened this morning and nobody answered, with what `over` says. */
export const aTicket = (over: Partial<Ticket> = {}): Ticket => ({
  id: 'ticket',
  number: 1042,
  subject: 'Broken kettle',
  status: 'new',
  priority: 'normal',
  type: 'question',
  channel: 'email',
  channelAccountId: 'support',
  requesterId: 'anna',
  assigneeId: null,
  teamId: null,
  language: null,
  followUpOfId: null,
  mergedIntoId: null,
  spam: false,
  tagIds: [],
  version: 1,
  createdAt: new Date('2026-03-02T08:00:00Z'),
  activityAt: new Date('2026-03-02T08:00:00Z'),
  lastMessageAt: new Date('2026-03-02T08:00:00Z'),
  lastMessageId: 'first',
  preview: 'My kettle is broken.',
  lastDirection: 'inbound',
  firstRepliedAt: null,
  solvedAt: null,
  closedAt: null,
  snoozedUntil: null,
  ...over,
});

/** An answer by mail, with what `over` says. */
export const aMessage = (over: Partial<NewMessage> = {}): NewMessage => ({
  id: 'answer',
  direction: 'outbound',
  channel: 'email',
  channelAccountId: 'support',
  author: { kind: 'user', id: 'zsofia', name: 'Zsófia Kiss', address: '' },
  subject: 'Re: Broken kettle',
  text: 'Try the other socket.',
  visibleText: 'Try the other socket.',
  html: '<p>Try the other socket.</p>',
  messageId: 'answer@kalauz.test',
  inReplyTo: [],
  references: [],
  headers: null,
  from: [],
  replyTo: [],
  to: [],
  cc: [],
  bcc: [],
  automated: null,
  threadedBy: null,
  language: null,
  unverified: false,
  thanks: false,
  sendAt: new Date('2026-03-02T12:00:10Z'),
  scheduled: false,
  sentAt: null,
  receivedAt: null,
  rawInboundId: null,
  attachmentIds: [],
  files: [],
  ...over,
});

/** What the customer writes, with what `over` says. */
export const fromAnna = (over: Partial<NewMessage> = {}): NewMessage =>
  aMessage({
    id: 'question',
    direction: 'inbound',
    author: { kind: 'customer', id: 'anna', name: 'Anna Ozola', address: 'anna@customer.test' },
    text: 'It is still broken.',
    visibleText: 'It is still broken.',
    html: null,
    sendAt: null,
    ...over,
  });
