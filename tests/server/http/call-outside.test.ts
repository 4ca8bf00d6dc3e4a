import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { env } from '@/server/env';
import { callOutside } from '@/server/http/call-outside';
import { isPublicAddress } from '@/server/http/outside-address';

let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      if (request.url === '/away') response.writeHead(302, { location: 'http://169.254.169.254/' });
      response.end(
        request.url === '/large'
          ? 'x'.repeat(5000)
          : `${request.method} ${request.url} ${Buffer.concat(pieces)}`,
      );
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(env(), { OUTSIDE_HOSTS: new Map([['vendor.test', base]]) });
});

afterAll(() => {
  server.close();
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  '::',
  '::1',
  'fc00::1',
  'fd12::1',
  'fe80::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '::127.0.0.1',
  '::ffff:0:127.0.0.1',
  '64:ff9b:1::7f00:1',
  'fec0::1',
  'localhost',
  '',
])('%s is no address that may be called', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['1.1.1.1', '149.154.167.220', '2606:4700::1111', '::ffff:1.1.1.1'])(
  '%s may be called',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  'http://example.com/',
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://localhost/',
  'https://example.com:22/',
  'https://2130706433/',
  'https://0x7f.1/',
  'file:///etc/passwd',
  'https://user:pass@example.com/',
  'nonsense',
])('%s is refused before a byte leaves', async (url) => {
  await expect(callOutside({ url })).rejects.toMatchObject({ code: 'forbidden_address' });
});

test('a host that the operator sends elsewhere is asked there, with method, path, query and body', async () => {
  const answer = await callOutside({ url: 'https://vendor.test/a?b=1', method: 'POST', body: 'ő' });
  expect(answer.status).toBe(200);
  expect(Buffer.from(answer.bytes).toString()).toBe('POST /a?b=1 ő');
});

test('a redirect is an answer and leads nowhere', async () => {
  expect(await callOutside({ url: 'https://vendor.test/away' })).toMatchObject({ status: 302 });
});

test('an answer without end is cut off', async () => {
  await expect(callOutside({ url: 'https://vendor.test/large', maxBytes: 1000 })).rejects.toMatchObject({
    code: 'too_large',
  });
});

test('nobody there is said to be so', async () => {
  Object.assign(env(), {
    OUTSIDE_HOSTS: new Map([
      ['vendor.test', base],
      ['gone.test', 'http://127.0.0.1:9'],
    ]),
  });
  await expect(callOutside({ url: 'https://gone.test/' })).rejects.toMatchObject({ code: 'unreachable' });
});
