import { ok, type Problem, type Result } from '@/domain/shared/result';
import type { TicketStatus } from '@/domain/ticket/ticket';
import type { DeskUpdateInput } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';
import type { ChangeEachInput } from './change-each-fields';
import { changeTicket } from './update-ticket';

/** What becomes of one ticket: why it could not be changed, or what takes the change back (null when nothing changed). */
export type EachOutcome = Readonly<{
  ticketId: string;
  problem: Problem['code'] | null;
  undo: DeskUpdateInput | null;
}>;

/**
 * Changes several tickets, each in a commit of its own: one that cannot be changed holds up no other. The outcomes stand in the
 * order of the changes, each with what takes it back, which in turn spares what others have changed since. A ticket that was
 * new comes back as open, since nobody can make it new again.
 */
export async function changeEach(
  ctx: StaffContext,
  { changes }: ChangeEachInput,
): Promise<Result<Readonly<{ outcomes: readonly EachOutcome[] }>, Problem>> {
  const before = await standings(ctx, changes);
  const outcomes: EachOutcome[] = [];
  for (const change of changes) {
    const { ticketId } = change;
    const was = before.get(ticketId);
    const wanted = was ? stillAsSeen(change, was) : change;
    const changed = await changeTicket(ctx, wanted);
    const undo = changed.ok && was ? takingBack(wanted, was) : null;
    outcomes.push({ ticketId, problem: changed.ok ? null : changed.error.code, undo });
  }
  return ok({ outcomes });
}

type Standing = Readonly<{
  status: TicketStatus;
  priority: string;
  type: string;
  assigneeId: string | null;
  teamId: string | null;
  spam: boolean;
  trash: boolean;
  snoozedUntil: Date | null;
  tags: readonly string[];
}>;

/** How the tickets stand now, by their ids. Asks nobody's leave: what is shown of it is shown after a change was allowed. */
async function standings(
  { db, workspaceId }: StaffContext,
  changes: ChangeEachInput['changes'],
): Promise<ReadonlyMap<string, Standing>> {
  const rows = await db.ticket.findMany({
    where: { workspaceId, id: { in: changes.map(({ ticketId }) => ticketId) } },
    select: {
      ...{ id: true, status: true, priority: true, type: true, assigneeId: true, teamId: true },
      ...{
        spam: true,
        trashedAt: true,
        snoozedUntil: true,
        tags: { select: { tag: { select: { name: true } } } },
      },
    },
  });
  return new Map(
    rows.map(({ id, tags, trashedAt, ...row }) => [
      id,
      { ...row, trash: trashedAt !== null, tags: tags.map(({ tag }) => tag.name) },
    ]),
  );
}

const SET = ['status', 'priority', 'type', 'assigneeId', 'teamId', 'spam', 'trash', 'snoozedUntil'] as const;

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

/** The change without the fields that are not what its writer saw. */
function stillAsSeen(change: DeskUpdateInput, was: Standing): DeskUpdateInput {
  const seen = change.seen ?? {};
  const moved = SET.filter((field) => field in seen && seen[field] !== plain(was[field]));
  return { ...change, ...Object.fromEntries(moved.map((field) => [field, undefined])) };
}

/** The change that makes a ticket again what it was; null where nothing was changed. */
function takingBack(change: DeskUpdateInput, was: Standing): DeskUpdateInput | null {
  const differs = SET.filter(
    (field) => change[field] !== undefined && plain(change[field]) !== plain(was[field]),
  );
  const added = (change.addTags ?? []).filter((tag) => !was.tags.includes(tag));
  const removed = (change.removeTags ?? []).filter((tag) => was.tags.includes(tag));
  if (differs.length + added.length + removed.length === 0) return null;
  const back = Object.fromEntries(differs.map((field) => [field, was[field]]));
  const seen = Object.fromEntries(differs.map((field) => [field, plain(change[field])]));
  return {
    ticketId: change.ticketId,
    ...back,
    // To sleep and to wake moves the status as well.
    ...(('status' in back || 'snoozedUntil' in back) && { status: settable(was.status) }),
    ...(added.length > 0 && { removeTags: added }),
    ...(removed.length > 0 && { addTags: removed }),
    seen: seen as Record<string, string | boolean | null>,
  };
}

const settable = (status: TicketStatus) => (status === 'new' || status === 'closed' ? 'open' : status);
