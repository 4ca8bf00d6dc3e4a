import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const NEXT = 'node_modules/next/dist/bin/next';
const PATIENCE_MILLISECONDS = 30_000;

/** A web server of its own on another database, for what the product under test has behind it already. */
export async function openWeb(database: string) {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const env = {
    ...process.env,
    DATABASE_URL: database,
    PUBLIC_URL: address,
    NEXTAUTH_URL: address,
    NODE_ENV: 'production' as const,
    PROCESS: 'web',
  };
  const args = [NEXT, 'start', '--port', String(port), '--hostname', 'localhost'];
  const web = spawn(process.execPath, args, { env, stdio: 'ignore' });
  await untilAnswered(address, web);
  const close = async () => {
    const ended = once(web, 'exit');
    web.kill('SIGTERM');
    await ended;
  };
  return { address, close };
}

async function untilAnswered(address: string, web: ChildProcess): Promise<void> {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  while (Date.now() < deadline && web.exitCode === null) {
    const answer = await fetch(`${address}/sign-in`, { redirect: 'manual' }).catch(() => null);
    if (answer && answer.status < 500) return;
    await pause(100);
  }
  web.kill('SIGKILL');
  throw new Error(`The web server at ${address} did not answer.`);
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
