import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createApiKey } from '@/features/api-keys/commands/create-api-key';
import { sessionCookieName, sessionToken } from '@/server/auth/session-token';
import { openSession } from '@/server/auth/sessions';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';
import { WEB_FLAGS } from '../launcher/programs.mjs';
import { inRoot } from '../process/paths.mjs';
import { freePort } from '../process/ports.mjs';
import type { Seeded } from './bulk-seed';

/** The running product, and how to speak to it. */
export type Product = Readonly<{
  base: string;
  smtpPort: number;
  cookie: string;
  apiKey: string;
  seeded: Seeded;
  /** Of the two processes. */
  pids: Readonly<{ web: number; worker: number }>;
  /** Kills the worker (SIGKILL), as a machine that fails would, and starts another one. */
  restartWorker: () => Promise<void>;
  stop: () => Promise<void>;
}>;

/** Starts the built web server and the worker on the database at `address`, as `npm start` would. */
export async function startProduct(
  address: string,
  { files, seeded }: Readonly<{ files: string; seeded: Seeded }>,
): Promise<Product> {
  const [port, smtpPort] = [await freePort(), await freePort()];
  const settings = {
    NODE_ENV: 'production',
    DATABASE_URL: address,
    DATA_DIR: files,
    // What this process has read already signs its sessions and keys.
    SECRET: process.env['SECRET'] ?? randomBytes(32).toString('base64url'),
    PORT: String(port),
    HOST: '127.0.0.1',
    SMTP_PORT: String(smtpPort),
    SMTP_HOST: '127.0.0.1',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: 'error',
    UNDO_SECONDS: '0',
  };
  Object.assign(process.env, settings);
  const web = child([...WEB_FLAGS, 'node_modules/next/dist/bin/next', 'start', '-p', String(port)], {
    ...settings,
    PROCESS: 'web',
  });
  let worker = startWorker(settings);
  const base = `http://127.0.0.1:${port}`;
  await untilReady(`${base}/api/health`);
  const pids = { web: web.pid ?? 0, worker: worker.pid ?? 0 };
  const restartWorker = async () => {
    const gone = once(worker, 'exit');
    worker.kill('SIGKILL');
    await gone;
    worker = startWorker(settings);
  };
  const stop = () => stopAll([web, worker]);
  return { base, smtpPort, seeded, pids, ...(await credentials(seeded)), restartWorker, stop };
}

const startWorker = (settings: Record<string, string>): ChildProcess =>
  child(['--import', 'tsx', '--conditions=react-server', 'src/worker/main.ts'], {
    ...settings,
    PROCESS: 'worker',
  });

function child(args: string[], settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: inRoot('.'),
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt++) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await pause(250);
  }
  throw new Error(`${url} was not ready within a minute`);
}

async function credentials({ workspaceId, userId }: Seeded): Promise<Pick<Product, 'cookie' | 'apiKey'>> {
  const db = database();
  const session = { id: newId(), userId, at: new Date(), ip: '127.0.0.1', userAgent: 'bench' };
  await openSession(db, session);
  const cookie = `${sessionCookieName()}=${await sessionToken(session.id)}`;
  const actor = { kind: 'system', id: 'command_line', name: 'bench' } as const;
  const ctx = { workspaceId, actor, db, now: () => new Date(), newId };
  const key = await createApiKey(ctx, { name: 'bench', scopes: ['all'] });
  if (!key.ok) throw new Error(key.error.code);
  await db.$disconnect();
  return { cookie, apiKey: key.value.key };
}

async function stopAll(children: readonly ChildProcess[]): Promise<void> {
  for (const process of children) {
    if (process.exitCode === null && process.signalCode === null) {
      process.kill('SIGTERM');
      await Promise.race([once(process, 'exit'), pause(9_000)]);
      process.kill('SIGKILL');
    }
  }
}
