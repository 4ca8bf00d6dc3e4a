import { type MergeReason, mergedFields } from '@/domain/customer/merge';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import {
  customerPlaces,
  IDENTITIES,
  idsAt,
  nameOf,
  type Place,
  pointsAt,
  pointTo,
  TICKETS,
} from '@/features/customers/customer-places';
import {
  fieldsOf,
  type LockedCustomer,
  lockCustomers,
  ranksOf,
  setFields,
  settlePrimaries,
} from '@/features/customers/merge-store';
import { mailChoiceOf, shareMailChoice, shareOptOut } from '@/features/customers/opt-outs';
import { reindexCustomer } from '@/features/search/commands/reindex-customer-job';
import { moveTickets } from '@/features/tickets/commands/move-tickets';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sql, sqlJson } from '@/server/db/sql';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';

type Pair = Readonly<{ sourceId: string; targetId: string }>;
type Merged = Readonly<{ mergeId: string; customerId: string }>;
type Refused = Readonly<{ code: 'not_found' | 'customer.same' | 'customer.merged' }>;

/**
 * Makes two records of one person one: all that points at the source points at the target afterwards, and what moved is
 * listed so that `unmergeCustomers` gives exactly that back. The source stays as a signpost to the target. Fails when one
 * of them was merged away already.
 */
export function mergeCustomers(ctx: Context, pair: Pair): Promise<Result<Merged, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'customer.merge')) return fail({ code: 'not_found' });
    return mergeRecords(tx, ctx, { ...pair, reason: 'by_hand' });
  });
}

/** The same within another command's transaction, by hand or by a rule that is sure. Asks nobody's leave. */
export async function mergeRecords(
  tx: Tx,
  ctx: Context,
  { sourceId, targetId, reason }: Pair & Readonly<{ reason: MergeReason }>,
): Promise<Result<Merged, Refused>> {
  if (sourceId === targetId) return fail({ code: 'customer.same' });
  const locked = await lockCustomers(tx, ctx, [sourceId, targetId]);
  const [source, target] = [locked.get(sourceId), locked.get(targetId)];
  if (!source || !target || source.erasedAt || target.erasedAt) return fail({ code: 'not_found' });
  if (source.mergedIntoId || target.mergedIntoId) return fail({ code: 'customer.merged' });
  const mergeId = await writeDown(tx, ctx, { source, target, reason });
  await moveAll(tx, ctx, { mergeId, source, target });
  await recordAudit(tx, ctx, {
    action: 'customer.merged',
    target: target.displayName,
    data: { sourceId, targetId, reason },
  });
  await enqueue(tx, reindexCustomer, { workspaceId: ctx.workspaceId, customerId: targetId });
  return ok({ mergeId, customerId: targetId });
}

type Both = Readonly<{ source: LockedCustomer; target: LockedCustomer }>;

async function writeDown(
  tx: Tx,
  ctx: Context,
  { source, target, reason }: Both & Readonly<{ reason: MergeReason }>,
): Promise<string> {
  const { workspaceId, actor } = ctx;
  const id = ctx.newId();
  const before = fieldsOf(target);
  const after = mergedFields(before, fieldsOf(source), await ranksOf(tx, ctx));
  await tx.$executeRaw`
    insert into "CustomerMerge" ("workspaceId", id, "sourceId", "targetId", reason, "byKind", "byId", "byName", at, before)
    values (${workspaceId}::uuid, ${id}::uuid, ${source.id}::uuid, ${target.id}::uuid, ${reason}, ${actor.kind},
      ${actor.kind === 'user' ? actor.id : null}::uuid, ${actor.name}, ${ctx.now()},
      ${sqlJson({ before, after, externalId: source.externalId, primaries: await primariesOf(tx, ctx, source.id), mails: await mailChoiceOf(tx, ctx, target.id) })}::json)`;
  // The external id is unique: the source lets go of it before the target may have it.
  await tx.customer.updateMany({
    where: { workspaceId, id: source.id },
    data: { mergedIntoId: target.id, externalId: null, updatedAt: ctx.now() },
  });
  await setFields(tx, ctx, target.id, after);
  return id;
}

async function primariesOf(tx: Tx, { workspaceId }: Context, customerId: string): Promise<string[]> {
  const rows = await tx.customerIdentity.findMany({
    where: { workspaceId, customerId, primary: true },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

async function moveAll(tx: Tx, ctx: Context, { mergeId, source, target }: Both & { mergeId: string }) {
  for (const place of await customerPlaces(tx)) {
    await listRows(tx, ctx, { mergeId, place, customerId: source.id });
    if (place.table === TICKETS.table) await moveListed(tx, ctx, { mergeId, from: source.id, to: target.id });
    else await moveRows(tx, ctx, { place, from: source.id, to: target.id });
  }
  await settlePrimaries(tx, ctx, [target.id]);
  await shareOptOut(tx, ctx, { from: source.id, to: target.id });
  await shareMailChoice(tx, ctx, { from: source.id, to: target.id });
}

async function listRows(
  tx: Tx,
  { workspaceId }: Context,
  { mergeId, place, customerId }: Readonly<{ mergeId: string; place: Place; customerId: string }>,
): Promise<void> {
  const rows = idsAt({ workspaceId, place, where: pointsAt(place, customerId) });
  await tx.$executeRaw`
    insert into "CustomerMergeRow" ("workspaceId", "mergeId", place, "rowId")
    select ${workspaceId}::uuid, ${mergeId}::uuid, ${nameOf(place)}, id from (${rows}) as moved`;
}

type Way = Readonly<{ from: string; to: string }>;

/** An address that comes along is none of those that we write to, where the target has one of its kind. */
async function moveRows(tx: Tx, { workspaceId }: Context, { place, from, to }: Way & { place: Place }) {
  if (place.table === IDENTITIES.table) {
    await tx.$executeRaw`
      update "CustomerIdentity" i set "primary" = false
      where i."workspaceId" = ${workspaceId}::uuid and i."customerId" = ${from}::uuid and exists (
        select 1 from "CustomerIdentity" o where o."workspaceId" = i."workspaceId" and o."customerId" = ${to}::uuid
          and o.kind = i.kind)`;
  }
  await tx.$executeRaw(pointTo({ workspaceId, place, where: pointsAt(place, from) }, to));
}

async function moveListed(tx: Tx, ctx: Context, { mergeId, ...way }: Way & { mergeId: string }) {
  const rows = await tx.$queryRaw<{ rowId: string }[]>(sql`
    select "rowId" from "CustomerMergeRow" where "workspaceId" = ${ctx.workspaceId}::uuid
      and "mergeId" = ${mergeId}::uuid and place = ${nameOf(TICKETS)}`);
  await moveTickets(tx, ctx, { ...way, ids: rows.map(({ rowId }) => rowId) });
}
