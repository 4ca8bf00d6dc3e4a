import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { TransportConfig } from '@/channels/email/config';
import { sendMail } from '@/channels/email/send';
import { closeTransports, verifyTransport } from '@/channels/email/transports';
import type { OutboundMessage } from '@/domain/channel/message';
import { headerOf, smtpSink } from '../../support/smtp-sink';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  closeTransports();
  for (const close of closing.splice(0)) await close();
});

const anna = { address: 'anna@customer.test', name: 'Anna Ozola' };

const message: OutboundMessage = {
  envelope: { from: 'support+b1@x.test', to: ['anna@customer.test'] },
  messageId: 't1.a@x.test',
  inReplyTo: 'first@customer.test',
  references: ['zero@customer.test', 'first@customer.test'],
  from: { address: 'support@x.test', name: 'Kiss, Zsófia "Zsófi"' },
  replyTo: { address: 'support+t1.mac@x.test', name: 'Support' },
  to: [anna],
  cc: [],
  subject: 'Re: Törött kanna – őű [#1]',
  text: 'Szia,\n\nküldd be!\n',
  html: '<p>küldd be! <img src="cid:pic@x"></p>',
  headers: { 'Auto-Submitted': 'auto-replied' },
  files: [
    { name: 'kép ő.png', type: 'image/png', bytes: Buffer.from('png'), contentId: 'pic@x' },
    { name: 'számla.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF'), contentId: null },
  ],
  sentAt: new Date('2026-03-02T09:00:00Z'),
};

async function sink(answers: Parameters<typeof smtpSink>[0] = {}) {
  const opened = await smtpSink(answers);
  closing.push(opened.close);
  const config: TransportConfig = {
    kind: 'smtp',
    host: '127.0.0.1',
    port: opened.port,
    security: 'none',
    user: '',
    auth: null,
  };
  return { ...opened, config };
}

describe('a mail that is sent', () => {
  it('has its head, its two texts, its pictures and files', async () => {
    const { config, mails } = await sink();
    const result = await sendMail(message, config);
    const raw = mails[0]?.raw ?? '';
    expect(result).toMatchObject({ status: 'sent', refused: [] });
    expect(mails[0]).toMatchObject({ from: 'support+b1@x.test', to: ['anna@customer.test'] });
    expect(headerOf(raw, 'Message-ID')).toBe('<t1.a@x.test>');
    expect(headerOf(raw, 'In-Reply-To')).toBe('<first@customer.test>');
    expect(headerOf(raw, 'References')).toBe('<zero@customer.test> <first@customer.test>');
    expect(headerOf(raw, 'Date')).toBe('Mon, 02 Mar 2026 09:00:00 +0000');
    expect(headerOf(raw, 'Auto-Submitted')).toBe('auto-replied');
    expect(headerOf(raw, 'From')).toMatch(/<support@x\.test>$/);
    expect(raw).toContain('Content-ID: <pic@x>');
    expect(raw).toContain('multipart/alternative');
    for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
  });

  it('without a server is the result itself', async () => {
    const result = await sendMail(message, { kind: 'log' });
    expect(result.status === 'sent' && headerOf(Buffer.from(result.raw).toString(), 'Message-ID')).toBe(
      '<t1.a@x.test>',
    );
  });

  it('says over what ground it was refused, and whether another try is of use', async () => {
    const refused = await sink({ recipient: () => ({ code: 550, text: '5.1.1 nobody here' }) });
    expect(await sendMail(message, refused.config)).toMatchObject({ status: 'rejected', code: '550' });
    const busy = await sink({ recipient: () => ({ code: 450, text: '4.2.1 greylisted' }) });
    expect(await sendMail(message, busy.config)).toMatchObject({ status: 'deferred', code: '450' });
    const large = await sink({ data: () => ({ code: 552, text: '5.3.4 too large' }) });
    expect(await sendMail(message, large.config)).toMatchObject({ status: 'rejected', code: '552' });
    await expect(sendMail(message, { kind: 'url', url: 'smtp://127.0.0.1:1' })).resolves.toMatchObject({
      status: 'deferred',
    });
  });

  it('is tried again when it was our password that was refused', async () => {
    const server = new SMTPServer({
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      closeTimeout: 200,
      onAuth: (_auth, _session, done) => done(new Error('wrong password')),
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
    closing.push(() => new Promise<void>((closed) => server.close(() => closed())));
    const address = server.server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const config = { kind: 'smtp', host: '127.0.0.1', port, security: 'none', user: 'me' } as const;
    const result = await sendMail(message, { ...config, auth: { kind: 'password', password: 'hush' } });
    expect(result).toMatchObject({ status: 'deferred', code: '535' });
  });
});

describe('a server that wants a token', () => {
  it('gets the one that was fetched for it, and the mail library asks nobody', async () => {
    const seen: string[] = [];
    const server = new SMTPServer({
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      authMethods: ['XOAUTH2'],
      closeTimeout: 200,
      onAuth: ({ accessToken, username }, _session, done) => {
        seen.push(`${username} ${accessToken}`);
        done(null, { user: username });
      },
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
    closing.push(() => new Promise<void>((closed) => server.close(() => closed())));
    const auth = {
      kind: 'oauth2',
      clientId: 'id',
      clientSecret: 'hush',
      refreshToken: 'old',
      tokenUrl: 'http://127.0.0.1:9/token',
      accessToken: 'fresh',
    } as const;
    const { port } = server.server.address() as AddressInfo;
    await verifyTransport({
      kind: 'smtp',
      host: '127.0.0.1',
      port,
      security: 'none',
      user: 'me@x.test',
      auth,
    });
    expect(seen).toEqual(['me@x.test fresh']);
  });
});
