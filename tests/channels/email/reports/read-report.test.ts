import { describe, expect, it } from 'vitest';
import { sharedCaseFile, sharedCases } from '../../../support/cases';
import { read } from '../mails';

const RETURNED =
  'Message-ID: <t42.m7@demo.test>\nFrom: support@demo.test\nTo: anna@pelda.hu\nSubject: Re: Kérdés';

function report(status: string, returned = `Content-Type: text/rfc822-headers\n\n${RETURNED}`): string {
  return [
    'From: MAILER-DAEMON@mx.pelda.hu (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    `--b\n\nThis is the mail system at host mx.pelda.hu.`,
    `--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.pelda.hu\n\n${status}`,
    `--b\n${returned}`,
    '--b--',
  ].join('\n');
}

const prose = (subject: string, text: string) =>
  `From: MAILER-DAEMON@mx.pelda.hu\nSubject: ${subject}\n\n${text}`;

describe('a report for machines', () => {
  it('names the recipient, the reason and our mail', async () => {
    const message = await read(
      report(
        'Final-Recipient: RFC822; Anna@pelda.hu\nOriginal-Recipient: rfc822;info@pelda.hu\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <anna@pelda.hu>:\n User unknown\n',
      ),
    );
    expect(message.automated).toBe('bounce');
    expect(message.reportedMessageId).toBe('t42.m7@demo.test');
    expect(message.reports).toEqual([
      {
        recipient: 'anna@pelda.hu',
        originalRecipient: 'info@pelda.hu',
        action: 'failed',
        status: '5.1.1',
        diagnostic: '550 5.1.1 <anna@pelda.hu>: User unknown',
        hard: true,
      },
    ]);
  });

  it('tells a delay, a refusal by policy and a success from a dead address', async () => {
    const told = async (status: string) => {
      const [first] = (await read(report(`Final-Recipient: rfc822; a@b.hu\n${status}`))).reports;
      return [first?.action, first?.hard];
    };
    expect(await told('Action: delayed\nStatus: 4.4.1\n')).toEqual(['delayed', false]);
    expect(await told('Action: failed\nStatus: 5.7.1\n')).toEqual(['failed', false]);
    expect(await told('Action: delivered\nStatus: 2.1.5\n')).toEqual(['delivered', false]);
    expect(await told('Action: failed\nStatus: 5.1.2\n')).toEqual(['failed', true]);
  });

  it('has one report for each recipient, also where no empty line parts them', async () => {
    const one = (name: string) => `Final-Recipient: rfc822; ${name}@b.hu\nAction: failed\nStatus: 5.1.1\n`;
    const names = async (status: string) =>
      (await read(report(status))).reports.map(({ recipient }) => recipient);
    expect(await names(`${one('a')}\n${one('b')}`)).toEqual(['a@b.hu', 'b@b.hu']);
    expect(await names(`${one('a')}${one('b')}`)).toEqual(['a@b.hu', 'b@b.hu']);
  });
});

describe('a report in prose', () => {
  it('is read as qmail writes it', async () => {
    const message = await read(
      prose(
        'failure notice',
        `Hi. This is the qmail-send program at mx.pelda.hu.\nI wasn't able to deliver your message.\n\n<anna@pelda.hu>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 No such user here\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <support@demo.test>\n${RETURNED}\n`,
      ),
    );
    expect(message.reports).toMatchObject([
      { recipient: 'anna@pelda.hu', action: 'failed', status: '5.1.1', hard: true },
    ]);
    expect(message.reportedMessageId).toBe('t42.m7@demo.test');
  });

  it('is read as Exim writes it, and a full mailbox is not a dead one', async () => {
    const message = await read(
      prose(
        'Mail delivery failed: returning message to sender',
        `A message that you sent could not be delivered.\n\n  anna@pelda.hu\n    SMTP error from remote mail server after MAIL FROM:<support@demo.test>:\n    550 5.2.2 Mailbox full\n\n------ This is a copy of the message, including all the headers. ------\n\n${RETURNED}\n`,
      ),
    );
    expect(message.reports).toMatchObject([{ recipient: 'anna@pelda.hu', status: '5.2.2', hard: false }]);
    expect(message.reportedMessageId).toBe('t42.m7@demo.test');
  });

  it('knows a warning that is no failure yet', async () => {
    const message = await read(
      prose(
        'Warning: message delayed 24 hours',
        'The following address has not been reached:\n\n  anna@pelda.hu\n',
      ),
    );
    expect(message.reports).toMatchObject([{ recipient: 'anna@pelda.hu', action: 'delayed', hard: false }]);
  });

  it('takes nobody for a recipient whom it only asks to contact', async () => {
    const message = await read(
      prose('failure notice', 'It failed. Please contact help@mx.pelda.hu for more.'),
    );
    expect(message.reports).toEqual([]);
  });
});

describe('other reports', () => {
  it('of Amazon are read from their JSON', async () => {
    const notice = {
      notificationType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bouncedRecipients: [
          { emailAddress: 'Anna@pelda.hu', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
        ],
      },
      mail: { commonHeaders: { messageId: '<t42.m7@demo.test>' } },
    };
    const body = JSON.stringify({ Type: 'Notification', Message: JSON.stringify(notice) }, null, 2);
    const message = await read(
      `From: no-reply@sns.amazonaws.com\nSubject: AWS Notification Message\n\n${body}\n`,
    );
    expect(message.reports).toMatchObject([{ recipient: 'anna@pelda.hu', status: '5.1.1', hard: true }]);
    expect(message.reportedMessageId).toBe('t42.m7@demo.test');
  });

  it('of complaints name our mail and blame no address', async () => {
    const message = await read(
      [
        'From: feedbackloop@provider.test\nSubject: Abuse report',
        'Content-Type: multipart/report; report-type=feedback-report; boundary=b\n',
        '--b\n\nThis is a complaint.',
        '--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nVersion: 1',
        `--b\nContent-Type: message/rfc822\n\n${RETURNED}\n\nHello`,
        '--b--',
      ].join('\n'),
    );
    expect(message).toMatchObject({
      feedbackReport: true,
      reports: [],
      reportedMessageId: 't42.m7@demo.test',
    });
  });
});

type BounceRow = Readonly<{
  id: string;
  input_path: string;
  expected: Readonly<{ class: string; no_auto_reply?: boolean; final_recipients?: readonly string[] }>;
}>;

/** Rows that we read otherwise, with the reasons in docs/decisions/0013. */
const CLASSED_OTHERWISE = ['sisimai/lhost-amazonses-11'];
const RECIPIENTS_OTHERWISE = ['sisimai/lhost-sendmail-41', 'sisimai/rfc3464-28', 'sisimai/rhost-yahooinc-03'];

describe('the public cases of reports and automatic replies', () => {
  it('are classed as they ask, but for those of decision 0013', async () => {
    const wrong: string[] = [];
    for (const { id, input_path, expected } of sharedCases<BounceRow>('auto-and-bounce')) {
      const message = await read(sharedCaseFile(input_path));
      const found = message.feedbackReport ? 'feedback_loop' : message.automated;
      if (!isClass(expected.class, found)) wrong.push(id);
    }
    expect(wrong.filter((id) => !CLASSED_OTHERWISE.includes(id))).toEqual([]);
  });

  it('are never taken for a person where an answer would start a loop', async () => {
    const loose: string[] = [];
    for (const { id, input_path, expected } of sharedCases<BounceRow>('auto-and-bounce')) {
      const message = await read(sharedCaseFile(input_path));
      if (expected.no_auto_reply && message.automated === null && !message.feedbackReport) loose.push(id);
    }
    expect(loose).toEqual([]);
  });

  it('give the recipients that they name', async () => {
    const wrong: string[] = [];
    for (const { id, input_path, expected } of sharedCases<BounceRow>('auto-and-bounce')) {
      const wanted = new Set((expected.final_recipients ?? []).map((address) => address.toLowerCase()));
      if (wanted.size === 0) continue;
      const found = (await read(sharedCaseFile(input_path))).reports.map(({ recipient }) => recipient);
      if (found.length !== wanted.size || !found.every((address) => wanted.has(address))) wrong.push(id);
    }
    expect(wrong.filter((id) => !RECIPIENTS_OTHERWISE.includes(id))).toEqual([]);
  });
});

/** A receipt has no class of its own: it may be anything but a person's mail. */
function isClass(wanted: string, found: string | null): boolean {
  if (wanted === 'not_bounce') return found !== 'bounce';
  if (wanted === 'delivery_receipt') return found !== null;
  return found === wanted;
}
