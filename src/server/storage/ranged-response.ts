import type { ServedFile } from './file-response';

const SOUND = /^(?:audio|video)\/[a-z0-9][a-z0-9.+-]{0,60}$/;

/**
 * Sound as a player asks for it: the whole file, or one range of bytes (RFC 9110 §14). Several ranges at once, and units
 * that are no bytes, are answered with the whole; a range that lies outside with 416. Never kept by the browser: recordings
 * are deleted when their time is over.
 */
export function rangedResponse(
  file: ServedFile,
  bytes: Uint8Array<ArrayBuffer>,
  range: string | null,
): Response {
  const size = bytes.byteLength;
  const headers = new Headers({
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-store',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Content-Type': SOUND.test(file.type) ? file.type : 'application/octet-stream',
    'Content-Disposition': SOUND.test(file.type) ? 'inline' : 'attachment',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  const wanted = rangeIn(range, size);
  if (wanted === 'outside') {
    headers.set('Content-Range', `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  const { from, to } = wanted ?? { from: 0, to: size - 1 };
  headers.set('Content-Length', String(to - from + 1));
  if (wanted) headers.set('Content-Range', `bytes ${from}-${to}/${size}`);
  return new Response(bytes.subarray(from, to + 1), { status: wanted ? 206 : 200, headers });
}

type Wanted = Readonly<{ from: number; to: number }>;

/** First and last byte; null for the whole. */
function rangeIn(range: string | null, size: number): Wanted | 'outside' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range?.trim() ?? '') ?? [];
  if (first === '') return last === '' ? null : tailOf(Number(last), size);
  const from = Number(first);
  const to = last === '' ? size - 1 : Number(last);
  if (last !== '' && to < from) return null;
  return from >= size ? 'outside' : { from, to: Math.min(to, size - 1) };
}

const tailOf = (length: number, size: number): Wanted | 'outside' =>
  length === 0 ? 'outside' : { from: Math.max(0, size - length), to: size - 1 };
