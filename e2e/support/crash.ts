import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { isAlive } from '../../scripts/process/alive.mjs';

/** What `openProduct` tells a test (scripts/checks/product.mjs). */
export type Told = Readonly<Record<string, string>>;

const PROGRAMS = {
  web: /next-server|next start|next\/dist\/bin\/next/,
  worker: /src\/worker\/main\.ts/,
  database: /bin\/postgres /,
};
export type Program = keyof typeof PROGRAMS;

/** A new API key for the demo workspace, made as an operator makes it. */
export function apiKey(told: Told): string {
  const args = ['scripts/kalauz.mjs', 'api-key', 'create', '--workspace', 'demo', '--scopes', 'all'];
  // The command finds the running database by itself, in DATA_DIR.
  const env = { ...process.env, ...told, DATABASE_URL: '', NODE_OPTIONS: '' };
  return execFileSync(process.execPath, args, { encoding: 'utf8', env }).trimEnd().split('\n').at(-1) ?? '';
}

/** Kills one of the product's programs as the kernel would, without a word. False while it does not run. */
export function kill(told: Told, program: Program): boolean {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=', '-o', 'ppid=', '-o', 'args='], {
    encoding: 'utf8',
  }).split('\n');
  const line = listed.find(
    (each) => each.trim().split(/\s+/)[1] === told['E2E_LAUNCHER'] && PROGRAMS[program].test(each),
  );
  if (!line) return false;
  process.kill(Number.parseInt(line, 10), 'SIGKILL');
  return true;
}

/** Runs SQL in the product's database, waiting for it while it is down. */
export async function ask<Row extends pg.QueryResultRow>(
  told: Told,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  for (;;) {
    const client = new pg.Client({ connectionString: told['DATABASE_URL'] });
    client.on('error', () => {});
    try {
      await client.connect();
      return (await client.query<Row>(sql, values)).rows;
    } catch (error) {
      if (!isDown(error) || !isAlive(Number(told['E2E_LAUNCHER']))) throw error;
      await pause(300);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** A refused or broken connection, or a server that is starting or ending (SQLSTATE class 57, 08). */
function isDown(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return /^(ECONN|EPIPE|57P|08)/.test(code ?? '') || /terminated/.test(message ?? '');
}

/** A failure that no repetition mends. */
export class Refused extends Error {}

/**
 * Does `attempt` until it says true, through all the failures that crashes cause. A `Refused` is passed on, and so is
 * everything once the launcher itself is gone.
 */
export async function insist(told: Told, attempt: () => Promise<boolean>): Promise<void> {
  const failed = (error: unknown) => {
    if (error instanceof Refused || !isAlive(Number(told['E2E_LAUNCHER']))) throw error;
    return false;
  };
  while (!(await attempt().catch(failed))) await pause(200);
}

/** `work` for each number below `count`, `lanes` at a time. */
export async function inLanes(
  count: number,
  lanes: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Sent = Readonly<{ to: readonly string[]; messageId: string; source: string }>;

/** All mails that the product has handed to the receiving server, each time that it did. */
export function sentMails(told: Told): Sent[] {
  const folder = told['E2E_MAIL_DIR'] ?? '';
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { to } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const source = readFileSync(join(folder, name.replace(/json$/, 'eml')), 'utf8');
      return { to, source, messageId: /^Message-ID:\s*<([^>]+)>/im.exec(source)?.[1] ?? '' };
    });
}
