import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { isAlive } from '../../scripts/process/alive.mjs';
import { hashOf } from '../../scripts/process/hash.mjs';
import { clientIsStale, makeClient } from '../../scripts/setup/client.mjs';
import { migrate } from '../../scripts/setup/migrate.mjs';

const LOCK = 20261122;
const PREFIX = 'kalauz_test_';

/** The address of the database that this run of the tests shares. */
export const addressOfRun = (): string => process.env['DATABASE_URL'] ?? '';

/** The address of `database` on the same server as `admin`. */
export function addressOn(admin: string, database: string): string {
  const url = new URL(admin);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs `work` with a connection to `address`, and closes it. */
export async function withClient<Value>(
  address: string,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** True when a PostgreSQL server answers at `address`. */
export async function isReachable(address: string): Promise<boolean> {
  try {
    return await withClient(address, async () => true);
  } catch {
    return false;
  }
}

/**
 * A migrated, empty database of its own on the server of `admin`, copied from a template that is migrated once for each
 * state of prisma/migrations. Returns its address and a function that drops it. Also drops what killed runs left behind.
 */
export async function freshDatabase(admin: string): Promise<{ address: string; drop: () => Promise<void> }> {
  const name = `${PREFIX}${process.pid}_${Date.now().toString(36)}`;
  await withClient(admin, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    if (clientIsStale()) makeClient();
    const template = await migratedTemplate(admin, client);
    await dropLeftovers(client);
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  });
  const drop = () =>
    withClient(admin, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    });
  return { address: addressOn(admin, name), drop };
}

/** A folder for files of one test run, with a function that removes it. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'kalauz-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

async function migratedTemplate(admin: string, client: pg.Client): Promise<string> {
  const name = `kalauz_template_${hashOf(['prisma/migrations']).slice(0, 16)}`;
  if (await exists(client, name)) return name;
  const unfinished = `${name}_unfinished`;
  await client.query(`DROP DATABASE IF EXISTS "${unfinished}" WITH (FORCE)`);
  await client.query(`CREATE DATABASE "${unfinished}"`);
  await migrate(addressOn(admin, unfinished));
  await client.query(`ALTER DATABASE "${unfinished}" RENAME TO "${name}"`);
  return name;
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  return rowCount === 1;
}

async function dropLeftovers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    'SELECT datname FROM pg_database WHERE datname LIKE $1',
    [`${PREFIX}%`],
  );
  const dead = rows.filter(({ datname }) => !isAlive(Number(datname.slice(PREFIX.length).split('_')[0])));
  for (const { datname } of dead) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
}
