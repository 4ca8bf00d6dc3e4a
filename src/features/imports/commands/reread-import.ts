import { guessMapping } from '@/domain/import/columns';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import type { RereadInput } from '@/features/imports/inputs';
import { readTable } from '@/features/imports/read-table';
import type { StaffContext } from '@/server/context';
import { storage } from '@/server/storage/storage';
import { keepLines, MOST_ROWS } from './upload-import';

type Refused = Readonly<{ code: 'not_found' | 'import.busy' | 'import.unreadable' }>;

/**
 * Reads a file that is not taken in yet once more, in another encoding or with another separator, and guesses its columns anew.
 * Fails where it is no table read so, or where it is at work; what stood there stays then.
 */
export async function rereadImport(
  ctx: StaffContext,
  { importId, ...format }: RereadInput,
): Promise<Result<Readonly<{ importId: string }>, Refused>> {
  const { workspaceId, db } = ctx;
  if (!may(ctx.actor, 'customer.import')) return fail({ code: 'not_found' });
  const where = { workspaceId, id: importId };
  const found = await db.customerImport.findFirst({ where, select: { storageKey: true } });
  const bytes = found && (await storage().get(found.storageKey));
  if (!bytes) return fail({ code: 'not_found' });
  const table = readTable(bytes, format);
  if (!table || table.rows.length === 0 || table.rows.length > MOST_ROWS)
    return fail({ code: 'import.unreadable' });
  const own = await fieldDefinitions(db, { workspaceId, entity: 'customer' });
  const columns = guessMapping(
    table.heads,
    own.filter(({ archived }) => !archived),
  );
  // Without lines it cannot be begun with, until the last one is kept.
  const { count } = await db.customerImport.updateMany({
    where: { ...where, state: { in: ['uploaded', 'checked'] } },
    data: {
      ...{ state: 'uploaded', rows: 0, cursor: 0, created: 0, updated: 0, skipped: 0, failed: 0 },
      ...format,
      headers: [...table.heads],
      mapping: { columns, known: 'update', country: 'HU' },
    },
  });
  if (count === 0) return fail({ code: 'import.busy' });
  await db.customerImportLine.deleteMany({ where: { workspaceId, importId } });
  await keepLines(ctx, { importId, rows: table.rows });
  await db.customerImport.updateMany({ where, data: { rows: table.rows.length } });
  return ok({ importId });
}
