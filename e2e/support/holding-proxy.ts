import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy before `target` that holds each answer back until it has ended, as the scanners of some companies do. */
export async function openHoldingProxy(target: string) {
  const { hostname, port } = new URL(target);
  const turns: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method, url = '', headers } = incoming;
    if (url.includes('turn=1')) turns.push(url);
    const passedOn = ask({ hostname, port, method, path: url, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const { 'transfer-encoding': _, ...rest } = answer.headers;
        outgoing.writeHead(answer.statusCode ?? 502, rest).end(Buffer.concat(parts));
      });
      answer.on('error', () => outgoing.destroy());
    });
    passedOn.on('error', () => outgoing.destroy());
    outgoing.on('close', () => passedOn.destroy());
    incoming.pipe(passedOn);
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    /** What was asked in turns. */
    turns,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
