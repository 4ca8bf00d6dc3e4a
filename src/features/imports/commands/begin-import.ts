import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { MappingInput } from '@/features/imports/inputs';
import { importJob } from '@/features/imports/jobs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import type { ImportState } from '@/server/db/generated/client';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';

type Refused = Readonly<{ code: 'not_found' | 'import.busy' | 'import.mapping' }>;

/** Looks every line of a file through and says what would become of it, or takes all of them in, in the background. */
export function beginImport(
  ctx: StaffContext,
  { importId, columns, known, country, run }: MappingInput,
): Promise<Result<Readonly<{ importId: string }>, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    if (!may(ctx.actor, 'customer.import')) return fail({ code: 'not_found' });
    const found = await tx.customerImport.findFirst({
      where: { workspaceId, id: importId },
      select: { state: true, fileName: true, rows: true },
    });
    if (!found) return fail({ code: 'not_found' });
    const wrong = wrongWith(found, columns);
    if (wrong) return fail({ code: wrong });
    const begun = await begin(tx, ctx, {
      importId,
      from: found.state,
      run,
      mapping: { columns, known, country },
    });
    if (!begun) return fail({ code: 'import.busy' });
    if (run) await recordAudit(tx, ctx, { action: 'customer.imported', target: found.fileName });
    await enqueue(tx, importJob, { workspaceId, importId });
    return ok({ importId });
  });
}

type Beginning = Readonly<{
  importId: string;
  from: ImportState;
  run: boolean;
  mapping: Omit<MappingInput, 'importId' | 'run'>;
}>;

/** Sets the file to its first line. False when somebody else began with it in between. */
async function begin(
  tx: Tx,
  ctx: StaffContext,
  { importId, from, run, mapping }: Beginning,
): Promise<boolean> {
  const { workspaceId } = ctx;
  await tx.customerImportLine.updateMany({
    where: { workspaceId, importId, outcome: { not: null } },
    data: { outcome: null, problems: [] },
  });
  const { count } = await tx.customerImport.updateMany({
    where: { workspaceId, id: importId, state: from },
    data: {
      state: run ? 'running' : 'checking',
      mapping,
      ...{ cursor: 0, created: 0, updated: 0, skipped: 0, failed: 0 },
      startedAt: ctx.now(),
      finishedAt: null,
    },
  });
  return count === 1;
}

const NAMING = ['name', 'givenName', 'familyName', 'email', 'phone', 'externalId', 'customerId'] as const;

/** Why a file cannot be begun with; null when it can. */
function wrongWith(
  { state, rows }: Readonly<{ state: string; rows: number }>,
  columns: MappingInput['columns'],
): 'import.busy' | 'import.mapping' | null {
  // While it is read anew it has no lines.
  if (rows === 0) return 'import.busy';
  if (state !== 'uploaded' && state !== 'checked') return 'import.busy';
  return NAMING.every((name) => columns[name] === undefined) ? 'import.mapping' : null;
}

/** Forgets a file and its report; customers that were taken in stay. Fails while it is at work. */
export function deleteImport(
  ctx: StaffContext,
  { importId: id }: Readonly<{ importId: string }>,
): Promise<Result<null, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    if (!may(ctx.actor, 'customer.import')) return fail({ code: 'not_found' });
    const found = await tx.customerImport.findFirst({ where: { workspaceId, id }, select: { state: true } });
    if (!found) return fail({ code: 'not_found' });
    if (['checking', 'running'].includes(found.state)) return fail({ code: 'import.busy' });
    await tx.customerImport.deleteMany({ where: { workspaceId, id } });
    return ok(null);
  });
}
