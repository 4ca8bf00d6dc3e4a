import { guessMapping } from '@/domain/import/columns';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { fieldDefinitions } from '@/features/fields/commands/field-definitions';
import type { RereadInput } from '@/features/imports/inputs';
import { readTable } from '@/features/imports/read-table';
import type { StaffContext } from '@/server/context';
import type { Prisma } from '@/server/db/generated/client';
import { transaction } from '@/server/db/transaction';
import { storage } from '@/server/storage/storage';
import { keepLines, LINES_SECONDS, MOST_ROWS } from './upload-import';

type Refused = Readonly<{ code: 'not_found' | 'import.busy' | 'import.unreadable' }>;

/**
 * Reads a file that is not taken in yet once more, in another encoding or with another separator, and guesses its columns anew;
 * the country of numbers, and what to do with those who are here, stay as they were chosen.
 * Fails where it is no table read so, or where it is at work; what stood there stays then.
 */
export async function rereadImport(
  ctx: StaffContext,
  { importId, ...format }: RereadInput,
): Promise<Result<Readonly<{ importId: string }>, Refused>> {
  const { workspaceId, db } = ctx;
  if (!may(ctx.actor, 'customer.import')) return fail({ code: 'not_found' });
  const where = { workspaceId, id: importId };
  const found = await db.customerImport.findFirst({ where, select: { storageKey: true, mapping: true } });
  const bytes = found && (await storage().get(found.storageKey));
  if (!found || !bytes) return fail({ code: 'not_found' });
  const table = readTable(bytes, format);
  if (!table || table.rows.length === 0 || table.rows.length > MOST_ROWS)
    return fail({ code: 'import.unreadable' });
  const own = await fieldDefinitions(db, { workspaceId, entity: 'customer' });
  const columns = guessMapping(
    table.heads,
    own.filter(({ archived }) => !archived),
  );
  const before = { ...where, state: { in: [...NOT_BEGUN] } };
  const start = { state: 'uploaded', cursor: 0, created: 0, updated: 0, skipped: 0, failed: 0 } as const;
  const read = { ...format, rows: table.rows.length, headers: [...table.heads] };
  const mapping = { ...(found.mapping as Prisma.JsonObject), columns };
  // Whoever begins with it waits for this row, and finds either all the old lines or all the new ones.
  const isRead = await transaction(
    ctx,
    async (tx) => {
      const data = { ...start, ...read, mapping };
      const { count } = await tx.customerImport.updateMany({ where: before, data });
      if (count === 0) return false;
      await tx.customerImportLine.deleteMany({ where: { workspaceId, importId } });
      await keepLines(tx, ctx, { importId, rows: table.rows });
      return true;
    },
    { seconds: LINES_SECONDS },
  );
  return isRead ? ok({ importId }) : fail({ code: 'import.busy' });
}

const NOT_BEGUN = ['uploaded', 'checked'] as const;
