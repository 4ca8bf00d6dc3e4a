import { readdirSync } from 'node:fs';
import { database } from '@/server/db/client';
import type { Finding } from './doctor';

const FRESH = 60_000;
const OLDEST = 150_000;

/** Whether the database can be used, is up to date, and is worked on. */
export async function databaseChecks(): Promise<Finding[]> {
  try {
    const [row] = await database().$queryRaw<
      { version: string }[]
    >`select current_setting('server_version_num') as version`;
    const version = Number(row?.version);
    const found = `PostgreSQL ${Math.floor(version / 10_000)}`;
    if (version < OLDEST) return [{ what: `${found} is too old.`, mend: 'Use PostgreSQL 15 or newer.' }];
    const migrations = await migrationCheck();
    if (migrations.mend) return [{ what: found }, migrations];
    return [{ what: found }, migrations, await workerCheck(), await waitingCheck()];
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error);
    return [
      { what: `The database cannot be used: ${reason}`, mend: 'Check that it runs, and DATABASE_URL.' },
    ];
  }
}

type Applied = { name: string; finished: Date | null };

async function migrationCheck(): Promise<Finding> {
  const wanted = readdirSync('prisma/migrations', { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const [table] = await database().$queryRaw<
    { there: boolean }[]
  >`select to_regclass('_prisma_migrations') is not null as there`;
  const applied = table?.there
    ? await database().$queryRaw<Applied[]>`
        select migration_name as name, finished_at as finished from _prisma_migrations where rolled_back_at is null`
    : [];
  const broken = applied.find(({ finished }) => finished === null);
  if (broken) {
    return {
      what: `The migration ${broken.name} broke off.`,
      mend: 'Put back the backup made before it, then run: npm run migrate',
    };
  }
  const missing = wanted.filter(({ name }) => !applied.some((each) => each.name === name));
  if (missing.length > 0)
    return { what: `${missing.length} migrations are missing.`, mend: 'Run: npm run migrate' };
  return { what: 'Migrations up to date' };
}

async function workerCheck(): Promise<Finding> {
  const beat = await database().heartbeat.findUnique({ where: { name: 'worker' } });
  const age = beat ? Date.now() - beat.at.getTime() : Number.POSITIVE_INFINITY;
  if (age < FRESH) return { what: 'Worker alive' };
  const since = beat ? `last seen ${beat.at.toISOString()}` : 'never seen';
  return {
    what: `No worker runs (${since}).`,
    mend: 'Run: npm start (or npm run worker, with a database of your own)',
  };
}

async function waitingCheck(): Promise<Finding> {
  const [held, failed] = await Promise.all([
    database().rawInbound.count({ where: { state: 'held' } }),
    database().outgoingMail.count({ where: { state: 'failed' } }),
  ]);
  return { what: `Mails that wait for an admin: ${held}; mails that could not be delivered: ${failed}` };
}
