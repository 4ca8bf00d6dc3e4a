import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readMail } from '@/channels/email/read-mail';
import { readWebhook } from '@/channels/email/webhooks/read-webhook';

const now = new Date('2026-03-02T09:00:00Z');
const raw = 'From: Anna <anna@customer.test>\r\nTo: support@x.test\r\nSubject: Hi\r\n\r\nHello there\r\n';

type Given = Readonly<{ contentType: string; body: Buffer | string; signingKey?: string }>;

async function read({ contentType, body, signingKey = '' }: Given) {
  return readWebhook({ contentType, body: Buffer.from(body), signingKey, now });
}

/** The form as a browser or a provider sends it. */
async function form(fields: Record<string, string | File>): Promise<Given> {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  const response = new Response(data);
  return {
    contentType: response.headers.get('content-type') ?? '',
    body: Buffer.from(await response.arrayBuffer()),
  };
}

/** What our reader makes of the mail. */
async function understood(given: Given) {
  const mail = await read(given);
  if (typeof mail === 'string') throw new Error(mail);
  const message = await readMail({ bytes: mail.bytes, receivedAt: now });
  if (!message.ok) throw new Error(message.error.detail);
  return { ...mail, message: message.value };
}

describe('raw mail by HTTP', () => {
  it.each(['message/rfc822', 'application/octet-stream', 'text/plain; charset=utf-8'])(
    'is kept as it is: %s',
    async (contentType) => {
      const bytes = Buffer.from([...Buffer.from(raw), 0xff, 0x00, 0x0a]);
      const mail = await read({ contentType, body: bytes });
      expect(typeof mail === 'string' ? mail : mail.bytes.equals(bytes)).toBe(true);
    },
  );

  it('of a shape that we do not know is refused', async () => {
    expect(await read({ contentType: 'application/json', body: '{"a":1}' })).toBe('unknown_shape');
    expect(await read({ contentType: 'application/json', body: 'nonsense' })).toBe('unknown_shape');
    expect(await read({ contentType: 'image/png', body: 'x' })).toBe('unknown_shape');
    expect(await read(await form({ something: 'else' }))).toBe('unknown_shape');
  });
});

describe("Postmark's JSON", () => {
  const json = {
    From: 'anna@customer.test',
    FromFull: { Email: 'anna@customer.test', Name: 'Anna Ozola' },
    To: 'support+t1001.abc@x.test',
    OriginalRecipient: 'support+t1001.abc@x.test',
    Subject: 'Tējkanna ir salauzta',
    MessageID: 'b7bc2f4a',
    Date: 'Mon, 2 Mar 2026 10:00:00 +0100',
    TextBody: 'Labdien!\nTā ir salauzta.',
    HtmlBody: '<p>Labdien!</p><img src="cid:pic@x">',
    Headers: [
      { Name: 'Message-ID', Value: '<own@customer.test>' },
      { Name: 'In-Reply-To', Value: '<ours@x.test>' },
      { Name: 'From', Value: '"Anna Ozola" <anna@customer.test>' },
    ],
    Attachments: [
      {
        Name: 'attēls.png',
        Content: Buffer.from('png').toString('base64'),
        ContentType: 'image/png',
        ContentID: 'pic@x',
      },
      { Name: 'note.txt', Content: Buffer.from('text').toString('base64'), ContentType: 'text/plain' },
    ],
  };
  const post = (over: object = {}) => ({
    contentType: 'application/json',
    body: JSON.stringify({ ...json, ...over }),
  });

  it('is put together again as the mail that it was', async () => {
    const { message, envelopeTo } = await understood(post());
    expect(envelopeTo).toEqual(['support+t1001.abc@x.test']);
    expect(message).toMatchObject({
      messageId: 'own@customer.test',
      inReplyTo: ['ours@x.test'],
      sender: { address: 'anna@customer.test', name: 'Anna Ozola' },
      subject: 'Tējkanna ir salauzta',
    });
    expect(message.text).toContain('Tā ir salauzta.');
    expect(
      message.files.map(({ name, inline, bytes }) => [name, inline, Buffer.from(bytes).toString()]),
    ).toEqual([
      ['attēls.png', true, 'png'],
      ['note.txt', false, 'text'],
    ]);
  });

  it('gives the source itself where it is sent along', async () => {
    const mail = await read(post({ RawEmail: raw }));
    expect(typeof mail === 'string' ? mail : mail.bytes.toString()).toBe(raw);
  });
});

describe("SendGrid's form", () => {
  const envelope = JSON.stringify({ to: ['support@x.test'], from: 'anna@customer.test' });

  it('gives the source where it is sent raw', async () => {
    const mail = await read(await form({ email: raw, envelope, to: 'support@x.test' }));
    expect(mail).toMatchObject({ envelopeFrom: 'anna@customer.test', envelopeTo: ['support@x.test'] });
    expect(typeof mail === 'string' ? mail : mail.bytes.toString()).toBe(raw);
  });

  it('is put together again where it is taken apart, each text in its own charset', async () => {
    const given = await form({
      headers:
        'From: Anna <anna@customer.test>\r\nMessage-ID: <own@customer.test>\r\nX-Long: one\r\n two\r\nContent-Type: text/plain\r\n',
      envelope,
      subject: 'Elromlott',
      charsets: JSON.stringify({ text: 'iso-8859-2' }),
      text: new File([Buffer.from('f\xfbt\xe9s', 'latin1')], 'blob'),
      attachment1: new File(['%PDF'], 'számla.pdf', { type: 'application/pdf' }),
      'attachment-info': JSON.stringify({ attachment1: { filename: 'számla.pdf', type: 'application/pdf' } }),
    });
    const { message } = await understood(given);
    expect(message).toMatchObject({ messageId: 'own@customer.test', subject: 'Elromlott' });
    expect(message.text.trim()).toBe('fűtés');
    expect(message.headers['x-long']).toBe('one two');
    expect(message.files.map(({ name }) => name)).toEqual(['számla.pdf']);
  });
});

describe("Mailgun's form", () => {
  const key = 'key-test';
  const token = 'a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0';
  const signed = (timestamp: string, over: Record<string, string> = {}) => ({
    timestamp,
    token,
    signature: createHmac('sha256', key)
      .update(timestamp + token)
      .digest('hex'),
    recipient: 'support@x.test',
    sender: 'anna@customer.test',
    'body-mime': raw,
    ...over,
  });
  const fresh = String(now.getTime() / 1000 - 10);

  it('is known by its signature, computed as they compute it', async () => {
    expect(signed('1529006854').signature).toBe(
      '2df0e54f503d31abdc1519117a730ae38748e41e86f9ae25431dbd26059468af',
    );
    const mail = await read({ ...(await form(signed(fresh))), signingKey: key });
    expect(mail).toMatchObject({ envelopeFrom: 'anna@customer.test', envelopeTo: ['support@x.test'] });
  });

  it('is refused with a wrong or an old signature, and needs none where no key is set', async () => {
    const changed = await form(signed(fresh, { token: 'other' }));
    expect(await read({ ...changed, signingKey: key })).toBe('wrong_signature');
    expect(await read({ ...(await form(signed('1529006854'))), signingKey: key })).toBe('wrong_signature');
    expect(typeof (await read(changed))).toBe('object');
  });

  it('is put together again where it is taken apart', async () => {
    const { 'body-mime': _, ...fields } = signed(fresh);
    const { message } = await understood(
      await form({
        ...fields,
        'message-headers': JSON.stringify([
          ['From', 'Anna <anna@customer.test>'],
          ['Subject', 'Tört kanna'],
          ['Message-Id', '<own@customer.test>'],
          ['Content-Type', 'multipart/mixed; boundary="x"'],
        ]),
        'body-plain': 'Kedves csapat!',
        'body-html': '<p>Kedves csapat!</p><img src="cid:pic@x">',
        'content-id-map': JSON.stringify({ '<pic@x>': 'attachment-1' }),
        'attachment-1': new File(['png'], 'kép.png', { type: 'image/png' }),
      }),
    );
    expect(message).toMatchObject({ messageId: 'own@customer.test', subject: 'Tört kanna' });
    expect(message.files).toMatchObject([{ name: 'kép.png', inline: true, contentId: 'pic@x' }]);
  });

  it('comes URL-encoded as well', async () => {
    const body = new URLSearchParams(signed(fresh)).toString();
    const mail = await read({ contentType: 'application/x-www-form-urlencoded', body, signingKey: key });
    expect(typeof mail === 'string' ? mail : mail.bytes.toString()).toBe(raw);
  });
});
