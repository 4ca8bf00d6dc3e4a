import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call as a vendor's double got it. */
export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  bytes: Buffer;
};

/** What it answers: JSON unless `bytes` are given. */
export type Told = { status?: number; json?: unknown; bytes?: Uint8Array; headers?: Record<string, string> };

export type Double = { base: string; host: string; asked: Asked[]; stop: () => Promise<void> };

/** A local server that stands for a vendor; it keeps every call, so that tests can look at the very bytes. */
export async function startDouble(answer: (asked: Asked) => Told | Promise<Told>, port = 0): Promise<Double> {
  const asked: Asked[] = [];
  const server: Server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', async () => {
      const url = new URL(request.url ?? '/', 'http://double');
      const call = {
        method: request.method ?? 'GET',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        bytes: Buffer.concat(pieces),
      };
      asked.push(call);
      const { status = 200, json, bytes, headers = {} } = await answered(call);
      const type = bytes ? 'application/octet-stream' : 'application/json';
      response.writeHead(status, { 'content-type': type, ...headers });
      response.end(bytes ?? JSON.stringify(json ?? {}));
    });
  });
  /** A fault of the double is an answer as well, so that nobody waits for it. */
  const answered = async (call: Asked): Promise<Told> => {
    try {
      return await answer(call);
    } catch (error) {
      return { status: 500, json: { fault: String(error) } };
    }
  };
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const { port: taken } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${taken}`,
    host: `127.0.0.1:${taken}`,
    asked,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** The fields of a form body, with the names, types and bytes of its files (RFC 7578). */
export async function formOf({ headers, bytes }: Pick<Asked, 'headers' | 'bytes'>): Promise<FormData> {
  const type = headers['content-type'] ?? '';
  return new Response(Uint8Array.from(bytes), { headers: { 'content-type': type } }).formData();
}
