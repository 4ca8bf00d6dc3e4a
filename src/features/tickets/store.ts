import { fieldDifferences } from '@/domain/field/field';
import type { NewMessage, Ticket, TicketChange, TicketEvent } from '@/domain/ticket/ticket';
import { isTrashed } from '@/domain/ticket/trash';
import { saveFieldValues } from '@/features/fields/commands/field-values';
import {
  type PromisedChange,
  savePromises,
  settleTicketPromises,
} from '@/features/promises/commands/settle-promises';
import { saveClocks } from '@/features/sla/commands/save-clocks';
import { type ClockedChange, settleClocks } from '@/features/sla/commands/settle-clocks';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { ConcurrentChange } from '@/server/db/transaction';
import { enqueueMany } from '@/server/jobs/enqueue';
import { ticketsTopic, ticketTopic } from '@/server/live/announce';
import { refuseUnfilled } from './change-refused';
import { saveStatement } from './save-rows';
import { claimUploads } from './store-messages';
import { ticketChanged } from './ticket-changed';

/** The columns that make up a ticket for decisions. */
export const ticketState = {
  id: true,
  number: true,
  subject: true,
  status: true,
  priority: true,
  type: true,
  channel: true,
  channelAccountId: true,
  requesterId: true,
  assigneeId: true,
  teamId: true,
  language: true,
  followUpOfId: true,
  mergedIntoId: true,
  spam: true,
  trashedAt: true,
  version: true,
  createdAt: true,
  activityAt: true,
  lastMessageAt: true,
  lastMessageId: true,
  preview: true,
  lastDirection: true,
  firstRepliedAt: true,
  solvedAt: true,
  closedAt: true,
  snoozedUntil: true,
  tags: { select: { tagId: true }, orderBy: { tagId: 'asc' } },
} as const;

/**
 * The ticket as decisions need it, or null. What lies in the trash is not there for staff, and is for whatever comes from outside.
 * Says nothing of who may see it: ask `mayOnTicket`.
 */
export async function findTicket(tx: Tx, ctx: Context, id: string): Promise<Ticket | null> {
  const ticket = await findWithTrash(tx, ctx, id);
  return ticket && isTrashed(ticket) && ctx.actor.kind === 'user' ? null : ticket;
}

/** The same with what lies in the trash, for whoever takes it out. */
export async function findWithTrash(tx: Tx, ctx: Context, id: string): Promise<Ticket | null> {
  const row = await tx.ticket.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: ticketState,
  });
  if (!row) return null;
  const { tags, ...state } = row;
  return { ...state, tagIds: tags.map((tag) => tag.tagId) };
}

/** The next ticket number of the workspace: unique and rising, with gaps where a transaction failed. */
export async function nextTicketNumber(
  ctx: Readonly<{ workspaceId: string; db: Pick<Tx, '$queryRaw'> }>,
): Promise<number> {
  const [row] = await ctx.db.$queryRaw<{ number: number }[]>`
    select next_ticket_number(${ctx.workspaceId}::uuid)::int as number`;
  if (!row) throw new Error(`no ticket number for workspace ${ctx.workspaceId}`);
  return row.number;
}

/** A change of a ticket, and what was read of it along the way: saving then need not ask for it again. */
export type SavedChange = ClockedChange &
  PromisedChange &
  Readonly<{
    /** Its chat is saved in the same transaction and in step with it. */
    withChat?: boolean;
  }>;

/**
 * The only way a ticket changes. State, messages, history, follow-up work and the live notice commit together.
 * A change without events is not saved. Throws `ConcurrentChange` when somebody saved in between, and `ChangeRefused` when
 * a ticket would be solved without the fields that have to be filled in for it.
 */
export const saveTicket = (tx: Tx, ctx: Context, change: SavedChange): Promise<void> =>
  saveTickets(tx, ctx, [change]);

/** The same for changes of different tickets of a workspace, which are saved together or not at all. */
export async function saveTickets(tx: Tx, ctx: Context, all: readonly SavedChange[]): Promise<void> {
  const { workspaceId } = ctx;
  const changes: Settled[] = [];
  for (const change of all) {
    if (change.events.length > 0) changes.push(await settledChange(tx, ctx, change));
  }
  if (changes.length === 0) return;
  const topics = changes.map(({ after }) => ticketTopic(workspaceId, after.id));
  const statement = saveStatement(ctx, changes, [...topics, ticketsTopic(workspaceId)]);
  const [row] = await tx.$queryRaw<{ saved: number }[]>(statement);
  if (row?.saved !== changes.length)
    throw new ConcurrentChange(`of ${changes.map(({ after }) => `ticket ${after.id}`).join()}`);
  for (const change of changes) await saveBeside(tx, ctx, change);
  const jobs = changes.map(({ before, after, at, withChat }) => ({
    workspaceId,
    ticketId: after.id,
    version: before.version + 1,
    at: at.toISOString(),
    ...(withChat && { withChat }),
  }));
  await enqueueMany(tx, ticketChanged, jobs);
}

type Settled = Awaited<ReturnType<typeof settledChange>>;

/** What the change does to clocks and promises, too. */
async function settledChange(tx: Tx, ctx: Context, change: SavedChange) {
  await refuseUnfilled(tx, ctx, change);
  const clocks = await settleClocks(tx, ctx, change);
  const promised = await settleTicketPromises(tx, ctx, change);
  const last = [...(clocks?.last ?? []), ...(promised?.facts ?? [])];
  const events = [...(clocks?.first ?? []), ...change.events, ...last];
  return {
    ...change,
    events,
    columns: { ...clocks?.columns, ...promised?.columns },
    clocks,
    promised,
    as: change,
  };
}

/** What stands in tables of its own, once the ticket's row is there. */
async function saveBeside(tx: Tx, ctx: Context, { clocks, promised, as, ...change }: Settled): Promise<void> {
  if (clocks) await saveClocks(tx, ctx, { ticketId: change.after.id, writes: clocks.writes });
  if (promised) await savePromises(tx, ctx, { change: as, settled: promised });
  await saveTags(tx, ctx, change);
  await saveFields(tx, ctx, change);
  await claimUploads(tx, ctx, addedMessages(change.events));
}

async function saveFields(tx: Tx, { workspaceId }: Context, { before, after }: TicketChange): Promise<void> {
  const had = before.version === 0 ? {} : (before.fields ?? {});
  const changed = fieldDifferences(had, after.fields ?? {});
  if (changed.length === 0) return;
  const patch = Object.fromEntries(changed.map(({ fieldId }) => [fieldId, after.fields?.[fieldId] ?? null]));
  await saveFieldValues(tx, { workspaceId, entity: 'ticket', ownerId: after.id, patch });
}

async function saveTags(tx: Tx, ctx: Context, { before, after }: TicketChange): Promise<void> {
  const { workspaceId } = ctx;
  const had = before.version === 0 ? [] : before.tagIds;
  const added = after.tagIds.filter((tagId) => !had.includes(tagId));
  const removed = had.filter((tagId) => !after.tagIds.includes(tagId));
  if (added.length > 0) {
    const data = added.map((tagId) => ({ workspaceId, ticketId: after.id, tagId }));
    await tx.ticketTag.createMany({ data, skipDuplicates: true });
  }
  if (removed.length > 0) {
    await tx.ticketTag.deleteMany({ where: { workspaceId, ticketId: after.id, tagId: { in: removed } } });
  }
}

function addedMessages(events: readonly TicketEvent[]): NewMessage[] {
  return events.flatMap((event) => (event.type === 'message.added' ? [event.message] : []));
}
