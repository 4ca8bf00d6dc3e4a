import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'csv-parse/sync';
import type pg from 'pg';
import type { StaffActor } from '@/domain/permission/actor';
import { saveField } from '@/features/fields/commands/save-field';
import { fieldInput } from '@/features/fields/inputs';
import { beginImport } from '@/features/imports/commands/begin-import';
import { uploadImport } from '@/features/imports/commands/upload-import';
import { mappingInput } from '@/features/imports/inputs';
import { getImport, type ImportPage, importReport } from '@/features/imports/queries';
import { saveTier } from '@/features/tiers/commands/save-tier';
import { tierInput } from '@/features/tiers/inputs';
import type { StaffContext } from '@/server/context';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';
import { customerFile, faultsIn, KNOWN, NAME, SINCE, TIER } from './customer-file';
import { type Figures, figuresOf, timesOf } from './figures';
import type { Product } from './product';

type Measure = Readonly<{ client: pg.Client; product: Product; times: number; customers: number }>;

/**
 * A file of so many customers with a fault in every tenth line, by the commands of the screen and the worker of the product:
 * uploaded, looked through, and taken in, in the middle of which the worker is killed and another one started; then its
 * report is read. A line that is lost or doubled, a fault that the report does not name, and a worker that was done before it
 * was killed fail the bench. Then the list of customers and a segment of three conditions, as whole pages.
 */
export async function measureCustomers(measure: Measure): Promise<Figures[]> {
  const { client, product, customers: lines } = measure;
  const ctx = contextOf(product);
  await prepare(ctx);
  const start = performance.now();
  const bytes = new TextEncoder().encode(customerFile(lines));
  const uploaded = await uploadImport(ctx, { name: 'bench.csv', bytes });
  if (!uploaded.ok) throw new Error(uploaded.error.code);
  const { importId } = uploaded.value;
  const kept = secondsSince(start);
  const looked = await throughWorker(ctx, { importId });
  const taken = await throughWorker(ctx, { importId, kill: () => product.restartWorker() });
  const counted = await countTaken(client, { importId, workspaceId: ctx.workspaceId });
  const { refused } = faultsIn(lines);
  if (counted.lost + counted.doubled > 0 || counted.refused !== refused) {
    throw new Error(`lines went astray: ${JSON.stringify(counted)}`);
  }
  const report = await readReport(ctx, { importId, lines });
  const name = `Import of ${lines} customers`;
  const single = (what: string, value: number, unit: string) =>
    figuresOf(`${name}: ${what}`, [value], { unit });
  return [
    single('uploaded and kept line by line', kept, 's'),
    single('looked through', looked, 's'),
    single('taken in, worker killed halfway', taken, 's'),
    single('report read', report.seconds, 's'),
    single('created', counted.created, 'customers'),
    single('faults that the report names', report.named, 'lines'),
    single('of these refused as a whole', counted.refused, 'lines'),
    single('lost', counted.lost, 'lines'),
    single('doubled', counted.doubled, 'customers'),
    ...(await pages(measure)),
  ];
}

/** The tier and the own field that lines of the file name. */
async function prepare(ctx: StaffContext): Promise<void> {
  const tier = await saveTier(ctx, tierInput.parse({ names: { hu: TIER }, rank: 1, colour: 'gold' }));
  const since = { entity: 'customer', key: 'since', kind: 'date', names: { hu: SINCE } };
  const field = await saveField(ctx, fieldInput.parse(since));
  for (const done of [tier, field]) if (!done.ok) throw new Error(done.error.code);
}

type Reported = Readonly<{ importId: string; lines: number }>;

/** Reads the report, and throws unless it has every line, and names the fault of each that has one. */
async function readReport(ctx: StaffContext, { importId, lines }: Reported) {
  const file = await importNow(ctx, importId);
  const start = performance.now();
  const text = await new Response(await importReport(ctx, { file, locale: null })).text();
  const seconds = secondsSince(start);
  const rows: string[][] = parse(text, { bom: true, from_line: 2 });
  const byCode: Record<string, number> = {};
  const faults = rows.map(([, , problems = '']) => problems).filter(Boolean);
  for (const problems of faults) {
    const [code = ''] = problems.split(' ');
    byCode[code] = (byCode[code] ?? 0) + 1;
  }
  const expected = faultsIn(lines).byCode;
  if (
    rows.length !== lines ||
    faults.length !== Math.floor(lines / 10) ||
    !isDeepStrictEqual(byCode, expected)
  ) {
    throw new Error(`of ${rows.length} lines the report names ${faults.length}: ${JSON.stringify(byCode)}`);
  }
  return { seconds, named: faults.length };
}

function contextOf({ seeded: { workspaceId, userId } }: Product): StaffContext {
  const actor: StaffActor = {
    kind: 'user',
    id: userId,
    name: 'Bench',
    role: 'owner',
    scope: 'all',
    teamIds: [],
  };
  return { workspaceId, actor, db: database(), now: () => new Date(), newId };
}

const POLL_MS = 100;

type Work = Readonly<{ importId: string; kill?: () => Promise<void> }>;

/**
 * Seconds until the worker has settled every line; only looked through where nobody kills it. `kill` is done once half of
 * them are, and must leave some to do.
 */
async function throughWorker(ctx: StaffContext, { importId, kill }: Work): Promise<number> {
  const start = performance.now();
  const { mapping, rows } = await importNow(ctx, importId);
  const begun = await beginImport(ctx, mappingInput.parse({ ...mapping, importId, run: Boolean(kill) }));
  if (!begun.ok) throw new Error(begun.error.code);
  if (kill) {
    await until(ctx, importId, ({ cursor }) => cursor >= rows / 2);
    await kill();
    // The other one has not begun yet: what is left is what the first one left.
    const { state } = await importNow(ctx, importId);
    if (state !== 'running') throw new Error('the worker was done before it was killed');
  }
  await until(ctx, importId, ({ state }) => state === 'done' || state === 'checked');
  return secondsSince(start);
}

async function until(
  ctx: StaffContext,
  importId: string,
  holds: (file: ImportPage) => boolean,
): Promise<void> {
  while (!holds(await importNow(ctx, importId))) await pause(POLL_MS);
}

async function importNow(ctx: StaffContext, importId: string): Promise<ImportPage> {
  const file = await getImport(ctx, importId);
  if (!file || file.state === 'failed') throw new Error('the import failed');
  return file;
}

const secondsSince = (start: number): number => (performance.now() - start) / 1000;

type Taken = Readonly<{ created: number; refused: number; lost: number; doubled: number }>;

async function countTaken(
  client: pg.Client,
  { importId, workspaceId }: Readonly<{ importId: string; workspaceId: string }>,
): Promise<Taken> {
  const { rows } = await client.query<Taken>(
    `select
       (select count(*)::int from "Customer" where "workspaceId" = $1 and "externalId" like '${KNOWN}%') as created,
       (select count(*)::int from "CustomerImportLine" where "workspaceId" = $1 and "importId" = $2
         and outcome = 'fail' and problems <> '[]') as refused,
       (select count(*)::int from "CustomerImportLine" l where l."workspaceId" = $1 and l."importId" = $2
         and (l.outcome is null or (l.outcome <> 'fail' and not exists (select 1 from "Customer" c
           where c."workspaceId" = $1 and c.id = l."customerId" and c."externalId" = l.cells[1])))) as lost,
       (select count(*)::int from "Customer" c where c."workspaceId" = $1 and c."displayName" like '${NAME}%')
         - (select count(distinct l."customerId")::int from "CustomerImportLine" l
           where l."workspaceId" = $1 and l."importId" = $2) as doubled`,
    [workspaceId, importId],
  );
  const [counted] = rows;
  if (!counted) throw new Error('nothing was counted');
  return counted;
}

async function pages({ client, product, times }: Measure): Promise<Figures[]> {
  const segment = newId();
  const conditions = {
    all: [
      { field: 'customerLanguage', operator: 'is_any_of', values: ['hu'] },
      { field: 'customerNote', operator: 'contains', values: ['note 3'] },
      { field: 'identityKinds', operator: 'has_any_of', values: ['email'] },
    ],
  };
  const { workspaceId, slug } = product.seeded;
  await client.query(
    `insert into "CustomerSegment" ("workspaceId", id, name, conditions, columns, "createdAt", "updatedAt")
     values ($1, $2, 'Three', $3, array['email'], now(), now())`,
    [workspaceId, segment, JSON.stringify(conditions)],
  );
  await client.query('vacuum analyze');
  const asked = [
    ['Customers, first page', `/${slug}/customers`],
    ['Customers by name, first page', `/${slug}/customers?sort=name`],
    ['Customers of a segment of three conditions', `/${slug}/customers?segment=${segment}`],
    ['Possible duplicates, first page', `/${slug}/customers/duplicates`],
  ] as const;
  const figures: Figures[] = [];
  for (const [name, path] of asked) {
    const took = await timesOf(() => page(product, path), { times: Math.min(times, 50), warm: 5 });
    figures.push(figuresOf(name, took));
  }
  return figures;
}

async function page({ base, cookie }: Product, path: string): Promise<void> {
  const answer = await fetch(base + path, { headers: { cookie }, redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  await answer.text();
}
