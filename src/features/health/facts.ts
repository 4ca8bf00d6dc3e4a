import { existsSync, readdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Facts } from '@/domain/health/readiness';
import type { Db } from '@/server/db/client';
import { env } from '@/server/env';

const PATIENCE_MILLISECONDS = 3000;
const MIGRATIONS = 'prisma/migrations';

/** Asks the database and the disk how they are. Never throws: what cannot be asked is null. */
export async function gatherFacts(db: Db, at: Date): Promise<Facts> {
  const [database, disk] = await Promise.all([attempt(() => answerTime(db)), attempt(freeSpace)]);
  if (!database)
    return {
      database,
      disk,
      migrations: null,
      worker: null,
      mail: null,
      queue: null,
      clocks: null,
      numbers: null,
    };
  const [migrations, worker, mail, queue, clocks, numbers] = await Promise.all([
    attempt(() => migrationFacts(db)),
    attempt(() => workerFacts(db, at)),
    attempt(() => mailFacts(db)),
    attempt(() => queueFacts(db)),
    attempt(() => checkFacts(db, 'sla-check')),
    attempt(() => checkFacts(db, 'metrics-check')),
  ]);
  return { database, disk, migrations, worker, mail, queue, clocks, numbers };
}

async function attempt<Value>(ask: () => Promise<Value>): Promise<Value | null> {
  const patience = new AbortController();
  const late = new Promise<null>((done) => {
    const timer = setTimeout(() => done(null), PATIENCE_MILLISECONDS);
    patience.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  const answer = ask().catch(() => null);
  return Promise.race([answer, late]).finally(() => patience.abort());
}

async function answerTime(db: Db) {
  const started = performance.now();
  await db.$queryRaw`select 1`;
  return { milliseconds: Math.round(performance.now() - started) };
}

async function freeSpace() {
  const { bavail, bsize } = await statfs(existsSync(env().DATA_DIR) ? env().DATA_DIR : '.');
  return { freeBytes: bavail * bsize };
}

type Applied = { name: string; finished: boolean };

async function migrationFacts(db: Db): Promise<Facts['migrations']> {
  const folder = resolve(MIGRATIONS);
  if (!existsSync(folder)) return null;
  const own = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  const rows = await db.$queryRaw<Applied[]>`
    select migration_name as name, finished_at is not null as finished
    from _prisma_migrations where rolled_back_at is null`;
  const done = rows.filter(({ finished }) => finished).map(({ name }) => name);
  const broken = rows.filter(({ finished }) => !finished).map(({ name }) => name);
  const pending = own.filter((name) => !done.includes(name) && !broken.includes(name));
  return { applied: done.length, pending, broken };
}

async function workerFacts(db: Db, at: Date): Promise<Facts['worker']> {
  const beat = await db.heartbeat.findUnique({ where: { name: 'worker' }, select: { at: true } });
  return { ageSeconds: beat ? Math.max(0, Math.round((at.getTime() - beat.at.getTime()) / 1000)) : null };
}

async function mailFacts(db: Db): Promise<Facts['mail']> {
  const [mailboxes, failing, held] = await Promise.all([
    db.channelAccount.count({ where: { channel: 'email', enabled: true } }),
    db.channelAccount.count({ where: { channel: 'email', enabled: true, health: 'failing' } }),
    db.rawInbound.count({ where: { state: 'held' } }),
  ]);
  return { mailboxes, failing, held };
}

/** The queue's tables come with its first start; until then nothing can wait. */
async function queueFacts(db: Db): Promise<Facts['queue']> {
  const [table] = await db.$queryRaw<
    { there: boolean }[]
  >`select to_regclass('jobs.job') is not null as there`;
  if (!table?.there) return { ageSeconds: 0, waiting: 0, dead: 0 };
  const [row] = await db.$queryRaw<{ ageSeconds: number; waiting: number; dead: number }[]>`
    select count(*) filter (where name <> 'dead')::int as waiting, count(*) filter (where name = 'dead')::int as dead,
      coalesce(extract(epoch from now() - min(start_after) filter (where name <> 'dead')), 0)::int as "ageSeconds"
    from jobs.job where state < 'active' and not blocked and start_after <= now()`;
  return row ?? null;
}

const checked = z.object({ checked: z.int(), drifted: z.int() });

/** What the nightly check of this name found; null before the first one. */
async function checkFacts(db: Db, name: 'sla-check' | 'metrics-check'): Promise<Facts['clocks']> {
  const row = await db.heartbeat.findUnique({ where: { name }, select: { detail: true } });
  return row ? checked.parse(JSON.parse(row.detail)) : null;
}
