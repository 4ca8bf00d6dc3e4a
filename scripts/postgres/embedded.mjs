import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { guard } from '../process/guard.mjs';
import { openFolder } from '../process/open-folder.mjs';
import { freePort, isFree } from '../process/ports.mjs';
import { databaseAccount } from './account.mjs';
import { addressOf, clusterIn, isMade, makeCluster, startCluster, stopServer } from './cluster.mjs';
import { lastingHome } from './folder.mjs';

const DATABASE = 'kalauz';
const LARGE_LOG = 10_000_000;

/** The file in which a data folder remembers its database: where it lies, its password and its port. */
const memoryOf = (dataDir) => join(dataDir, 'database.json');

/**
 * Readies the embedded database of `dataDir` and returns it, not started yet: `start()` resolves with its server process and
 * may be called again after that ended; `address` is the product's own database; `home` is where its files lie.
 * The caller holds the data folder's lock.
 */
export async function embeddedDatabase(dataDir) {
  openFolder(dataDir);
  const account = databaseAccount();
  const memory = recall(dataDir, account);
  const cluster = clusterIn({ home: memory.home, account, password: memory.password });
  const isNew = !isMade(cluster);
  if (isNew) refuseWhenLost(memory, dataDir);
  const port = memory.port && (await isFree(memory.port)) ? memory.port : await freePort();
  remember(dataDir, { ...memory, port, made: memory.made ?? false });
  if (isNew) makeCluster(cluster);
  remember(dataDir, { ...memory, port, made: true });
  return {
    home: memory.home,
    isElsewhere: !memory.home.startsWith(dataDir),
    address: addressOf(cluster, port, DATABASE),
    start: () => startGuarded(cluster, port),
    forgetEverything: () => recreate(addressOf(cluster, port)),
  };
}

/** The address of the running database of `dataDir`, as its launcher wrote it down; undefined when there never was one. */
export function rememberedAddress(dataDir) {
  const memory = read(dataDir);
  return memory && addressOf(clusterIn(memory), memory.port, DATABASE);
}

/** Writes a fact about the database into its memory, or takes it out (undefined). */
export function note(dataDir, facts) {
  remember(dataDir, { ...read(dataDir), ...facts });
}

/** A fact that `note` wrote. */
export const noted = (dataDir, name) => read(dataDir)?.[name];

async function startGuarded(cluster, port) {
  keepLogSmall(cluster.log);
  const server = await startCluster(cluster, port);
  // Heard from the first moment: it may die while we ask it for its databases.
  const exited = endOf(server);
  const forget = guard(server.pid, 2, ['SIGINT', 'SIGQUIT', 'SIGKILL']);
  void exited.then(forget);
  await query(addressOf(cluster, port), async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  });
  return { exited, pid: server.pid, stop: () => stopServer(server) };
}

/** How a process ended, or ends. */
function endOf(child) {
  const words = (code, signal) => signal ?? `exit code ${code}`;
  const { exitCode, signalCode } = child;
  if (exitCode !== null || signalCode !== null) return Promise.resolve(words(exitCode, signalCode));
  return new Promise((done) => child.once('exit', (code, signal) => done(words(code, signal))));
}

async function recreate(address) {
  await query(address, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${DATABASE}`);
  });
}

async function query(address, work) {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function recall(dataDir, account) {
  const memory = read(dataDir);
  const here = realpathSync(dataDir);
  if (memory === undefined) {
    return {
      home: lastingHome(account, here),
      password: randomBytes(18).toString('hex'),
      port: 0,
      dataDir: here,
    };
  }
  if (memory.dataDir === here) return memory;
  if (memory.home.startsWith(memory.dataDir)) {
    return { ...memory, home: join(here, memory.home.slice(memory.dataDir.length)), dataDir: here };
  }
  if (!existsSync(memoryOf(memory.dataDir))) return { ...memory, dataDir: here };
  throw new Error(
    `${dataDir} is a copy of ${memory.dataDir}, and both would use the database in ${memory.home}. ` +
      `Remove ${memoryOf(dataDir)} to give this one a new, empty database.`,
  );
}

/** Never put an empty database in the place of one that has gone missing. */
function refuseWhenLost(memory, dataDir) {
  if (!memory.made) return;
  throw new Error(
    `The database that ${memoryOf(dataDir)} names is not in ${memory.home} any more. ` +
      `Put that folder back, or remove the file to begin with an empty database.`,
  );
}

function read(dataDir) {
  try {
    return JSON.parse(readFileSync(memoryOf(dataDir), 'utf8'));
  } catch {
    return undefined;
  }
}

function remember(dataDir, memory) {
  const file = memoryOf(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(memory, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function keepLogSmall(log) {
  if (existsSync(log) && statSync(log).size > LARGE_LOG) renameSync(log, `${log}.1`);
}
