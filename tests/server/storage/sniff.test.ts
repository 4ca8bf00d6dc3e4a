import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { sniffType } from '@/server/storage/sniff';

const text = (words: string) => new TextEncoder().encode(words);
const picture = () => sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } });

describe('sniffType', () => {
  it('believes the bytes and not the name', async () => {
    const png = await picture().png().toBuffer();
    expect(await sniffType(png, 'szamla.pdf', 'application/pdf')).toBe('image/png');
    expect(await sniffType(await picture().jpeg().toBuffer(), 'x', '')).toBe('image/jpeg');
    expect(await sniffType(text('%PDF-1.7\n'), 'kep.png', 'image/png')).toBe('application/pdf');
    expect(await sniffType(text('PK\u0003\u0004'.padEnd(64, '\0')), 'x.docx', '')).toBe('application/zip');
    expect(await sniffType(text('MZ'.padEnd(128, '\0')), 'kep.jpg', 'image/jpeg')).toBe(
      'application/x-msdownload',
    );
  });

  it.each([
    ['a,b\n1,2', 'lista.csv', 'text/csv'],
    ['Jó napot!', 'level.TXT', 'text/plain'],
    ['BEGIN:VCALENDAR', 'x.ics', 'text/calendar'],
    ['<p>szia</p>', 'x.html', 'text/html'],
    ['{"a":1}', 'x.json', 'application/json'],
    ['From: a@b.c\n\nx', 'x.eml', 'message/rfc822'],
  ])('tells text by its ending: %j in %s', async (words, name, type) => {
    expect(await sniffType(text(words), name, 'application/octet-stream')).toBe(type);
  });

  it('believes a claim only about text', async () => {
    expect(await sniffType(text('szia'), 'level', 'text/plain; charset=utf-8')).toBe('text/plain');
    expect(await sniffType(text('szia'), 'kep', 'image/png')).toBe('application/octet-stream');
    expect(await sniffType(text('szia'), 'kep.png', 'image/png')).toBe('application/octet-stream');
    expect(await sniffType(Uint8Array.of(0, 1, 2, 3), 'x.txt', 'text/plain')).toBe(
      'application/octet-stream',
    );
  });

  it('tells a drawing that may hold a script from a picture', async () => {
    const svg =
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    expect(await sniffType(text(svg), 'kep.svg', 'image/png')).toBe('image/svg+xml');
  });

  it('has an answer for nothing and for bytes cut off', async () => {
    expect(await sniffType(new Uint8Array(), '', '')).toBe('application/octet-stream');
    for (const start of ['PK\u0003\u0004', 'ftyp', '\u001f\u008b', 'OggS', 'RIFF', 'ID3', '<?xml'])
      expect(await sniffType(Buffer.from(start, 'latin1'), 'x', '')).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
  });
});
