import pg from 'pg';
import { embeddedDatabase, note, noted } from '../postgres/embedded.mjs';
import { inRoot } from '../process/paths.mjs';
import { step } from '../process/progress.mjs';
import { run } from '../process/run.mjs';
import { migrate } from '../setup/migrate.mjs';
import { supervise } from './supervise.mjs';

const SEEDING = 'seeding';

/** Starts the embedded database and keeps it running. Resolves with its address, its keeper and, where its
 * files lie outside the data folder, a sentence about `elsewhere`. */
export async function startDatabase(dataDir, onHopeless) {
  const database = await embeddedDatabase(dataDir);
  const keeper = await supervise('database', database.start, onHopeless);
  // It has answered, so there is hope from now on, however often it dies.
  keeper.settled();
  // A demo that was broken off half-way is no demo: begin again. Nobody has worked in it yet.
  if (noted(dataDir, SEEDING)) await database.forgetEverything();
  const elsewhere = database.isElsewhere
    ? `The database's own account cannot enter ${dataDir}, so its files lie in ${database.home}.`
    : undefined;
  return { address: database.address, keeper, elsewhere };
}

/** Applies the migrations that are missing. Throws with a sentence when the database does not answer or a migration fails. */
export async function prepareDatabase(address) {
  await refuseUnreachable(address);
  await step('Bringing the database up to date', () => migrate(address));
}

/** Makes the demo workspace when there is no workspace at all; should that be broken off, the next start begins again. */
export async function seedWhenEmpty({ address, dataDir, env }) {
  if ((await workspaces(address)).length > 0) return;
  await step('Making a demo workspace to look around in', async () => {
    note(dataDir, { [SEEDING]: true });
    const { code, output } = await run(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', inRoot('prisma/seed.ts')],
      { env: { ...env, PROCESS: 'command' } },
    );
    if (code !== 0) throw new Error(`The demo could not be made:\n${output.trim()}`);
    note(dataDir, { [SEEDING]: undefined });
  });
}

/** Slug and kind of every workspace. */
export function workspaces(address) {
  return ask(address, 'SELECT slug, demo FROM "Workspace" ORDER BY "createdAt"');
}

async function refuseUnreachable(address) {
  try {
    const [row] = await ask(address, 'SHOW server_version_num');
    if (Number(row.server_version_num) < 150_000) throw new Error('it is older than PostgreSQL 15');
  } catch (error) {
    const { host, pathname } = new URL(address);
    throw new Error(
      `The database at ${host}${pathname} cannot be used: ${error.message || error.code}. Check DATABASE_URL.`,
    );
  }
}

async function ask(address, sql) {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
