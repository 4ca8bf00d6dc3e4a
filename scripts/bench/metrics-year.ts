import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { boardOf } from '@/domain/insights/boards';
import { DIMENSIONS } from '@/domain/metrics/dimensions';
import { countWorkspace } from '@/features/metrics/commands/count-changes';
import { metricOverview, metricSplit } from '@/features/metrics/queries';
import type { StaffContext } from '@/server/context';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';
import { openThrowaway } from '../postgres/throwaway.mjs';
import { inRoot } from '../process/paths.mjs';
import { migrate } from '../setup/migrate.mjs';
import { type Figures, figuresOf, timesOf } from './figures';
import { measureInsights } from './metrics-pages';
import { MAILBOX, MANAGER, seedYear, WORKSPACE } from './metrics-seed';
import { startProduct } from './product';

/** The run of one measuring: started by `metrics.ts` with the number of tickets, answers its figures as the last line. */
const TICKETS = Number(process.argv[2] ?? 100_000);
const DAY = 86_400_000;
const BATCH = 400;

const manager = (): StaffContext => ({
  ...{ workspaceId: WORKSPACE, db: database(), now: () => new Date(), newId },
  actor: { kind: 'user', id: MANAGER, name: 'Manager', role: 'manager', scope: 'all', teamIds: [] },
});

const date = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY).toISOString().slice(0, 10);
const YEAR = { from: date(364), to: date(0) };
const MONTH = { from: date(29), to: date(0) };

const cluster = await openThrowaway();
try {
  Object.assign(process.env, {
    DATABASE_URL: cluster.address,
    SECRET: randomBytes(32).toString('base64url'),
  });
  await migrate(cluster.address);
  const client = new pg.Client({ connectionString: cluster.address });
  await client.connect();
  // What fails ends the database under it: its own error is to be told, and not this one.
  client.on('error', () => undefined);
  await seedYear(client, TICKETS);
  process.stderr.write('seeded\n');
  const counted = await rebuilt(client);
  const figures = [...counted, ...(await asked()), ...(await shown()), ...(await followed(client))];
  console.log(JSON.stringify(figures));
  await client.end();
  await database().$disconnect();
} finally {
  await cluster.stop();
}

async function rebuilt(client: pg.Client): Promise<Figures[]> {
  const start = performance.now();
  await countWorkspace({ db: database(), now: () => new Date() }, WORKSPACE);
  const seconds = (performance.now() - start) / 1000;
  await client.query('vacuum analyze');
  process.stderr.write(`counted in ${seconds.toFixed(0)} s\n`);
  return [figuresOf(`Count a year of ${TICKETS} tickets anew`, [seconds], { unit: 's' })];
}

async function asked(): Promise<Figures[]> {
  const ctx = manager();
  const { head } = boardOf('overview');
  const overview = (period: typeof YEAR) =>
    timesOf(() => metricOverview(ctx, head, { period }), { times: 20, warm: 3 });
  const splits: number[] = [];
  for (const by of [...DIMENSIONS, 'hour'] as const) {
    for (const metric of boardOf('teams').columns) {
      splits.push(
        ...(await timesOf(() => metricSplit(ctx, metric, { period: YEAR, by }), { times: 3, warm: 1 })),
      );
    }
  }
  const filters = { channel: ['email'], priority: ['high'] };
  const narrowed = await timesOf(
    () => metricSplit(ctx, 'first_response', { period: YEAR, by: 'team', filters }),
    {
      ...{ times: 10, warm: 2 },
    },
  );
  return [
    figuresOf('Overview of the year, beside the year before', await overview(YEAR), { target: '≤ 300' }),
    figuresOf('Overview of a month, beside the month before', await overview(MONTH), { target: '≤ 300' }),
    figuresOf('Split of the year by any dimension', splits, { target: '≤ 1000' }),
    figuresOf('The same within a channel and a priority', narrowed, { target: '≤ 1000' }),
  ];
}

/** The pages of the built product; its worker is gone before changes are counted here. */
async function shown(): Promise<Figures[]> {
  if (!existsSync(inRoot('.next/BUILD_ID'))) {
    process.stderr.write('pages are left out: npm run build has not run\n');
    return [];
  }
  // The checks of the night, which compare with histories that these tickets do not have, are not to run beside it.
  await database().heartbeat.createMany({
    data: ['metrics-check', 'sla-check'].map((name) => ({ name, at: new Date(), detail: '{}' })),
    skipDuplicates: true,
  });
  const files = mkdtempSync(join(tmpdir(), 'kalauz-bench-year-'));
  const seeded = { workspaceId: WORKSPACE, slug: 'year', userId: MANAGER, mailbox: MAILBOX, longTicket: 1 };
  const product = await startProduct(cluster.address, { files, seeded });
  try {
    return await measureInsights(product, { year: YEAR, month: MONTH });
  } finally {
    await product.stop();
    rmSync(files, { recursive: true, force: true });
  }
}

/** Events of tickets of all ages, counted in batches as the worker takes them. */
async function followed(client: pg.Client): Promise<Figures[]> {
  const costs: number[] = [];
  for (let round = 0; round < 22; round++) {
    await client.query(
      `insert into "TicketEvent" ("workspaceId", "ticketId", type, data, "actorKind", at, version)
       select $1, id, 'ticket.priority_changed', jsonb_build_object('from', priority, 'to', 'low'), 'user', now(), 5 + $2::int
       from "Ticket" where number % greatest(1, $3::int / $4::int) = $2::int limit $4::int`,
      [WORKSPACE, round, TICKETS, BATCH],
    );
    const { rows } = await client.query<{ count: number }>(
      'select count(*)::int as count from "MetricChange"',
    );
    const start = performance.now();
    await countWorkspace({ db: database(), now: () => new Date() }, WORKSPACE);
    if (round >= 2) costs.push((performance.now() - start) / (rows[0]?.count ?? 1));
  }
  return [figuresOf('Keep numbers in step: each event', costs, { target: '≤ 2' })];
}
