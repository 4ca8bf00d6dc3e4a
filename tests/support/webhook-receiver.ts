import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = Readonly<{ headers: IncomingMessage['headers']; body: string; method: string }>;
export type Answer = Readonly<{
  status: number;
  headers?: Record<string, string>;
  body?: string;
  hang?: boolean;
}>;

/**
 * A receiver as Standard Webhooks describes it, written apart from our sender: it keeps what it got and answers as it is
 * told. The host `hook.test` leads to it, by OUTSIDE_HOSTS.
 */
export async function startReceiver() {
  const received: Received[] = [];
  const answers: Answer[] = [];
  const server: Server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString('utf8');
      received.push({ headers: request.headers, body, method: request.method ?? '' });
      const answer = answers.shift() ?? { status: 200, body: 'thank you' };
      if (answer.hang) {
        request.socket.destroy();
        return;
      }
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body ?? '');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  process.env['OUTSIDE_HOSTS'] = `hook.test=http://127.0.0.1:${port}`;
  return {
    received,
    /** What it says to the next requests, one after the other; after that "200 thank you". */
    says: (...next: Answer[]) => answers.push(...next),
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}

/** True when one of the signatures is right for this secret (Standard Webhooks 1.0.0, "Verifying webhook authenticity"). */
export function isSigned({ headers, body }: Received, secret: string): boolean {
  const id = String(headers['webhook-id']);
  const timestamp = String(headers['webhook-timestamp']);
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .some((each) => {
      const [version, value = ''] = each.split(',');
      const given = Buffer.from(value, 'base64');
      return version === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted);
    });
}
