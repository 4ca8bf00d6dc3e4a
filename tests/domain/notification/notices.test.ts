import { describe, expect, it } from 'vitest';
import { noticesOf, type Owner, type TicketFact } from '@/domain/notification/notices';

const mine = { assigneeId: 'me', spam: false };
const fact = (type: string, data: TicketFact['data'] = {}, actorId: string | null = 'other'): TicketFact => ({
  position: 7n,
  type,
  data,
  actorId,
});
const inbound = { messageId: 'm', direction: 'inbound', automated: null };
const kinds = (events: TicketFact[], owner: Owner = mine) => noticesOf(events, owner).map(({ kind }) => kind);

describe('the assignee is told by mail', () => {
  it('that a ticket was given to them', () => {
    expect(noticesOf([fact('ticket.assigned', { from: null, to: 'you' })], mine)).toEqual([
      { kind: 'assigned', userId: 'you', position: 7n, messageId: null },
    ]);
    expect(kinds([fact('ticket.created')])).toEqual(['assigned']);
  });

  it('that the customer wrote', () => {
    expect(noticesOf([fact('message.added', inbound)], mine)).toEqual([
      { kind: 'wrote', userId: 'me', position: 7n, messageId: 'm' },
    ]);
  });

  it('that an answer did not arrive', () => {
    expect(kinds([fact('message.delivery_changed', { messageId: 'm', to: 'bounced' })])).toEqual([
      'undelivered',
    ]);
  });
});

describe('nobody is told by mail', () => {
  it.each<[string, TicketFact]>([
    ['what they did themselves', fact('ticket.assigned', { to: 'me' }, 'me')],
    ['what a machine sent', fact('message.added', { ...inbound, automated: 'auto_reply' })],
    ['what a colleague answered', fact('message.added', { ...inbound, direction: 'outbound' })],
    ['that a mail is tried again', fact('message.delivery_changed', { to: 'deferred' })],
    ['that a ticket was taken away', fact('ticket.assigned', { from: 'me', to: null })],
  ])('%s', (_, event) => {
    expect(noticesOf([event], mine)).toEqual([]);
  });

  it('of spam, or where nobody has the ticket', () => {
    expect(kinds([fact('message.added', inbound)], { assigneeId: 'me', spam: true })).toEqual([]);
    expect(kinds([fact('message.added', inbound)], { assigneeId: null, spam: false })).toEqual([]);
  });
});
