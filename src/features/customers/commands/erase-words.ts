import { removeUnnamed } from '@/features/attachments/commands/remove-unnamed';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { eraseAround } from '@/features/customers/erasure/erase-around';
import { eraseCalls } from '@/features/customers/erasure/erase-calls';
import { eraseMessages, type Portion } from '@/features/customers/erasure/erase-messages';
import { eraseRest } from '@/features/customers/erasure/erase-rest';
import { eraseWordsJob } from '@/features/customers/jobs';
import { forgetWords } from '@/features/search/commands/forget-words';
import { translator } from '@/i18n/translator';
import type { Context, StaffContext, SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sql } from '@/server/db/sql';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';
import type { World } from '@/server/world';

type Begun = Readonly<{ customerId: string; addresses: readonly string[] }>;

/** The tickets on which a customer wrote or was written to. */
const theirs = ({ workspaceId }: Pick<Context, 'workspaceId'>, customerId: string) => sql`
  t."workspaceId" = ${workspaceId}::uuid and (t."requesterId" = ${customerId}::uuid
    or t.id in (select m."ticketId" from "Message" m
      where m."workspaceId" = ${workspaceId}::uuid and m."authorCustomerId" = ${customerId}::uuid))`;

/**
 * Sets about erasing what a customer who is deleted in this transaction, or was before, and we wrote to one another. The worker
 * does it, a portion at a time. False where it was begun already.
 */
export async function beginErasure(
  tx: Tx,
  ctx: StaffContext,
  { customerId, addresses }: Begun,
): Promise<boolean> {
  const { workspaceId, actor } = ctx;
  const begun = await tx.$executeRaw`
    insert into "WordErasure" ("workspaceId", "customerId", addresses, tickets, hashes, "byId", "byName", "startedAt")
    select ${workspaceId}::uuid, ${customerId}::uuid, ${[...addresses]}::text[], count(*)::int, '{}', ${actor.id}::uuid,
      ${actor.name}, ${ctx.now()}
    from "Ticket" t where ${theirs(ctx, customerId)}
    on conflict do nothing`;
  if (begun === 0) return false;
  await recordAudit(tx, ctx, { action: 'customer.words_erased', target: customerId });
  await enqueue(tx, eraseWordsJob, { workspaceId, customerId });
  return true;
}

const TICKETS = 10;
const SECONDS = 60;

/** Erases portion by portion until nothing is left. What was begun and broken off goes on where it stood. */
export async function eraseWords(ctx: SystemContext, customerId: string): Promise<void> {
  while (await erasePortion(ctx, customerId));
}

/** One portion in one commit, and the bytes of its files after that. False when there is nothing more to do. */
export async function erasePortion(ctx: SystemContext, customerId: string): Promise<boolean> {
  await removeFiles(ctx, customerId);
  const goesOn = await transaction(ctx, (tx) => portionOf(tx, ctx, customerId), { seconds: SECONDS });
  if (!goesOn) await finish(ctx, customerId);
  return goesOn;
}

/** Finished is what has no bytes left either: who is killed before that is woken by `resumeErasures`. */
async function finish(ctx: SystemContext, customerId: string): Promise<void> {
  await removeFiles(ctx, customerId);
  await ctx.db.wordErasure.updateMany({
    where: { workspaceId: ctx.workspaceId, customerId, finishedAt: null },
    data: { finishedAt: ctx.now(), addresses: [] },
  });
}

async function portionOf(tx: Tx, ctx: SystemContext, customerId: string): Promise<boolean> {
  const { workspaceId } = ctx;
  const [work] = await tx.$queryRaw<{ cursor: string | null; addresses: string[] }[]>`
    select cursor, addresses from "WordErasure"
    where "workspaceId" = ${workspaceId}::uuid and "customerId" = ${customerId}::uuid and "finishedAt" is null for update`;
  if (!work) return false;
  const tickets = await tx.$queryRaw<{ id: string; own: boolean }[]>`
    select t.id, t."requesterId" = ${customerId}::uuid as own from "Ticket" t
    where ${theirs(ctx, customerId)} and (${work.cursor}::uuid is null or t.id > ${work.cursor}::uuid)
    order by t.id limit ${TICKETS}`;
  const { locale } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { locale: true },
  });
  const marker = (await translator(locale, 'customer'))('erased.words');
  const ids = (own: boolean) => tickets.filter((each) => each.own === own).map(({ id }) => id);
  const portion = { customerId, addresses: work.addresses, own: ids(true), foreign: ids(false), marker };
  const { messages, hashes } = await eraseTickets(tx, ctx, portion);
  const last = tickets.at(-1)?.id ?? work.cursor;
  const isDone = tickets.length < TICKETS;
  if (isDone) await eraseRest(tx, ctx, portion);
  await tx.$executeRaw`
    update "WordErasure" set done = done + ${tickets.length}::int, cursor = ${last}::uuid, messages = messages + ${messages}::int,
      files = files + ${hashes.length}::int, hashes = hashes || ${[...hashes]}::text[]
    where "workspaceId" = ${workspaceId}::uuid and "customerId" = ${customerId}::uuid`;
  return !isDone;
}

async function eraseTickets(tx: Tx, ctx: SystemContext, portion: Portion) {
  const { messages, hashes } = await eraseMessages(tx, ctx, portion);
  const recordings = await eraseCalls(tx, ctx, portion);
  await eraseAround(tx, ctx, portion);
  await forgetWords(tx, ctx, [...portion.own, ...portion.foreign]);
  return { messages, hashes: [...hashes, ...recordings] };
}

/** The bytes of files that no row names any more; which ones, stands in the row until they are gone. */
async function removeFiles({ db, workspaceId }: SystemContext, customerId: string): Promise<void> {
  const row = await db.wordErasure.findUnique({
    where: { workspaceId_customerId: { workspaceId, customerId } },
    select: { hashes: true },
  });
  const hashes = [...new Set(row?.hashes ?? [])];
  if (hashes.length === 0) return;
  await removeUnnamed({ db, workspaceId }, hashes);
  await db.wordErasure.updateMany({ where: { workspaceId, customerId }, data: { hashes: [] } });
}

const MOST = 100;

/** Wakes what waits to be erased: what a killed worker left goes on where it stood. */
export async function resumeErasures({ db }: World): Promise<void> {
  const waiting = await db.wordErasure.findMany({
    where: { finishedAt: null },
    take: MOST,
    select: { workspaceId: true, customerId: true },
  });
  for (const each of waiting) await transaction({ db }, (tx) => enqueue(tx, eraseWordsJob, each));
}
