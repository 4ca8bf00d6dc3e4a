import { describe, expect, it } from 'vitest';
import { mayAcknowledge, type Newcomer } from '@/domain/intake/acknowledge';

const anna: Newcomer = {
  wanted: true,
  human: true,
  sender: { address: 'anna@customer.test', name: 'Anna' },
  envelopeFrom: 'anna@customer.test',
  fromMailbox: false,
  bounced: false,
  recent: 0,
};

describe('the acknowledgement of a new ticket', () => {
  it('goes to a person, also where the envelope is not known', () => {
    expect(mayAcknowledge(anna)).toBe(true);
    expect(mayAcknowledge({ ...anna, envelopeFrom: null })).toBe(true);
  });

  it.each<[string, Partial<Newcomer>]>([
    ['is not wanted by the workspace', { wanted: false }],
    ['would answer a machine', { human: false }],
    ['has nobody to go to', { sender: null }],
    ['would go to an address that takes no mail', { sender: { address: 'no-reply@shop.test', name: null } }],
    ['would go to a mail system', { sender: { address: 'MAILER-DAEMON@mx.test', name: null } }],
    ['would answer the null sender', { envelopeFrom: '' }],
    ['would answer the null sender, written out', { envelopeFrom: '<>' }],
    ['would answer a list, by its envelope', { envelopeFrom: 'bounces+77@list.test' }],
    ['would go to one of our own mailboxes', { fromMailbox: true }],
    ['would go where mail comes back from', { bounced: true }],
    ['would be the fourth in a day', { recent: 3 }],
  ])('does not go out when it %s', (_, over) => {
    expect(mayAcknowledge({ ...anna, ...over })).toBe(false);
  });
});
