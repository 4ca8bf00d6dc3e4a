import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { trustOnlySockets } from '@/server/auth/socket-address';

test('what a client claims about its address is replaced by where its connection comes from', async () => {
  trustOnlySockets();
  const server = createServer((incoming, answer) => answer.end(incoming.headers['x-forwarded-for']));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const seen = await new Promise<string>((done, fail) => {
    const headers = { 'x-forwarded-for': '6.6.6.6' };
    request({ port, host: '127.0.0.1', headers }, (answer) => {
      answer.setEncoding('utf8').once('data', done);
    })
      .once('error', fail)
      .end();
  });
  await new Promise((done) => server.close(done));
  expect(seen).toBe('127.0.0.1');
});
