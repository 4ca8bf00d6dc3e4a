import { describe, expect, it } from 'vitest';
import { htmlToText } from '@/channels/lib/html';
import { bytesOf, mail, read } from './mails';

describe('a simple mail', () => {
  it('gives who, to whom, about what and what', async () => {
    const message = await read(
      [
        'Received: from mx.pelda.hu by in.demo.test for <support+t42@demo.test>; Mon, 2 Nov 2026 09:00:01 +0100',
        'From: =?utf-8?Q?Kov=C3=A1cs_=C3=81gnes?= <agnes@Pelda.HU>',
        'To: Support <support@demo.test>, "Nagy, Pál" <pal@pelda.hu>',
        'Cc: csapat: eva@pelda.hu, jani@pelda.hu;',
        'Delivered-To: support@demo.test',
        'Subject: =?utf-8?B?S8Opc8WR?= =?utf-8?Q?_rendel=C3=A9s?=',
        'Date: Mon, 2 Nov 2026 09:00:00 +0100',
        'Message-ID: <a1@pelda.hu>',
        'In-Reply-To: <b2@demo.test>',
        'References: <c3@demo.test>\n <b2@demo.test>',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Jó napot! Mikor érkezik meg a rendelésem?',
      ].join('\n'),
    );
    expect(message).toMatchObject({
      messageId: 'a1@pelda.hu',
      inReplyTo: ['b2@demo.test'],
      references: ['c3@demo.test', 'b2@demo.test'],
      sender: { address: 'agnes@pelda.hu', name: 'Kovács Ágnes' },
      from: [{ address: 'agnes@pelda.hu', name: 'Kovács Ágnes' }],
      to: [
        { address: 'support@demo.test', name: 'Support' },
        { address: 'pal@pelda.hu', name: 'Nagy, Pál' },
      ],
      cc: [
        { address: 'eva@pelda.hu', name: null },
        { address: 'jani@pelda.hu', name: null },
      ],
      subject: 'Késő rendelés',
      text: 'Jó napot! Mikor érkezik meg a rendelésem?',
      html: null,
      sentAt: new Date('2026-11-02T08:00:00Z'),
      language: 'hu',
      automated: null,
      spam: false,
    });
    expect(message.deliveredTo).toContain('support+t42@demo.test');
    expect(message.headers['delivered-to']).toBe('support@demo.test');
  });

  it('tells Hungarian, Latvian, English and German apart, and says nothing of others or of a word', async () => {
    const languageOf = async (text: string) => (await read(mail('', text))).language;
    expect(await languageOf('Szeretném megkérdezni, hogy mikor kapom meg a csomagot.')).toBe('hu');
    expect(await languageOf('Labdien, vēlos uzzināt, kad saņemšu savu pasūtījumu.')).toBe('lv');
    expect(await languageOf('Good morning, when will my parcel arrive at my place?')).toBe('en');
    expect(await languageOf('Guten Morgen, wann kommt mein Paket bei mir an?')).toBe('de');
    expect(await languageOf("Bonjour, je voudrais savoir où est ma commande d'hier.")).toBeNull();
    expect(await languageOf('OK')).toBeNull();
  });
});

describe('the sender', () => {
  it('is who asks to be answered', async () => {
    const message = await read('From: Web form <form@shop.test>\nReply-To: Anna <anna@pelda.hu>\n\nHello');
    expect(message.sender).toEqual({ address: 'anna@pelda.hu', name: 'Anna' });
  });

  it('is not the mailing list that asks for answers to itself', async () => {
    const message = await read(
      'From: Anna <anna@pelda.hu>\nReply-To: list@pelda.hu\nList-Post: <mailto:list@pelda.hu>\n\nHello',
    );
    expect(message.sender?.address).toBe('anna@pelda.hu');
  });

  it('is the person behind a group that puts its own address into From', async () => {
    const message = await read(
      'From: "\'Anna Kiss\' via Support" <support@demo.test>\nX-Original-Sender: anna@pelda.hu\n\nHello',
    );
    expect(message.sender).toEqual({ address: 'anna@pelda.hu', name: 'Anna Kiss' });
  });

  it('is read from the old spelling of a field, and below a line of a mailbox file', async () => {
    const message = await read(
      'From agnes@pelda.hu Mon Nov  2 09:00:00 2026\nFrom : Anna <anna@pelda.hu>\n\nHello',
    );
    expect(message.sender).toEqual({ address: 'anna@pelda.hu', name: 'Anna' });
    expect(message.text).toBe('Hello');
  });

  it('has the local part for a name where there is none, and is nobody where there is no address', async () => {
    expect((await read('From: <anna.kiss@pelda.hu>\n\nHello')).sender?.name).toBe('anna.kiss');
    expect((await read('From: Somebody\n\nHello')).sender).toBeNull();
    expect((await read('Subject: x\n\nHello')).sender).toBeNull();
  });
});

describe('charsets', () => {
  it.each([
    ['iso-8859-2', 'f\\xf5z\\u0151'.replace('\\u0151', '\\xf5'), 'főző'],
    ['windows-1250', 't\\xfbz', 'tűz'],
    ['windows-1257', 'pas\\xfbt\\xeejums', 'pasūtījums'],
    ['cp852', '\\x8b', 'ő'],
    ['cp775', '\\xd7', 'ū'],
    ['"ISO-8859-13"', '\\xf2em', 'ņem'],
    ['utf-7', 'f+AVE-', 'fő'],
  ])('reads %s', async (charset, written, expected) => {
    const body = written.replace(/\\x(..)/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    const message = await read(
      bytesOf(`From: a@b.hu\nContent-Type: text/plain; charset=${charset}\n\n${body}`),
    );
    expect(message.text).toBe(expected);
  });

  it.each(['us-ascii', 'iso-8859-1', 'x-unknown', 'never-heard-of'])(
    'does not believe a mail that calls its UTF-8 %s',
    async (charset) => {
      const message = await read(
        mail(`Content-Type: text/plain; charset=${charset}`, 'Árvíztűrő tükörfúrógép'),
      );
      expect(message.text).toBe('Árvíztűrő tükörfúrógép');
    },
  );

  it('guesses Hungarian and Latvian where a mail names no charset, and only those', async () => {
    expect(
      (await read(bytesOf('Subject: K\xe9r\xe9s\nFrom: a@b.hu\n\nK\xf6sz\xf6n\xf6m, \xe1gy'))).text,
    ).toBe('Köszönöm, ágy');
    expect((await read(bytesOf('Subject: K\xe9r\xe9s\nFrom: a@b.hu\n\nx'))).subject).toBe('Kérés');
    expect((await read(bytesOf('Subject: x\nFrom: a@b.lv\n\nL\xfbdzu, pas\xfbt\xeejums'))).text).toBe(
      'Lūdzu, pasūtījums',
    );
    expect((await read(bytesOf('Subject: Fr\xf6sche\nFrom: a@b.de\n\nx'))).subject).toBe('Fr\ufffdsche');
  });

  it('puts a letter together that was cut in two between encoded-words', async () => {
    const message = await read('From: a@b.hu\nSubject: =?utf-8?B?xQ==?=\n =?utf-8?B?kXI=?=\n\nx');
    expect(message.subject).toBe('őr');
  });

  it('reads raw UTF-8 in headers and addresses', async () => {
    const message = await read('From: Őry Péter <őry@példa.hu>\nSubject: Sürgős\n\nx');
    expect(message.from).toEqual([{ address: 'őry@példa.hu', name: 'Őry Péter' }]);
    expect(message.subject).toBe('Sürgős');
  });
});

describe('file names', () => {
  const named = async (disposition: string, type = 'application/pdf') =>
    (
      await read(
        mail(
          'Content-Type: multipart/mixed; boundary=b',
          `--b\n\nx\n--b\nContent-Type: ${type}\nContent-Disposition: ${disposition}\n\nPDF\n--b--\n`,
        ),
      )
    ).files[0]?.name;

  it('come from RFC 2231, from encoded-words in quotes and from raw UTF-8', async () => {
    expect(
      await named('attachment;\n filename*0*=UTF-8\'\'sz%C3%A1m;\n filename*1*=la%20; filename*2="1.pdf"'),
    ).toBe('számla 1.pdf');
    expect(await named('attachment; filename="=?utf-8?Q?sz=C3=A1mla=2Epdf?="')).toBe('számla.pdf');
    expect(await named('attachment; filename="számla.pdf"')).toBe('számla.pdf');
    expect(await named('attachment; filename=my invoice.pdf')).toBe('my invoice.pdf');
    expect(await named("attachment; filename=old.pdf; filename*=utf-8''%C3%BAj.pdf")).toBe('új.pdf');
    expect(await named('attachment', 'application/pdf; name=számla.pdf')).toBe('számla.pdf');
  });

  it('are made up where the sender gave none', async () => {
    expect(await named('attachment')).toBe('attachment-1.pdf');
    expect(await named('attachment', 'message/rfc822')).toBe('message.eml');
    expect(await named('attachment', 'text/calendar; method=REQUEST')).toBe('calendar.ics');
  });
});

describe('multiparts', () => {
  it('give the text, the HTML and the picture that it shows', async () => {
    const message = await read(
      mail(
        'Content-Type: multipart/related; boundary=r',
        [
          '--r',
          'Content-Type: multipart/alternative; boundary=a',
          '',
          '--a',
          '',
          'Nézze a képet',
          '--a',
          'Content-Type: text/html; charset=utf-8',
          '',
          '<p>Nézze a <b>képet</b> <img src="cid:kep1@pelda.hu"></p>',
          '--a--',
          '--r',
          'Content-Type: image/png; name=kep.png',
          'Content-ID: <kep1@pelda.hu>',
          'Content-Transfer-Encoding: base64',
          '',
          'iVBORw0KGgo=',
          '--r--',
        ].join('\n'),
      ),
    );
    expect(message.text).toBe('Nézze a képet');
    expect(message.html).toContain('<b>képet</b>');
    expect(message.files).toHaveLength(1);
    expect(message.files[0]).toMatchObject({ name: 'kep.png', contentId: 'kep1@pelda.hu', inline: true });
    expect(Buffer.from(message.files[0]?.bytes ?? []).toString('hex')).toBe('89504e470d0a1a0a');
  });

  it('make the text from the HTML where there is only that', async () => {
    const message = await read(mail('Content-Type: text/html; charset=utf-8', '<p>Szép <i>napot</i>!</p>'));
    expect(message.text.trim()).toBe('Szép napot!');
    expect(message.visibleText).toBe('Szép napot!');
  });

  it('lose no text that stands outside of the alternative', async () => {
    const message = await read(
      mail(
        'Content-Type: multipart/mixed; boundary=m',
        '--m\n\nElső\n--m\nContent-Type: text/html\n\n<p>M\u00e1sodik</p>\n--m\n\nHarmadik\n--m--\n',
      ),
    );
    expect(message.text).toBe('Első\nHarmadik');
    expect(htmlToText(message.html ?? '').replace(/\s+/g, ' ')).toBe('Első Második Harmadik');
  });

  it('keep a mail in the mail as one file, and its own files inside', async () => {
    const inner =
      'From: x@y.hu\nSubject: Belső\nContent-Type: multipart/mixed; boundary=i\n\n--i\n\nhi\n--i--';
    const message = await read(
      mail(
        'Content-Type: multipart/mixed; boundary=m',
        `--m\n\nLásd\n--m\nContent-Type: message/rfc822\n\n${inner}\n--m--\n`,
      ),
    );
    expect(message.text).toBe('Lásd');
    expect(message.files.map((file) => file.name)).toEqual(['message.eml']);
    expect(Buffer.from(message.files[0]?.bytes ?? []).toString()).toContain('Subject: Belső');
  });

  it('are read where the last boundary is missing, and what was cut off is kept as a file too', async () => {
    const message = await read(mail('Content-Type: multipart/mixed; boundary=m', '--m\n\nElső\n--m\n\nMáso'));
    expect(message.text).toBe('Első');
    expect(message.files.map((file) => file.name)).toEqual(['incomplete-1.txt']);
    const alone = await read(mail('Content-Type: multipart/mixed; boundary=m', 'no boundary at all'));
    expect(alone.text).toBe('no boundary at all');
  });

  it('are read where an inner one is never closed', async () => {
    const message = await read(
      mail(
        'Content-Type: multipart/mixed; boundary=m',
        [
          '--m',
          'Content-Type: multipart/alternative; boundary=a',
          '',
          '--a\n\nText',
          '--a\nContent-Type: text/html\n\n<p>HTML</p>',
          '--m\nContent-Type: application/pdf; name=a.pdf\n\nPDF',
          '--m--',
        ].join('\n'),
      ),
    );
    expect(message.text).toBe('Text');
    expect(message.html).toContain('HTML');
    expect(message.files.map((file) => file.name)).toEqual(['a.pdf']);
  });

  it('join flowed lines but not quotes and signatures', async () => {
    const message = await read(
      mail('Content-Type: text/plain; format=flowed; delsp=yes', 'one  \ntwo\n> a  \n> b\n-- \nme'),
    );
    expect(message.text).toBe('one two\n> a b\n-- \nme');
  });
});
