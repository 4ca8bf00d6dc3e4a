import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { StaffActor } from '@/domain/permission/actor';
import { beginImport } from '@/features/imports/commands/begin-import';
import { uploadImport } from '@/features/imports/commands/upload-import';
import { mappingInput } from '@/features/imports/inputs';
import { getImport } from '@/features/imports/queries';
import type { StaffContext } from '@/server/context';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';
import { type Figures, figuresOf, timesOf } from './figures';
import type { Product } from './product';

const LINES = 100_000;
const FAULTY = LINES / 10;
const KNOWN = 'bench-customer-';

type Measure = Readonly<{ client: pg.Client; product: Product; times: number }>;

/**
 * A file of 100,000 customers with a fault in every tenth line, by the commands of the screen and the worker of the product:
 * uploaded, looked through, and taken in, in the middle of which the worker is killed and another one started. A line that is
 * lost or doubled fails the bench. Then the list of customers and a segment of three conditions, as whole pages.
 */
export async function measureCustomers({ client, product, times }: Measure): Promise<Figures[]> {
  const ctx = contextOf(product);
  const start = performance.now();
  const uploaded = await uploadImport(ctx, { name: 'bench.csv', bytes: new TextEncoder().encode(file()) });
  if (!uploaded.ok) throw new Error(uploaded.error.code);
  const { importId } = uploaded.value;
  const kept = secondsSince(start);
  const looked = await throughWorker(ctx, { importId, run: false });
  const taken = await throughWorker(ctx, { importId, run: true, halfway: () => product.restartWorker() });
  const counted = await countTaken(client, { importId, workspaceId: ctx.workspaceId });
  if (counted.lost + counted.doubled > 0 || counted.refused !== FAULTY) {
    throw new Error(`lines went astray: ${JSON.stringify(counted)}`);
  }
  const name = `Import of ${LINES} customers`;
  const single = (what: string, value: number, unit: string) =>
    figuresOf(`${name}: ${what}`, [value], { unit });
  return [
    single('uploaded and kept line by line', kept, 's'),
    single('looked through', looked, 's'),
    single('taken in, worker killed halfway', taken, 's'),
    single('created', counted.created, 'customers'),
    single('refused, each with its reason', counted.refused, 'lines'),
    single('lost', counted.lost, 'lines'),
    single('doubled', counted.doubled, 'customers'),
    ...(await pages({ client, product, times })),
  ];
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

const line = (at: number): string => {
  const email = at % 10 === 9 ? `nobody-${at}` : `import${at}@firm${at % 500}.example`;
  return `${KNOWN}${at};Vásárló ${at};${email};Cég ${at % 500};${['hu', 'lv', 'en'][at % 3]};note ${at % 7}`;
};

const file = (): string =>
  ['Azonosító;Név;E-mail;Cég;Nyelv;Megjegyzés', ...Array.from({ length: LINES }, (_, at) => line(at))].join(
    '\r\n',
  );

type Work = Readonly<{ importId: string; run: boolean; halfway?: () => Promise<void> }>;

/** Seconds until the worker has settled every line; `halfway` is done once half of them are. */
async function throughWorker(ctx: StaffContext, { importId, run, halfway }: Work): Promise<number> {
  const start = performance.now();
  const file = await getImport(ctx, importId);
  const begun = await beginImport(ctx, mappingInput.parse({ ...file?.mapping, importId, run }));
  if (!begun.ok) throw new Error(begun.error.code);
  let waiting = halfway;
  for (;;) {
    const now = await getImport(ctx, importId);
    if (now?.state === 'done' || now?.state === 'checked') return secondsSince(start);
    if (waiting && (now?.cursor ?? 0) > LINES / 2) {
      await waiting();
      waiting = undefined;
    }
    await pause(250);
  }
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
       (select count(*)::int from "Customer" c where c."workspaceId" = $1 and c."displayName" like 'Vásárló %')
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
