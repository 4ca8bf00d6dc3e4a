import { phoneNumber } from '@/channels/lib/phone-number';
import type { ColumnMapping } from '@/domain/import/columns';
import { type LineCustomer, type LineProblem, readLine, unclosedLine } from '@/domain/import/line';
import { isTimeZone } from '@/domain/shared/time-zone';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import { type CustomerWriter, customerWriter } from '@/features/imports/customer-writer';
import { type ImportWorld, importWorld, keysOf } from '@/features/imports/import-world';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sqlJson } from '@/server/db/sql';
import { transaction } from '@/server/db/transaction';

type Outcome = 'create' | 'update' | 'skip' | 'fail';
type Settled = Readonly<{
  row: number;
  outcome: Outcome;
  problems: readonly LineProblem[];
  customerId: string | null;
}>;

type Mapping = Readonly<{ columns: ColumnMapping; known: 'update' | 'skip'; country: string }>;

const PORTION = 500;

/**
 * Looks through or takes in the next 500 lines, and moves the cursor in the same commit: killed at any moment, it goes on
 * where the last commit ended, and no line is taken twice. False when the import is over or somebody else is at it.
 */
export function takeInLines(ctx: Context, importId: string): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    const [job] = await tx.$queryRaw<
      { state: string; cursor: number; rows: number; mapping: Mapping }[]
    >`select state::text, cursor, rows, mapping from "CustomerImport"
      where "workspaceId" = ${workspaceId}::uuid and id = ${importId}::uuid and state in ('checking', 'running')
      for update skip locked`;
    if (!job) return false;
    const lines = await tx.customerImportLine.findMany({
      where: { workspaceId, importId, row: { gt: job.cursor } },
      orderBy: { row: 'asc' },
      take: PORTION,
      select: { row: true, cells: true, unclosed: true },
    });
    const settled = await settle(tx, ctx, { lines, mapping: job.mapping, writes: job.state === 'running' });
    await writeDown(tx, ctx, { importId, settled });
    const cursor = lines.at(-1)?.row ?? job.rows;
    const isOver = cursor >= job.rows;
    const count = (outcome: Outcome) => settled.filter((each) => each.outcome === outcome).length;
    await tx.customerImport.updateMany({
      where: { workspaceId, id: importId },
      data: {
        cursor,
        created: { increment: count('create') },
        updated: { increment: count('update') },
        skipped: { increment: count('skip') },
        failed: { increment: count('fail') },
        ...(isOver && {
          state: job.state === 'running' ? ('done' as const) : ('checked' as const),
          finishedAt: ctx.now(),
        }),
      },
    });
    return !isOver;
  });
}

type Portion = Readonly<{
  lines: readonly Readonly<{ row: number; cells: readonly string[]; unclosed: boolean }>[];
  mapping: Mapping;
  writes: boolean;
}>;

async function settle(tx: Tx, ctx: Context, { lines, mapping, writes }: Portion): Promise<Settled[]> {
  const phoneOf = (text: string) => phoneNumber(text, mapping.country);
  const world = { phoneOf, isTimeZone, own: await mappedFields(tx, ctx, mapping) };
  const read = lines.map(({ row, cells, unclosed }) => ({
    row,
    ...(unclosed ? unclosedLine(cells) : readLine(cells, mapping.columns, world)),
  }));
  const people = read.flatMap(({ customer }) => (customer ? [customer] : []));
  const known = await importWorld(tx, ctx, people);
  const writer = writes ? customerWriter(tx, ctx, known) : null;
  const settled: Settled[] = [];
  for (const { row, customer, problems } of read) {
    if (!customer) settled.push({ row, outcome: 'fail', problems, customerId: null });
    else settled.push(await settleOne(ctx, { row, customer, problems, known, mapping, writer }));
  }
  await writer?.flush();
  return settled;
}

/** The own fields that some column holds, as far as they are in use. */
async function mappedFields(tx: Tx, { workspaceId }: Context, { columns }: Mapping) {
  if (!Object.keys(columns).some((name) => name.startsWith('own.'))) return [];
  const all = await fieldDefinitions(tx, { workspaceId, entity: 'customer' });
  return all.filter(({ id, archived }) => !archived && columns[`own.${id}`] !== undefined);
}

type One = Readonly<{
  row: number;
  customer: LineCustomer;
  problems: readonly LineProblem[];
  known: ImportWorld;
  mapping: Mapping;
  /** Null where nothing is to be written. */
  writer: CustomerWriter | null;
}>;

async function settleOne(ctx: Context, one: One): Promise<Settled> {
  const { row, customer, known, mapping, writer } = one;
  const problems = [...one.problems, ...unknownTier(customer, known)];
  const held = [...new Set(keysOf(customer).flatMap((key) => known.holders.get(key) ?? []))];
  const [before] = held;
  if (held.length > 1) {
    const taken: LineProblem = { code: 'taken', field: null, value: keysOf(customer).join(', ') };
    return { row, outcome: 'fail', problems: [...problems, taken], customerId: null };
  }
  if (before && mapping.known === 'skip') {
    const skipped: LineProblem = { code: 'known', field: null, value: '' };
    return { row, outcome: 'skip', problems: [...problems, skipped], customerId: before };
  }
  const customerId = before ?? ctx.newId();
  await writer?.write({ customer, customerId, isNew: before === undefined });
  for (const key of keysOf(customer)) known.holders.set(key, customerId);
  return { row, outcome: before ? 'update' : 'create', problems, customerId: writer && customerId };
}

const unknownTier = ({ tier }: LineCustomer, { tiers }: ImportWorld): LineProblem[] =>
  tier && !tiers.has(tier.toLowerCase()) ? [{ code: 'tier', field: 'tier', value: tier }] : [];

type Written = Readonly<{ importId: string; settled: readonly Settled[] }>;

async function writeDown(tx: Tx, { workspaceId }: Context, { importId, settled }: Written): Promise<void> {
  await tx.$executeRaw`
    update "CustomerImportLine" l set outcome = s.outcome, problems = s.problems, "customerId" = s."customerId"
    from json_to_recordset(${sqlJson(settled)}::json) as s(row int, outcome text, problems jsonb, "customerId" uuid)
    where l."workspaceId" = ${workspaceId}::uuid and l."importId" = ${importId}::uuid and l.row = s.row`;
}
