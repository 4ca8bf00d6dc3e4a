import { type MergedFields, unmergedFields } from '@/domain/customer/merge';
import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { customerPlaces, IDENTITIES, nameOf, pointTo, TICKETS } from '@/features/customers/customer-places';
import {
  fieldsOf,
  type LockedCustomer,
  lockCustomers,
  pairOf,
  renewLastContact,
  setFields,
  settlePrimaries,
} from '@/features/customers/merge-store';
import { type MailChoice, takeMailChoiceBack, takeOptOutBack } from '@/features/customers/opt-outs';
import { shutPortal } from '@/features/customers/shut-portal';
import { reindexCustomer } from '@/features/search/commands/reindex-customer-job';
import { moveTickets } from '@/features/tickets/commands/move-tickets';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { type Sql, sql, sqlName } from '@/server/db/sql';
import { ConcurrentChange, transaction } from '@/server/db/transaction';
import { enqueueMany } from '@/server/jobs/enqueue';

type Unmerged = Readonly<{ customerId: string; survivorId: string }>;
type Refused = Readonly<{ code: 'not_found' | 'customer.not_merged' }>;

type Merge = Readonly<{
  id: string;
  sourceId: string;
  targetId: string;
  at: Date;
  before: Readonly<{
    before: MergedFields;
    after: MergedFields;
    externalId: string | null;
    primaries: readonly string[];
    /** What the target had chosen of mails; absent where it was not noted. */
    mails?: MailChoice | null;
  }>;
}>;

/**
 * Takes a merge back: the source has again exactly what came from it, as far as the survivor still has it. What came after
 * the merge belongs to whoever has the address that it came by: what was written from an address that goes back goes with
 * it, and all else stays. That the two are two people is remembered, so that no rule merges them again. Whoever was signed
 * in to the portal as either of them signs in anew, since nothing tells by whose address they came in.
 */
export function unmergeCustomers(
  ctx: Context,
  { mergeId }: Readonly<{ mergeId: string }>,
): Promise<Result<Unmerged, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'customer.merge')) return fail({ code: 'not_found' });
    const undoing = await lockedMerge(tx, ctx, mergeId);
    if (!undoing) return fail({ code: 'not_found' });
    const { merge, source, survivor } = undoing;
    if (source.mergedIntoId !== merge.targetId || !(await close(tx, ctx, merge.id))) {
      return fail({ code: 'customer.not_merged' });
    }
    await giveBack(tx, ctx, undoing);
    await remember(tx, ctx, undoing);
    return ok({ customerId: source.id, survivorId: survivor.id });
  });
}

/** A merge with both records held. Whoever merged the survivor away in between is waited for: all is looked at anew. */
async function lockedMerge(tx: Tx, ctx: Context, mergeId: string): Promise<Undoing | null> {
  const merge = await findMerge(tx, ctx, mergeId);
  if (!merge) return null;
  const survivorId = await survivorOf(tx, ctx, merge.targetId);
  const locked = await lockCustomers(tx, ctx, [merge.sourceId, survivorId]);
  const [source, survivor] = [locked.get(merge.sourceId), locked.get(survivorId)];
  if (survivor?.mergedIntoId) throw new ConcurrentChange(`customer ${survivorId}`);
  return source && survivor ? { merge, source, survivor } : null;
}

async function findMerge(tx: Tx, { workspaceId }: Context, id: string): Promise<Merge | null> {
  const row = await tx.customerMerge.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { id: true, sourceId: true, targetId: true, at: true, before: true },
  });
  return row as Merge | null;
}

type Here = Pick<Context, 'workspaceId'>;

async function survivorOf(tx: Tx, { workspaceId }: Here, id: string): Promise<string> {
  const customer = await tx.customer.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { mergedIntoId: true },
  });
  return customer?.mergedIntoId ? survivorOf(tx, { workspaceId }, customer.mergedIntoId) : id;
}

async function close(tx: Tx, ctx: Context, id: string): Promise<boolean> {
  const { count } = await tx.customerMerge.updateMany({
    where: { workspaceId: ctx.workspaceId, id, undoneAt: null },
    data: { undoneAt: ctx.now(), undoneBy: ctx.actor.name },
  });
  return count === 1;
}

type Undoing = Readonly<{ merge: Merge; source: LockedCustomer; survivor: LockedCustomer }>;

async function giveBack(tx: Tx, ctx: Context, { merge, source, survivor }: Undoing): Promise<void> {
  const { workspaceId } = ctx;
  const after = unmergedFields(fieldsOf(survivor), merge.before);
  await setFields(tx, ctx, survivor.id, after);
  const externalId = after.externalId === merge.before.externalId ? null : merge.before.externalId;
  await tx.customer.updateMany({
    where: { workspaceId, id: source.id },
    data: { mergedIntoId: null, externalId, updatedAt: ctx.now() },
  });
  const way = { from: survivor.id, to: source.id };
  await moveTickets(tx, ctx, {
    ...way,
    ids: await ticketsThatGo(tx, ctx, { merge, survivorId: survivor.id }),
  });
  for (const place of await customerPlaces(tx)) {
    if (place.table === TICKETS.table) continue;
    const mine = sql`${sqlName(place.column)} = ${survivor.id}::uuid`;
    const listed = sql`id in (${listedIn(ctx, merge.id, nameOf(place))})`;
    const later = laterRows(ctx, { table: place.table, merge, sourceId: source.id });
    const which = later ? sql`(${listed} or ${later})` : listed;
    await tx.$executeRaw(pointTo({ workspaceId, place, where: sql`${mine} and ${which}` }, source.id));
  }
  await tx.customerIdentity.updateMany({
    where: { workspaceId, customerId: source.id, id: { in: [...merge.before.primaries] } },
    data: { primary: true },
  });
  await settlePrimaries(tx, ctx, [source.id, survivor.id]);
  await renewLastContact(tx, ctx, [source.id, survivor.id]);
  await takeOptOutBack(tx, ctx, { from: survivor.id, of: source.id });
  const { mails } = merge.before;
  if (mails !== undefined)
    await takeMailChoiceBack(tx, ctx, { from: survivor.id, of: source.id, was: mails });
  await shutPortal(tx, ctx, [source.id, survivor.id]);
}

const listedIn = ({ workspaceId }: Context, mergeId: string, place: string): Sql =>
  sql`select "rowId" from "CustomerMergeRow" where "workspaceId" = ${workspaceId}::uuid
    and "mergeId" = ${mergeId}::uuid and place = ${place}`;

/** What goes back by name: the addresses that came with the merge, as messages and calls show them. */
const addresses = (ctx: Context, mergeId: string): Sql =>
  sql`select unnest(array[i.value, nullif(i.label, '')]) from "CustomerIdentity" i
    where i."workspaceId" = ${ctx.workspaceId}::uuid
      and i.id in (${listedIn(ctx, mergeId, nameOf(IDENTITIES))})`;

type Going = Readonly<{ merge: Merge; survivorId: string }>;

/** The tickets that came with the merge, and later ones that somebody opened from an address that goes back. */
async function ticketsThatGo(tx: Tx, ctx: Context, { merge, survivorId }: Going): Promise<string[]> {
  const { workspaceId } = ctx;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select t.id from "Ticket" t
    where t."workspaceId" = ${workspaceId}::uuid and t."requesterId" = ${survivorId}::uuid
      and (t.id in (${listedIn(ctx, merge.id, nameOf(TICKETS))})
        or (t."createdAt" > ${merge.at} and (select m."authorAddress" from "Message" m
          where m."workspaceId" = t."workspaceId" and m."ticketId" = t.id and m.direction = 'inbound'
          order by m."createdAt", m.id limit 1) in (${addresses(ctx, merge.id)})))`;
  return rows.map(({ id }) => id);
}

type Later = Readonly<{ table: string; merge: Merge; sourceId: string }>;

/** Which rows of a table that came after the merge go with the addresses; null where nothing tells. */
function laterRows(ctx: Context, { table, merge, sourceId }: Later): Sql | null {
  const since = sql`"createdAt" > ${merge.at}`;
  const onTheirs = sql`${since} and "ticketId" in (select t.id from "Ticket" t
    where t."workspaceId" = ${ctx.workspaceId}::uuid and t."requesterId" = ${sourceId}::uuid)`;
  switch (table) {
    case 'Message':
      return sql`(${since} and "authorAddress" in (${addresses(ctx, merge.id)}))`;
    case 'CallLog':
      return sql`((${since} and ("fromNumber" in (${addresses(ctx, merge.id)}) or "toNumber" in (${addresses(ctx, merge.id)})))
        or (${onTheirs}))`;
    case 'Callback':
      return sql`((${since} and number in (${addresses(ctx, merge.id)})) or (${onTheirs}))`;
    case 'Order':
      return sql`(${since} and (buyer in (${addresses(ctx, merge.id)})
        or buyer in (${sourceId}, ${merge.before.externalId})))`;
    case 'ChannelConversation':
      return sql`(${onTheirs})`;
    default:
      return null;
  }
}

async function remember(tx: Tx, ctx: Context, { merge, source, survivor }: Undoing): Promise<void> {
  const { workspaceId } = ctx;
  await tx.notSameCustomer.createMany({
    data: [{ workspaceId, ...pairOf(source.id, survivor.id), byName: ctx.actor.name, at: ctx.now() }],
    skipDuplicates: true,
  });
  await recordAudit(tx, ctx, {
    action: 'customer.unmerged',
    target: source.displayName,
    data: { sourceId: source.id, targetId: merge.targetId },
  });
  const ids = [source.id, survivor.id];
  await enqueueMany(
    tx,
    reindexCustomer,
    ids.map((customerId) => ({ workspaceId, customerId })),
  );
}
