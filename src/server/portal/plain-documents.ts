import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { plainHtml } from './plain-html';
import { isEmptyError, missingPage } from './plain-missing';

/**
 * Answers that are made again and again, compressed, by the hash of what they are made of: the framework's short tags are no
 * proof that two of them are the same, since whoever writes a page can make it have the tag of another.
 */
const kept = new Map<string, Buffer>();
const MOST_KEPT = 500;

let script = '/portal.js';

/** Learns the address of the portal's own script, with the hash of its content, so that browsers may keep it for ever. */
export async function readPortalScript(): Promise<void> {
  const bytes = await readFile(join(process.cwd(), 'public', 'portal.js')).catch(() => null);
  if (bytes) script = `/portal.js?v=${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`;
}

type Raw = Pick<ServerResponse, 'write' | 'end' | 'flushHeaders' | 'writeHead'>;

/**
 * Makes the documents of this answer plain: they leave whole and compressed, without the scripts of the framework, which their
 * forms and links do not need, and with the one small script of the portal. Anything but HTML passes as it is.
 */
export function servePlain(request: IncomingMessage, response: ServerResponse): void {
  const zips = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  // What is to be read here must not have been compressed before.
  delete request.headers['accept-encoding'];
  const raw: Raw = {
    write: response.write.bind(response),
    end: response.end.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
    writeHead: response.writeHead.bind(response),
  };
  const chunks: Buffer[] = [];
  let leaves = false;
  const isDocument = () => isHtml(response) && !response.headersSent && !leaves;
  const writeHead = (status: number, ...rest: unknown[]) => {
    if (!isDocument()) return Reflect.apply(raw.writeHead, response, [status, ...rest]);
    // Whatever compresses asks for the head before the end; it is written when the body is settled.
    response.statusCode = status;
    return response;
  };
  const flushHeaders = () => {
    if (!isDocument()) raw.flushHeaders();
  };
  const write = (chunk: unknown, ...rest: unknown[]) => {
    if (!isDocument()) return Reflect.apply(raw.write, response, [chunk, ...rest]);
    chunks.push(bytesOf(chunk, rest[0]));
    calledBack(rest);
    return true;
  };
  const end = (...given: unknown[]) => {
    const [chunk, ...rest] = typeof given[0] === 'function' ? [undefined, ...given] : given;
    if (!isDocument()) return Reflect.apply(raw.end, response, given);
    if (chunk !== undefined && chunk !== null) chunks.push(bytesOf(chunk, rest[0]));
    const body = settled(response, { whole: filled(Buffer.concat(chunks), request, response), zips });
    leaves = true;
    return raw.end(request.method === 'HEAD' ? undefined : body, () => calledBack(rest));
  };
  Object.assign(response, { write, end, flushHeaders, writeHead });
}

function filled(whole: Buffer, request: IncomingMessage, { statusCode }: ServerResponse): Buffer {
  if (!isEmptyError(whole.toString('utf8', 0, 200))) return whole;
  const [pathname = ''] = (request.url ?? '').split('?');
  return Buffer.from(missingPage(pathname, statusCode));
}

const isHtml = (response: ServerResponse) =>
  String(response.getHeader('content-type') ?? '').startsWith('text/html');

const bytesOf = (chunk: unknown, encoding: unknown): Buffer =>
  typeof chunk === 'string'
    ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
    : Buffer.from(chunk as Uint8Array);

function calledBack(rest: readonly unknown[]): void {
  const done = rest.findLast((each) => typeof each === 'function');
  if (typeof done === 'function') done();
}

type Held = Readonly<{ whole: Buffer; zips: boolean }>;

/** The bytes to send, with the headers that belong to them. */
function settled(response: ServerResponse, { whole, zips }: Held): Buffer {
  response.setHeader('Vary', varying(response));
  response.setHeader('Content-Security-Policy', "script-src 'self'; object-src 'none'; base-uri 'self'");
  // Preload links of scripts may stand in a header, too.
  response.removeHeader('link');
  if (response.statusCode >= 400) response.removeHeader('etag');
  const tag = response.getHeader('etag');
  if (tag) response.setHeader('ETag', weak(String(tag)));
  const body = whole.byteLength === 0 ? whole : bodyOf(whole, { tag: tag ? String(tag) : null, zips });
  if (zips && body.byteLength > 0) response.setHeader('Content-Encoding', 'gzip');
  response.removeHeader('transfer-encoding');
  response.setHeader('Content-Length', body.byteLength);
  return body;
}

const weak = (tag: string) => (tag.startsWith('W/') ? tag : `W/${tag}`);

const varying = (response: ServerResponse) =>
  [...new Set([...[response.getHeader('vary') ?? []].flat().map(String), 'Accept-Encoding'])].join(', ');

function bodyOf(whole: Buffer, { tag, zips }: Readonly<{ tag: string | null; zips: boolean }>): Buffer {
  const key = tag && zips ? `${createHash('sha256').update(whole).digest('base64')} ${script}` : null;
  const known = key && kept.get(key);
  if (known) return known;
  const plain = Buffer.from(plainHtml(whole.toString('utf8'), script));
  const body = zips ? gzipSync(plain) : plain;
  if (key) {
    kept.set(key, body);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest) kept.delete(oldest);
  }
  return body;
}
