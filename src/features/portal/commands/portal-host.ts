import { hostFrom, hostOf, isProven, proofName } from '@/domain/portal/host';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import type { StaffContext } from '@/server/context';
import { newSecret } from '@/server/crypto/keys';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { env } from '@/server/env';
import { type FindRecords, findRecords } from '@/server/portal/find-records';
import type { HostInput } from './fields';

type Refused =
  | Readonly<{ code: 'name.taken' }>
  | Readonly<{ code: 'input.invalid'; fields: Readonly<{ host: readonly string[] }> }>;

/**
 * Names a host of the workspace's own for the portal, or none. It leads nowhere before `proveHost` has found the proof.
 * A host that another workspace has proven, or that the product itself is reached by, is taken.
 */
export async function saveHost(
  ctx: StaffContext,
  { host: typed }: HostInput,
): Promise<Result<null, Refused>> {
  const host = typed === '' ? null : hostFrom(typed);
  if (typed !== '' && !host) return fail({ code: 'input.invalid', fields: { host: ['invalid_format'] } });
  if (host === hostOf(new URL(env().PUBLIC_URL).host)) return fail({ code: 'name.taken' });
  const { workspaceId } = ctx;
  return transaction(ctx, async (tx) => {
    const before = await tx.portalSettings.findUnique({ where: { workspaceId }, select: { host: true } });
    if (before && before.host === host) return ok(null);
    if (host && (await isTaken(tx, host))) return fail({ code: 'name.taken' });
    const set = host ? { ...NO_HOST, host, hostProof: `kalauz=${newSecret()}` } : NO_HOST;
    await tx.portalSettings.upsert({ where: { workspaceId }, create: { workspaceId, ...set }, update: set });
    await recordAudit(tx, ctx, { action: 'portal.host_named', target: host ?? '', data: {} });
    return ok(null);
  });
}

/** True for a host that another workspace has proven; whoever only named it has no claim, and loses it. */
async function isTaken(tx: Tx, host: string): Promise<boolean> {
  const other = await tx.portalSettings.findUnique({ where: { host }, select: { hostProvenAt: true } });
  if (other && !other.hostProvenAt) await tx.portalSettings.updateMany({ where: { host }, data: NO_HOST });
  return Boolean(other?.hostProvenAt);
}

const NO_HOST = { host: null, hostProof: null, hostCheckedAt: null, hostProvenAt: null };

/** Looks for the proof and, when it is there, lets the host lead to the portal. Asks the network before any transaction. */
export async function proveHost(
  ctx: StaffContext,
  _input: object,
  find: FindRecords = findRecords,
): Promise<Result<Readonly<{ proven: boolean }>, Readonly<{ code: 'not_found' }>>> {
  const { workspaceId, db } = ctx;
  const set = await db.portalSettings.findUnique({
    where: { workspaceId },
    select: { host: true, hostProof: true },
  });
  if (!set?.host || !set.hostProof) return fail({ code: 'not_found' });
  const { host, hostProof } = set;
  const proven = isProven(await find(proofName(host)), hostProof);
  const at = ctx.now();
  return transaction(ctx, async (tx) => {
    await tx.portalSettings.updateMany({
      where: { workspaceId, host, hostProof },
      data: { hostCheckedAt: at, ...(proven && { hostProvenAt: at }) },
    });
    if (proven) await recordAudit(tx, ctx, { action: 'portal.host_proven', target: host, data: {} });
    return ok({ proven });
  });
}
