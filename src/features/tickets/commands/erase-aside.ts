import { recordAudit } from '@/features/audit/commands/record-audit';
import { forgetSourcesOfMessages } from '@/features/intake/commands/forget-sources';
import { removeFilesJob } from '@/features/tickets/jobs';
import type { SystemContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { type Sql, sql } from '@/server/db/sql';
import { transaction } from '@/server/db/transaction';
import { eachApart } from '@/server/jobs/each-apart';
import { enqueue } from '@/server/jobs/enqueue';
import type { World } from '@/server/world';

const PORTION = 20;
const MOST_PORTIONS = 50;
const SECONDS = 60;

/**
 * Erases spam and what lies in the trash once its time in its workspace is over: tickets with all that was said on them, their
 * files and recordings, what they came from, and the tickets that were merged into them. Several workers share the work.
 */
export async function eraseAside(world: World): Promise<void> {
  const at = world.now();
  const due = await world.db.$queryRaw<{ workspaceId: string }[]>`
    select w.id as "workspaceId" from "Workspace" w
    where exists (select from "Ticket" t where t."workspaceId" = w.id and ${isOver(at)})`;
  await eachApart('spam and trash', due, async ({ workspaceId }) => {
    const ctx: SystemContext = {
      ...world,
      workspaceId,
      actor: { kind: 'system', id: 'schedule', name: 'schedule' },
      now: () => at,
    };
    for (let portion = 0; portion < MOST_PORTIONS; portion++) {
      const erased = await transaction(ctx, (tx) => erasePortion(tx, ctx), { seconds: SECONDS });
      if (erased < PORTION) break;
    }
  });
}

const isOver = (at: Date): Sql =>
  sql`t."asideAt" < ${at}::timestamptz - make_interval(days => w."asideDays")`;

async function erasePortion(tx: Tx, ctx: SystemContext): Promise<number> {
  const { workspaceId } = ctx;
  const due = await tx.$queryRaw<{ id: string; number: number }[]>`
    select t.id, t.number from "Ticket" t join "Workspace" w on w.id = t."workspaceId"
    where t."workspaceId" = ${workspaceId}::uuid and ${isOver(ctx.now())}
    order by t."asideAt" limit ${PORTION} for update of t skip locked`;
  if (due.length === 0) return 0;
  await eraseTickets(
    tx,
    ctx,
    due.map(({ id }) => id),
  );
  const numbers = due.map(({ number }) => number).sort((a, b) => a - b);
  await recordAudit(tx, ctx, {
    action: 'ticket.erased',
    target: numbers.map((each) => `#${each}`).join(', '),
  });
  return due.length;
}

async function eraseTickets(tx: Tx, ctx: SystemContext, wanted: readonly string[]): Promise<void> {
  const { workspaceId } = ctx;
  const here = sql`"workspaceId" = ${workspaceId}::uuid`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive going as (
      select id from "Ticket" where ${here} and id = any(${[...wanted]}::uuid[])
      union select t.id from "Ticket" t join going g on t."mergedIntoId" = g.id where t."workspaceId" = ${workspaceId}::uuid
    ) select id from going`;
  const ids = rows.map(({ id }) => id);
  const ofThese = sql`${here} and "ticketId" = any(${ids}::uuid[])`;
  const messages = await tx.$queryRaw<{ id: string }[]>`select id from "Message" where ${ofThese}`;
  const messageIds = messages.map(({ id }) => id);
  await forgetSourcesOfMessages(tx, ctx, messageIds);
  const files = await tx.$queryRaw<{ sha256: string }[]>`
    delete from "Attachment" where ${here} and ("messageId" = any(${messageIds}::uuid[])
      or id in (select "recordingId" from "CallLog" where ${ofThese} and "recordingId" is not null)
      or id in (select unnest("attachmentIds") from "Draft" where ${ofThese}))
    returning sha256`;
  await tx.$executeRaw`delete from "FormSubmission" where ${ofThese}`;
  await tx.$executeRaw`update "ChannelConversation" set "ticketId" = null where ${ofThese}`;
  await tx.$executeRaw`
    update "Ticket" set "mergedIntoId" = null where ${here} and "mergedIntoId" = any(${ids}::uuid[])`;
  await tx.$executeRaw`
    update "Ticket" set "followUpOfId" = null where ${here} and "followUpOfId" = any(${ids}::uuid[])`;
  await tx.$executeRaw`delete from "Ticket" where ${here} and id = any(${ids}::uuid[])`;
  const hashes = [...new Set(files.map(({ sha256 }) => sha256))];
  if (hashes.length > 0) await enqueue(tx, removeFilesJob, { workspaceId, hashes });
}
