import { describe, expect, it } from 'vitest';
import { mail, read } from './mails';

describe('winmail.dat', () => {
  it('is opened and its files stand in its place', async () => {
    const attribute = (level: number, id: number, data: Buffer) => {
      const head = Buffer.alloc(9);
      head.writeUInt8(level, 0);
      head.writeUInt32LE(id, 1);
      head.writeUInt32LE(data.length, 5);
      return Buffer.concat([head, data, Buffer.alloc(2)]);
    };
    const tnef = Buffer.concat([
      Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]),
      attribute(1, 0x0002800c, Buffer.from('Body of the note\0')),
      attribute(2, 0x00069002, Buffer.alloc(14)),
      attribute(2, 0x00018010, Buffer.from('arlista.xls\0')),
      attribute(2, 0x0006800f, Buffer.from('XLS')),
    ]);
    const message = await read(
      mail(
        'Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64',
        tnef.toString('base64'),
      ),
    );
    expect(message.text).toBe('Body of the note');
    expect(message.files.map((file) => [file.name, Buffer.from(file.bytes).toString()])).toEqual([
      ['arlista.xls', 'XLS'],
    ]);
  });

  it('stays as it is when it is none', async () => {
    const message = await read(mail('Content-Type: application/ms-tnef; name=winmail.dat', 'nonsense'));
    expect(message.files.map((file) => file.name)).toEqual(['winmail.dat']);
  });
});

describe('whatever comes', () => {
  it.each([
    ['nothing', ''],
    ['line ends only', '\n\n\n'],
    ['no header', 'just words'],
    ['NULs', 'Subject: a\0b\nFrom: a@b.hu\n\nc\0d'],
    ['a thousand levels', `${'Content-Type: multipart/mixed; boundary=b\n\n--b\n'.repeat(1000)}\nend`],
    ['a boundary on every line', `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\n'.repeat(50_000)}`],
    ['an endless header', `Subject: ${'=?utf-8?Q?a?= '.repeat(50_000)}\n\nx`],
    ['endless words where addresses should be', `From: ${`${'a'.repeat(2990)},`.repeat(300)}\n\nx`],
    ['endless addresses without an end', `From: ${`${'a'.repeat(2990)}""@,`.repeat(300)}\n\nx`],
    ['brackets that nothing closes', `From: ${'<,'.repeat(450_000)}\n\nx`],
    ['brackets', `From: ${'<'.repeat(50_000)}\nTo: ${'('.repeat(50_000)}\n\nx`],
  ])('is read within a second: %s', async (_name, raw) => {
    const started = performance.now();
    const message = await read(raw);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(message.text + message.subject).not.toContain('\0');
  });

  it('is read when it is as large as a mail may be', async () => {
    const file = 'QUJD'.repeat(19).concat('\r\n').repeat(450_000);
    const raw = Buffer.from(
      `From: a@b.hu\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhi\r\n--b\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${file}--b--\r\n`,
    );
    const started = performance.now();
    const message = await read(raw);
    expect(raw.length).toBeGreaterThan(33 * 1024 * 1024);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(message.files[0]?.bytes).toHaveLength(450_000 * 57);
  });

  it('shows the first megabyte of an endless text and keeps all of it', async () => {
    const message = await read(mail('', 'word '.repeat(500_000)));
    expect(message.text).toHaveLength(1_000_000);
    expect(message.files[0]?.bytes).toHaveLength(2_500_000);
  });
});
