import { createHash } from 'node:crypto';
import { guessMapping } from '@/domain/import/columns';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import { readTable, type Table } from '@/features/imports/read-table';
import { homeCountry } from '@/features/phone/commands/home-country';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { storage } from '@/server/storage/storage';
import { fileKey } from '@/server/storage/storage-key';

type File = Readonly<{ name: string; bytes: Uint8Array }>;
type Refused = Readonly<{ code: 'forbidden' | 'import.unreadable' }>;

const LINES_AT_ONCE = 2000;
export const MOST_ROWS = 500_000;

/**
 * Keeps a file of customers and every line of it, with a guess at what its columns hold. Nothing is taken in yet. Fails
 * where the file is no table.
 */
export async function uploadImport(
  ctx: StaffContext,
  { name, bytes }: File,
): Promise<Result<Readonly<{ importId: string }>, Refused>> {
  if (!may(ctx.actor, 'customer.import')) return fail({ code: 'forbidden' });
  const table = readTable(bytes);
  if (!table || table.rows.length === 0 || table.rows.length > MOST_ROWS) {
    return fail({ code: 'import.unreadable' });
  }
  const { workspaceId, actor } = ctx;
  const country = await homeCountry(ctx);
  const storageKey = fileKey(workspaceId, createHash('sha256').update(bytes).digest('hex'));
  await storage().put(storageKey, bytes);
  const id = ctx.newId();
  const own = await fieldDefinitions(ctx.db, { workspaceId, entity: 'customer' });
  const columns = guessMapping(
    table.heads,
    own.filter(({ archived }) => !archived),
  );
  await transaction(
    ctx,
    async (tx) => {
      await tx.customerImport.create({
        data: {
          workspaceId,
          id,
          fileName: name.slice(0, 200) || 'customers.csv',
          storageKey,
          size: bytes.byteLength,
          encoding: table.encoding,
          delimiter: table.delimiter,
          headers: [...table.heads],
          mapping: { columns, known: 'update', country },
          rows: table.rows.length,
          byId: actor.id,
          byName: actor.name,
          createdAt: ctx.now(),
        },
      });
      await keepLines(tx, ctx, { importId: id, rows: table.rows });
    },
    { seconds: LINES_SECONDS },
  );
  return ok({ importId: id });
}

type Lines = Readonly<{ importId: string; rows: Table['rows'] }>;

/** How long half a million lines may take, in seconds. */
export const LINES_SECONDS = 300;

/** Keeps every line of a file as it stands there, in the caller's transaction. */
export async function keepLines(
  tx: Tx,
  { workspaceId }: Pick<StaffContext, 'workspaceId'>,
  { importId, rows }: Lines,
): Promise<void> {
  for (let from = 0; from < rows.length; from += LINES_AT_ONCE) {
    await tx.customerImportLine.createMany({
      data: rows.slice(from, from + LINES_AT_ONCE).map(({ cells, unclosed }, at) => ({
        workspaceId,
        importId,
        row: from + at + 1,
        cells: cells.map((cell) => cell.replaceAll('\0', '')),
        unclosed,
      })),
    });
  }
}
