import { describe, expect, it } from 'vitest';
import { deliveryAfter, detailOf, type Outcome, outcomesOf } from '@/domain/delivery/delivery';

const outcome = (state: Outcome['state'], recipient = 'anna@customer.test'): Outcome => ({
  state,
  recipient,
  code: '550',
  detail: 'No such user',
});

describe('the delivery of a message', () => {
  it('is what its worst recipient has', () => {
    expect(deliveryAfter('queued', [outcome('sent'), outcome('failed', 'b@c.test')])).toBe('failed');
    expect(deliveryAfter('sent', [outcome('delivered'), outcome('bounced', 'b@c.test')])).toBe('bounced');
  });

  it('does not change while somebody will try again', () => {
    expect(deliveryAfter('queued', [outcome('deferred')])).toBe('queued');
    expect(deliveryAfter('sent', [outcome('delayed')])).toBe('sent');
  });

  it('is not called delivered when it is known to have failed', () => {
    expect(deliveryAfter('sent', [outcome('delivered')])).toBe('delivered');
    expect(deliveryAfter('bounced', [outcome('delivered')])).toBe('bounced');
  });

  it('starts over with a new try', () => {
    expect(deliveryAfter('bounced', [outcome('sent')])).toBe('sent');
  });

  it('is explained by those who did not get it', () => {
    expect(detailOf([outcome('sent'), outcome('failed', 'b@c.test')])).toBe('b@c.test: No such user');
  });
});

describe('a delivery report', () => {
  const report = {
    recipient: 'forwarded@elsewhere.test',
    originalRecipient: 'anna@customer.test',
    status: '5.1.1',
    diagnostic: '550 No such user',
    hard: true,
  };

  it('is about the address that we had written to', () => {
    expect(outcomesOf([{ ...report, action: 'failed' }], '')).toEqual([
      { state: 'bounced', recipient: 'anna@customer.test', code: '5.1.1', detail: '550 No such user' },
    ]);
  });

  it('of a relay says nothing', () => {
    expect(outcomesOf([{ ...report, action: 'relayed' }], '')).toEqual([]);
  });

  it('without recipients is about the only one there is', () => {
    expect(outcomesOf([], 'anna@customer.test')).toMatchObject([
      { state: 'bounced', recipient: 'anna@customer.test' },
    ]);
  });
});
