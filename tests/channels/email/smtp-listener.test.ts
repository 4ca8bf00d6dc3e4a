import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import testCertificate from 'smtp-server/lib/tls-options.js';
import { afterEach, describe, expect, it } from 'vitest';
import { type SmtpArrival, type SmtpListener, startSmtpListener } from '@/channels/email/smtp-listener';

const running: SmtpListener[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((listener) => listener.stop()));
});

async function listener(over: Partial<Parameters<typeof startSmtpListener>[0]> = {}) {
  const arrivals: SmtpArrival[] = [];
  const started = await startSmtpListener({
    port: 0,
    host: '127.0.0.1',
    name: 'mx.kalauz.test',
    sizeLimit: 100_000,
    tls: null,
    isKnown: async (address) => address.endsWith('@kalauz.test'),
    store: async (arrival) => {
      arrivals.push(arrival);
    },
    onError: () => {},
    ...over,
  });
  running.push(started);
  return { port: started.port, arrivals };
}

const send = (port: number, mail: object) =>
  createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail({
    from: 'a@b.test',
    to: 'x@kalauz.test',
    ...mail,
  });

/** Speaks SMTP by hand: each line is said once the server has answered the one before. */
function converse(port: number, lines: readonly string[]): Promise<string[]> {
  return new Promise((done, failed) => {
    const socket = connect(port, '127.0.0.1');
    const answers: string[] = [];
    const left = [...lines];
    let buffer = '';
    socket.on('data', (data) => {
      buffer += data.toString();
      if (!/^\d{3} .*\r\n$/m.test(buffer)) return;
      answers.push(buffer);
      buffer = '';
      const next = left.shift();
      if (next === undefined) socket.end(() => done(answers));
      else socket.write(next);
    });
    socket.on('error', failed);
  });
}

describe('the SMTP listener', () => {
  it('announces the largest mail that it takes', async () => {
    const { port } = await listener();
    const [, hello] = await converse(port, ['EHLO me\r\n']);
    expect(hello).toContain('SIZE 100000');
    expect(hello).not.toContain('STARTTLS');
  });

  it('keeps every byte as it was sent, also bare line feeds', async () => {
    const { port, arrivals } = await listener();
    const raw = 'From: a@b.test\r\nSubject: x\r\n\r\n.dot\r\nbare\nline\r\n..two\r\n';
    await converse(port, [
      'EHLO me\r\n',
      'MAIL FROM:<>\r\n',
      'RCPT TO:<Support+T1.abc@Kalauz.test>\r\n',
      'DATA\r\n',
      `${raw.replace(/^\./gm, '..')}.\r\n`,
    ]);
    expect(arrivals[0]?.bytes.toString('latin1')).toBe(raw);
    expect(arrivals[0]).toMatchObject({ envelopeFrom: '', envelopeTo: ['Support+T1.abc@Kalauz.test'] });
  });

  it('refuses a recipient that is nobody here', async () => {
    const { port } = await listener();
    await expect(send(port, { to: 'x@elsewhere.test', text: 'Hi' })).rejects.toMatchObject({
      responseCode: 550,
    });
  });

  it('refuses a mail that is too large, told or not told before, and takes the next one', async () => {
    const { port, arrivals } = await listener();
    await expect(send(port, { text: 'x'.repeat(200_000) })).rejects.toMatchObject({ responseCode: 552 });
    const answers = await converse(port, [
      'EHLO me\r\n',
      'MAIL FROM:<a@b.test>\r\n',
      'RCPT TO:<x@kalauz.test>\r\n',
      'DATA\r\n',
      `${'x'.repeat(70)}\r\n`.repeat(3000).concat('.\r\n'),
    ]);
    expect(answers.at(-1)).toMatch(/^552 /);
    await send(port, { text: 'small' });
    expect(arrivals).toHaveLength(1);
  });

  it('says OK only once the mail is stored, and asks to come again when it could not be', async () => {
    let stored = false;
    const slow = await listener({
      store: async () => {
        await new Promise((done) => setTimeout(done, 50));
        stored = true;
      },
    });
    await send(slow.port, { text: 'Hi' });
    expect(stored).toBe(true);

    const errors: unknown[] = [];
    const broken = await listener({
      store: () => Promise.reject(new Error('the database is down')),
      onError: (error) => errors.push(error),
    });
    await expect(send(broken.port, { text: 'Hi' })).rejects.toMatchObject({ responseCode: 451 });
    expect(errors).toHaveLength(1);
  });

  it('offers STARTTLS with the certificate that it is given, and takes mail over it', async () => {
    // The certificate that smtp-server ships for tests; its key is public.
    const { key, cert } = testCertificate();
    const { port, arrivals } = await listener({ tls: { key: String(key), cert: String(cert) } });
    const options = { host: '127.0.0.1', port, requireTLS: true, tls: { rejectUnauthorized: false } };
    const transport = createTransport(options);
    await transport.sendMail({ from: 'a@b.test', to: 'x@kalauz.test', text: 'Secret' });
    expect(arrivals[0]?.bytes.toString()).toContain('Secret');
  });

  it('ends within seconds while a client stays connected', async () => {
    const { port } = await listener();
    const socket = connect(port, '127.0.0.1');
    await new Promise((ready) => socket.once('data', ready));
    socket.on('error', () => {});
    const started = Date.now();
    await Promise.all(running.splice(0).map((each) => each.stop()));
    expect(Date.now() - started).toBeLessThan(5000);
    socket.destroy();
  });
});
