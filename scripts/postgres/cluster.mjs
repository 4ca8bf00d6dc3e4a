import { execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { isAlive, looksLike, stopProcess } from '../process/alive.mjs';
import { programsFor } from './binaries.mjs';

const USER = 'kalauz';
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '120',
  shared_buffers: '256MB',
  work_mem: '16MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  // Parallel plans want /dev/shm, which is 64 MB in a container; two cores gain nothing by them.
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
};

/**
 * A PostgreSQL cluster in `home/data`, made on first use: UTF-8, ICU collations, page checksums, one superuser with
 * `password`. `account` is whose processes it runs as (see `databaseAccount`).
 */
export function clusterIn({ home, account, password }) {
  return { home, account, password, data: join(home, 'data'), log: join(home, 'postgres.log') };
}

/** The address of one of the cluster's databases. */
export function addressOf(cluster, port, database = 'postgres') {
  return `postgresql://${USER}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** True when the cluster's files are there. */
export const isMade = (cluster) => existsSync(join(cluster.data, 'PG_VERSION'));

/** Makes the cluster's files; an interrupted attempt leaves nothing that looks finished. */
export function makeCluster(cluster) {
  const { home, account, data, password } = cluster;
  const unfinished = `${data}.new`;
  const passwordFile = join(home, 'password.new');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    execFileSync(
      join(programsFor(account, home), 'initdb'),
      [
        `--pgdata=${unfinished}`,
        `--username=${USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        `--locale=${bestLocale()}`,
        '--locale-provider=icu',
        '--icu-locale=und',
        '--data-checksums',
      ],
      { ...account, cwd: home, stdio: ['ignore', 'ignore', 'pipe'], env: environment() },
    );
    renameSync(unfinished, data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Starts the cluster's server and resolves when it answers, with its process. A server that a killed launcher left behind is
 * stopped first. Rejects with `{ busy: true }` when the port is taken, else with the last lines of its log.
 */
export async function startCluster(cluster, port, settings = {}) {
  await clearOldServer(cluster.data);
  for (let attempt = 1; ; attempt++) {
    const from = logSize(cluster);
    const server = spawnServer(cluster, port, settings);
    if (await answers(server, addressOf(cluster, port))) return server;
    const words = readFileSync(cluster.log, 'utf8').slice(from);
    if (/could not bind|Address already in use/.test(words))
      throw Object.assign(new Error(words), { busy: true });
    // The workers of a killed server need a moment to notice and to let its memory go.
    const leftover = /shared memory block|lock file .* already exists/.test(words);
    if (!leftover || attempt === 20)
      throw new Error(`PostgreSQL did not start:\n${words.trim().slice(-1500)}`);
    await pause(500);
  }
}

/** Stops the server in order (open transactions are rolled back), harder when it does not obey. */
export const stopServer = (server) => stopProcess(server.pid, ['SIGINT', 'SIGQUIT', 'SIGKILL'], 4_000);

function spawnServer({ home, account, data, log }, port, settings) {
  const options = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const output = openSync(log, 'a', 0o600);
  return spawn(join(programsFor(account, home), 'postgres'), ['-D', data, '-p', String(port), ...options], {
    ...account,
    cwd: home,
    stdio: ['ignore', output, output],
    // A Ctrl-C at the terminal must reach the launcher alone, which stops the database last.
    detached: true,
    env: environment(),
  });
}

async function answers(server, address) {
  while (server.exitCode === null && server.signalCode === null && server.pid !== undefined) {
    const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return true;
    } catch {
      await pause(60);
    } finally {
      await client.end().catch(() => {});
    }
  }
  return false;
}

/** What `postmaster.pid` names: an orphan of ours is stopped; a number that another program has by now is forgotten. */
async function clearOldServer(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (isAlive(pid) && looksLike(pid, data)) await stopProcess(pid, ['SIGINT', 'SIGQUIT', 'SIGKILL'], 10_000);
  rmSync(file, { force: true });
}

function logSize({ log }) {
  return existsSync(log) ? readFileSync(log, 'utf8').length : 0;
}

/** Letters must be letters for the text search too, whose words are cut by the system's own tables. */
function bestLocale() {
  try {
    const known = execFileSync('locale', ['-a'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).split('\n');
    return ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8'].find((name) => known.includes(name)) ?? 'C';
  } catch {
    return process.platform === 'win32' ? 'C' : 'C.UTF-8';
  }
}

function environment() {
  const { LC_ALL: _all, PGDATA: _data, PGPORT: _port, ...rest } = process.env;
  return { ...rest, LC_MESSAGES: 'C' };
}
