/** What is known of a file that is sent to a browser; `size` in bytes, `sha256` in hex. */
export type ServedFile = Readonly<{ name: string; type: string; size: number; sha256: string }>;

type Options = Readonly<{ inline: boolean; ifNoneMatch?: string | null }>;

/** These the browser may show itself; everything else is only ever saved. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf']);

/** A browser that ignores `attachment` must not find a page to run either. */
const ACTIVE =
  /^(?:text\/(?:html|xml|css|javascript|ecmascript)|image\/svg|application\/(?:xhtml|xml|javascript|x-javascript|ecmascript|x-shockwave|wasm)|multipart\/)|\+xml$/;

const MEDIA_TYPE = /^[a-z0-9][a-z0-9.+-]{0,60}\/[a-z0-9][a-z0-9.+-]{0,100}$/;

/**
 * Returns a stored file as an answer that is safe on our own host: never guessed at, never run, shown inside a page
 * only when it is a plain picture or a PDF and `inline` asks for it. The bytes of a hash never change, so it may be
 * kept for ever; 304 where `ifNoneMatch` names it.
 */
export function fileResponse(
  file: ServedFile,
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>,
  { inline, ifNoneMatch = null }: Options,
): Response {
  const tag = `"${file.sha256}"`;
  const headers = new Headers({
    'Cache-Control': 'private, max-age=31536000, immutable',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    ETag: tag,
  });
  if (namesTag(ifNoneMatch, tag)) return new Response(null, { status: 304, headers });
  headers.set('Content-Type', servedType(file.type));
  headers.set('Content-Length', String(file.size));
  headers.set('Content-Disposition', disposition(file, inline));
  return new Response(body, { headers });
}

function namesTag(ifNoneMatch: string | null, tag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((given) => given.trim().replace(/^W\//, '') === tag);
}

function servedType(type: string): string {
  const plain = type.toLowerCase();
  if (!MEDIA_TYPE.test(plain) || ACTIVE.test(plain)) return 'application/octet-stream';
  return plain.startsWith('text/') ? `${plain}; charset=utf-8` : plain;
}

/** RFC 6266, with the name in RFC 8187 and once more in ASCII for old programs. */
function disposition({ name, type }: ServedFile, inline: boolean): string {
  const way = inline && SHOWN.has(type.toLowerCase()) ? 'inline' : 'attachment';
  const plain =
    name
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}/\\]/gu, '_')
      .trim()
      .slice(0, 200) || 'file';
  const ascii = plain
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["%;]/g, '_');
  return `${way}; filename="${ascii}"; filename*=UTF-8''${extendedValue(plain)}`;
}

function extendedValue(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
