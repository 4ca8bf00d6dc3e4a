import { describe, expect, it } from 'vitest';
import { classifyMail, type MailEvidence } from '@/domain/intake/classify';

const anna = { address: 'anna@pelda.hu', name: 'Kiss Anna' };

function classified(evidence: Partial<MailEvidence>) {
  return classifyMail({
    headers: {},
    from: [anna],
    subject: 'Kérdés',
    partTypes: ['text/plain'],
    text: '',
    ...evidence,
  });
}

const from = (address: string, name: string | null = null) => [{ address, name }];

describe('a person', () => {
  it.each([
    ['says that nothing is automatic', { headers: { 'auto-submitted': 'no' } }],
    ['answers an automatic reply', { subject: 'Re: Automatic reply: Order 17' }],
    ['asks about the office', { subject: 'Out of office hours: where do I leave the key' }],
    ['sells a car', { subject: 'Auto: Golf, first owner' }],
    ['complains about a delivery', { subject: 'Delivery failure of my parcel' }],
    [
      'forwards a report',
      { subject: 'Fwd: Undelivered Mail Returned to Sender', partTypes: ['message/rfc822'] },
    ],
    ['writes through a mailbox named like a machine', { from: from('nora.reply@pelda.hu') }],
    ['has a mail without any author', { from: [], subject: 'Hello' }],
  ] as const)('who %s stays one', (_, evidence) => {
    expect(classified(evidence).automated).toBeNull();
  });
});

describe('an automatic reply', () => {
  it.each([
    ['Auto-Submitted', { headers: { 'auto-submitted': 'auto-replied' } }],
    ['Auto-Submitted of a notification', { headers: { 'auto-submitted': 'auto-generated; owner=x' } }],
    ['X-Autoreply', { headers: { 'x-autoreply': 'yes' } }],
    ['Precedence', { headers: { precedence: 'auto_reply' } }],
    ['the null sender', { headers: { 'return-path': '<>' } }],
    [
      'what Exchange asks not to be answered with',
      { headers: { 'x-auto-response-suppress': 'OOF, AutoReply' } },
    ],
    ['the vacation program', { headers: { precedence: 'bulk', 'in-reply-to': '<a@demo.test>' } }],
    ['a read receipt', { partTypes: ['multipart/report', 'message/disposition-notification'] }],
    ['its subject in English', { subject: 'Automatic reply: Order 17' }],
    ['its subject in Hungarian', { subject: 'Automatikus válasz: Rendelés' }],
    ['its subject in Hungarian, old', { subject: 'Házon kívül: Rendelés' }],
    ['its subject in Latvian', { subject: 'Automātiska atbilde: Pasūtījums' }],
    ['its subject in German', { subject: 'Automatische Antwort: Bestellung' }],
    ['its subject in Japanese', { subject: '自動応答: 注文' }],
  ] as const)('is known by %s', (_, evidence) => {
    expect(classified(evidence)).toEqual({ automated: 'auto_reply', spam: false, feedbackReport: false });
  });
});

describe('a bounce', () => {
  it.each([
    ['its machine-readable part', { partTypes: ['multipart/report', 'message/delivery-status'] }],
    [
      'its report type',
      { headers: { 'content-type': 'multipart/report; report-type=delivery-status; boundary=b' } },
    ],
    [
      'the daemon',
      { from: from('MAILER-DAEMON@mx.pelda.hu'), headers: { 'auto-submitted': 'auto-replied' } },
    ],
    ['the daemon without an address', { from: from('', 'MAILER-DAEMON') }],
    ['X-Failed-Recipients', { headers: { 'x-failed-recipients': 'a@b.hu' } }],
    ['the postmaster who says so', { from: from('postmaster@pelda.hu'), subject: 'Undeliverable: Order' }],
    [
      'the postmaster who shows the conversation',
      { from: from('postmaster@pelda.hu'), text: 'RCPT TO:<a@b.hu>\n550 5.1.1 no' },
    ],
    [
      'its subject and the null sender',
      { headers: { 'return-path': '<>' }, subject: 'Sikertelen kézbesítés: Rendelés' },
    ],
    ['its subject and no author', { from: [], subject: 'Nepiegādāts: Pasūtījums' }],
    [
      'a notice of Amazon',
      {
        from: from('no-reply@sns.amazonaws.com'),
        text: '{"Message":"{\\"notificationType\\":\\"Bounce\\"}"}',
      },
    ],
  ] as const)('is known by %s', (_, evidence) => {
    expect(classified(evidence).automated).toBe('bounce');
  });

  it('is not every mail of a postmaster', () => {
    expect(classified({ from: from('postmaster@pelda.hu'), subject: 'Your new mailbox' }).automated).toBe(
      'bulk',
    );
  });
});

describe('bulk', () => {
  it.each([
    ['Precedence', { headers: { precedence: 'list' } }],
    ['List-Unsubscribe', { headers: { 'list-unsubscribe': '<https://shop.test/u>' } }],
    ['X-Auto-Response-Suppress', { headers: { 'x-auto-response-suppress': 'All' } }],
    ['an address that wants no answer', { from: from('no-reply@shop.test') }],
    ['an address that wants no answer, in other words', { from: from('donotreply+17@shop.test') }],
    ['the sender of bounces', { from: from('bounces+17@shop.test') }],
  ] as const)('is known by %s', (_, evidence) => {
    expect(classified(evidence).automated).toBe('bulk');
  });
});

describe('a complaint of a mailbox provider', () => {
  it.each([
    ['RFC 5965', { partTypes: ['multipart/report', 'message/feedback-report', 'message/rfc822'] }],
    ['Hotmail', { from: from('staff@hotmail.com'), subject: 'complaint about message from 192.0.2.1' }],
    ['Apple', { headers: { 'x-apple-unsubscribe': 'true', 'auto-submitted': 'auto-replied' } }],
  ] as const)('is known as %s writes it, and never answered', (_, evidence) => {
    expect(classified(evidence)).toMatchObject({ feedbackReport: true, automated: 'bulk' });
  });
});
