import { type LookupAddress, lookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { env } from '@/server/env';
import { isPublicAddress } from './outside-address';

export type OutsideCall = Readonly<{
  url: string;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array | FormData;
  /** Of the answer; 1 MB when not given. */
  maxBytes?: number;
}>;

export type OutsideAnswer = Readonly<{
  status: number;
  /** In lower case; of repeated fields the last. */
  headers: Readonly<Record<string, string>>;
  bytes: Uint8Array;
}>;

/** Nobody may be asked there, nobody answered in time, or the answer had no end. */
export class OutsideError extends Error {
  readonly code: 'forbidden_address' | 'unreachable' | 'timeout' | 'too_large';

  constructor(code: OutsideError['code'], message: string) {
    super(message);
    this.name = 'OutsideError';
    this.code = code;
  }
}

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 1024 * 1024;
const PORTS = ['', '443', '8443'];

/**
 * Asks a server outside, by HTTPS only. The name is resolved once, and the connection goes to that very address, which must
 * not be of a private network; redirects are answers like any other (contracts F.1, SSRF). Only hosts named in
 * `OUTSIDE_HOSTS` are exempt. Throws `OutsideError`.
 */
export async function callOutside(call: OutsideCall): Promise<OutsideAnswer> {
  const { url, trusted } = destinationOf(call.url);
  const { body, headers } = await encoded(call);
  return new Promise((resolve, reject) => {
    const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = open(url, {
      method: call.method ?? 'GET',
      headers: { ...headers, ...(body && { 'content-length': String(body.byteLength) }) },
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(!trusted && { lookup: guardedLookup }),
    });
    request.on('error', (error) => reject(asOutsideError(error)));
    request.on('response', (response) => {
      collect(response, call.maxBytes ?? MAX_BYTES).then(resolve, (error) => reject(asOutsideError(error)));
    });
    request.end(body ?? undefined);
  });
}

/** True unless an address leads, by its form or by its name, to where `callOutside` refuses to go. Asks the DNS. */
export async function mayBeCalled(address: string): Promise<boolean> {
  try {
    const { url, trusted } = destinationOf(address);
    if (trusted || isIP(url.hostname.replace(/^\[|\]$/g, '')) > 0) return true;
    return await new Promise((resolve) => {
      guardedLookup(url.hostname, { all: true }, (error) => resolve(!(error instanceof OutsideError)));
    });
  } catch (error) {
    if (error instanceof OutsideError) return false;
    throw error;
  }
}

function destinationOf(address: string): Readonly<{ url: URL; trusted: boolean }> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url) throw new OutsideError('forbidden_address', 'this is no address');
  const instead = env().OUTSIDE_HOSTS?.get(url.host);
  if (instead)
    return { url: new URL(`${instead.replace(/\/+$/, '')}${url.pathname}${url.search}`), trusted: true };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const allowed =
    url.protocol === 'https:' &&
    PORTS.includes(url.port) &&
    !url.username &&
    (isIP(host) === 0 || isPublicAddress(host));
  if (!allowed) throw new OutsideError('forbidden_address', `${url.host} must not be called`);
  return { url, trusted: false };
}

/** Resolves as usual, but refuses names that lead into private networks: all of their addresses have to be public. */
const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const found = addresses as LookupAddress[];
    const [first] = found;
    if (!first || !found.every(({ address }) => isPublicAddress(address))) {
      return callback(new OutsideError('forbidden_address', `${hostname} must not be called`), '', 0);
    }
    return options.all ? callback(null, found) : callback(null, first.address, first.family);
  });
};

async function encoded({ body, headers = {} }: OutsideCall) {
  if (!(body instanceof FormData)) {
    return { headers, body: typeof body === 'string' ? Buffer.from(body) : (body ?? null) };
  }
  const form = new Response(body);
  const type = form.headers.get('content-type') ?? '';
  return { headers: { ...headers, 'content-type': type }, body: new Uint8Array(await form.arrayBuffer()) };
}

async function collect(response: IncomingMessage, limit: number): Promise<OutsideAnswer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response) {
    size += (piece as Buffer).byteLength;
    if (size > limit) {
      response.destroy();
      throw new OutsideError('too_large', `the answer has more than ${limit} bytes`);
    }
    pieces.push(piece as Buffer);
  }
  const headers = Object.entries(response.headers).map(([name, value]) => [
    name,
    [value].flat().at(-1) ?? '',
  ]);
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers),
    bytes: Buffer.concat(pieces),
  };
}

function asOutsideError(error: Error & Readonly<{ code?: string }>): OutsideError {
  if (error instanceof OutsideError) return error;
  const late = error.name === 'TimeoutError' || error.name === 'AbortError' || error.code === 'ABORT_ERR';
  return new OutsideError(late ? 'timeout' : 'unreachable', `${error.code ?? ''} ${error.message}`.trim());
}
