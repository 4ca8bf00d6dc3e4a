import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort } from '../../../scripts/process/ports.mjs';
import { newWorld } from '../../support/world';
import { answer, askInstead, call, connected, sendSoon, takeIn, ticketOf } from './support';

const SECRET = `whsec_${Buffer.from('the signing secret of the example').toString('base64')}`;

/** The program of docs/API-CHANNEL.md, as somebody would copy it. */
function example(): string {
  const [, code] = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/API-CHANNEL.md', 'utf8')) ?? [];
  if (!code) throw new Error('the page has no example');
  return code;
}

/** What the program prints, line by line. */
function linesOf(program: Pick<ChildProcess, 'stdout' | 'stderr'>) {
  let text = '';
  const waiting = new Set<() => void>();
  const hear = (piece: Buffer) => {
    text += piece.toString();
    for (const look of waiting) look();
  };
  program.stdout?.on('data', hear);
  program.stderr?.on('data', hear);
  return (wanted: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!text.includes(wanted)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
}

test('the example of the page works as it stands: a message in, an answer out, and that it was read', async () => {
  // The example tells the time by the clock of the machine.
  const own = await newWorld({ mailbox: false, at: new Date().toISOString() });
  const config = {
    url: 'https://example-app.test/',
    secret: SECRET,
    apiKey: 'the-api-key-of-an-app-of-our-own-1234567',
    appId: 'app-of-the-example',
  };
  const { world, account } = await connected('api', config, own);
  const agent = await world.member();
  let brought = 0;
  const door = createServer(async (request, response) => {
    const bytes = Buffer.concat(await request.toArray());
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const told = await call(world, account, { bytes, headers });
    brought++;
    response.writeHead(told.status, { 'content-type': told.contentType }).end(told.body);
  });
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done));
  const folder = mkdtempSync(join(tmpdir(), 'kalauz-example-'));
  const port = await freePort();
  askInstead({ 'example-app.test': `http://127.0.0.1:${port}` });
  writeFileSync(join(folder, 'app.mjs'), example());
  const program = spawn(process.execPath, [join(folder, 'app.mjs')], {
    env: {
      NODE_ENV: 'test',
      KALAUZ_URL: `http://127.0.0.1:${(door.address() as AddressInfo).port}/`,
      KALAUZ_SECRET: SECRET,
      PORT: String(port),
    },
  });
  try {
    const hears = linesOf(program);
    await hears('sent\n');
    await takeIn(world);
    expect((await ticketOf(world)).messages[0]?.text).toBe('Sveiki! Lietotne neatveras.');
    await answer(world, agent);
    await sendSoon(world);
    await hears('answer in chat-of-user-7: We send you a new one.\n');
    await expect.poll(() => brought, { timeout: 20_000 }).toBe(2);
    await takeIn(world);
    expect((await ticketOf(world)).messages.at(-1)?.delivery).toBe('read');
  } finally {
    program.kill();
    door.close();
    door.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  }
});
