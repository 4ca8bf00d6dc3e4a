import { createServer } from 'node:net';

/** True when nobody listens on `port` of `host` and this user may. */
export async function isFree(port, host = '127.0.0.1') {
  return (await whyNot(port, host)) === undefined;
}

/** Why this user cannot listen there (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`), or undefined when it can. */
export function whyNot(port, host) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', ({ code }) => done(code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(undefined)));
  });
}

/** A port of this machine that nobody listens on now. */
export function freePort(host = '127.0.0.1') {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen({ port: 0, host }, () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
