import { createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { refuseBusyPorts } from '../../scripts/launcher/settings.mjs';
import { freePort, isFree } from '../../scripts/process/ports.mjs';

let server: Server | undefined;
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())));

function occupy(port: number): Promise<void> {
  return new Promise((done) => {
    server = createServer().listen(port, '127.0.0.1', () => done());
  });
}

it('a busy port is named, with a way out', async () => {
  const [port, other] = [await freePort(), await freePort()];
  await occupy(port);
  const settings = { PORT: other, HOST: '127.0.0.1', SMTP_PORT: port, SMTP_HOST: '127.0.0.1' };
  await expect(refuseBusyPorts(settings)).rejects.toThrow(
    `Port ${port} (incoming mail) is in use by another program. Stop that one, or choose another port: SMTP_PORT=${port + 1} npm start`,
  );
});

it('free ports are not refused, and a mail port of 0 is none', async () => {
  const settings = { PORT: await freePort(), HOST: '127.0.0.1', SMTP_PORT: 0, SMTP_HOST: '127.0.0.1' };
  await expect(refuseBusyPorts(settings)).resolves.toBeUndefined();
});

it('an address that is not of this machine is named', async () => {
  const settings = { PORT: await freePort(), HOST: '192.0.2.1', SMTP_PORT: 0, SMTP_HOST: '127.0.0.1' };
  await expect(refuseBusyPorts(settings)).rejects.toThrow(/is 192\.0\.2\.1 an address of this machine\?/);
});

it('a port is free until somebody listens on it', async () => {
  const port = await freePort();
  expect(await isFree(port)).toBe(true);
  await occupy(port);
  expect(await isFree(port)).toBe(false);
});
