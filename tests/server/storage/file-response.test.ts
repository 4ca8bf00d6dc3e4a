import { describe, expect, it } from 'vitest';
import { fileResponse } from '@/server/storage/file-response';

const file = (name: string, type: string) => ({ name, type, size: 4, sha256: 'ab12' });
const bytes = () => Uint8Array.from([1, 2, 3, 4]);
const answer = (name: string, type: string, inline = false) =>
  fileResponse(file(name, type), bytes(), { inline });

describe('fileResponse', () => {
  it('sends the bytes with their length, to be kept for ever by this reader alone', async () => {
    const response = answer('kep.png', 'image/png');
    expect(response.status).toBe(200);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes());
    expect(response.headers.get('content-length')).toBe('4');
    expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(response.headers.get('etag')).toBe('"ab12"');
  });

  it('forbids guessing and running, whatever the file', () => {
    for (const type of ['image/png', 'text/html', 'application/pdf', 'nonsense']) {
      const { headers } = answer('x', type, true);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      );
    }
  });

  it('shows plain pictures and PDF inside a page when asked to, and nothing else', () => {
    const way = (type: string, inline: boolean) =>
      answer('x', type, inline).headers.get('content-disposition')?.split(';')[0];
    for (const type of ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf']) {
      expect(way(type, true)).toBe('inline');
      expect(way(type, false)).toBe('attachment');
    }
    for (const type of [
      'text/html',
      'image/svg+xml',
      'text/plain',
      'application/x-msdownload',
      'video/mp4',
      '',
    ])
      expect(way(type, true)).toBe('attachment');
  });

  it.each([
    'text/html',
    'image/svg+xml',
    'application/xhtml+xml',
    'text/javascript',
    'application/xml',
    'a b',
    '',
  ])('does not call a file %j that a browser might run', (type) => {
    expect(answer('x', type).headers.get('content-type')).toBe('application/octet-stream');
  });

  it('names the language of text', () => {
    expect(answer('x.csv', 'text/csv').headers.get('content-type')).toBe('text/csv; charset=utf-8');
  });

  it.each([
    ['számla 2026.pdf', 'attachment; filename="szamla 2026.pdf"; filename*=UTF-8\'\'sz%C3%A1mla%202026.pdf'],
    ['a"b\\c/d;e%.txt', 'attachment; filename="a_b_c_d_e_.txt"; filename*=UTF-8\'\'a%22b_c_d%3Be%25.txt'],
    ["it's (1).txt", "attachment; filename=\"it's (1).txt\"; filename*=UTF-8''it%27s%20%281%29.txt"],
    [
      'x\r\nSet-Cookie: a=b',
      'attachment; filename="x__Set-Cookie: a=b"; filename*=UTF-8\'\'x__Set-Cookie%3A%20a%3Db',
    ],
    ['kép\u202Egnp.exe', 'attachment; filename="kep_gnp.exe"; filename*=UTF-8\'\'k%C3%A9p_gnp.exe'],
    ['📎\uD800', 'attachment; filename="___"; filename*=UTF-8\'\'%F0%9F%93%8E%EF%BF%BD'],
    ['  ', 'attachment; filename="file"; filename*=UTF-8\'\'file'],
  ])('writes the name %j so that every browser reads it and none is fooled', (name, disposition) => {
    expect(answer(name, 'text/plain').headers.get('content-disposition')).toBe(disposition);
  });

  it('says that nothing changed to who has it already', () => {
    const again = (ifNoneMatch: string) =>
      fileResponse(file('x', 'image/png'), bytes(), { inline: true, ifNoneMatch }).status;
    expect(again('"ab12"')).toBe(304);
    expect(again('"zz", W/"ab12"')).toBe(304);
    expect(again('"zz"')).toBe(200);
    expect(again('*')).toBe(200);
  });
});
