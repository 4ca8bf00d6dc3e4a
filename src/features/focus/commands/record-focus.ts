import { acceptBeats, type FocusSession } from '@/domain/focus/accept-beats';
import { mayOnTicket } from '@/domain/permission/can';
import { lockFocus } from '@/features/focus/focus-lock';
import type { BeatsInput } from '@/features/focus/inputs';
import { measuresFocus } from '@/features/metrics/queries';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { sqlJson } from '@/server/db/sql';
import { transaction } from '@/server/db/transaction';

type Beats = BeatsInput['beats'];

/**
 * Keeps how long tickets were in front of the member, as their browser tells and the server's clock allows. Gives how many
 * sessions it changed: none for what was told before, in workspaces that do not measure, and for tickets that are not theirs to
 * answer. Seven statements at most, however many beats.
 */
export function recordFocus(ctx: StaffContext, { beats }: BeatsInput): Promise<number> {
  return transaction(ctx, async (tx) => {
    const { workspaceId, actor } = ctx;
    const userId = actor.id;
    if (!userId || !(await measuresFocus({ db: tx, workspaceId }))) return 0;
    await lockFocus(tx, workspaceId, userId);
    const now = ctx.now();
    const sessions = await storedSessions(tx, ctx, { userId, beats });
    const allowed = await allowedBeats(tx, ctx, { beats, sessions });
    const { _max: last } = await tx.focusSession.aggregate({
      where: { workspaceId, userId, reason: null },
      _max: { lastAt: true },
    });
    const changed = acceptBeats(allowed, { now, sessions, lastAt: last.lastAt });
    await saveSessions(tx, { workspaceId, userId }, changed);
    return changed.length;
  });
}

type Told = Readonly<{ userId: string; beats: Beats }>;

const storedSessions = (
  tx: Tx,
  { workspaceId }: StaffContext,
  { userId, beats }: Told,
): Promise<FocusSession[]> =>
  tx.focusSession.findMany({
    where: { workspaceId, userId, reason: null, id: { in: beats.map(({ sessionId }) => sessionId) } },
    select: { id: true, ticketId: true, startedAt: true, lastAt: true, seconds: true },
  });

type Asked = Readonly<{ beats: Beats; sessions: readonly FocusSession[] }>;

/** The beats of tickets that the member may answer; a session that went along with a merge stays where it is now. */
async function allowedBeats(tx: Tx, ctx: StaffContext, { beats, sessions }: Asked): Promise<Beats> {
  const { workspaceId, actor } = ctx;
  const placeOf = new Map(sessions.map(({ id, ticketId }) => [id, ticketId]));
  const placed = beats.map((beat) => ({ ...beat, ticketId: placeOf.get(beat.sessionId) ?? beat.ticketId }));
  const tickets = await tx.ticket.findMany({
    where: { workspaceId, id: { in: placed.map(({ ticketId }) => ticketId) } },
    select: { id: true, teamId: true, assigneeId: true, requesterId: true, mergedIntoId: true },
  });
  const allowed = new Map(
    tickets.flatMap((ticket) =>
      mayOnTicket(actor, 'ticket.reply', ticket) ? [[ticket.id, ticket.mergedIntoId ?? ticket.id]] : [],
    ),
  );
  return placed.flatMap((beat) => {
    const ticketId = allowed.get(beat.ticketId);
    return ticketId ? [{ ...beat, ticketId }] : [];
  });
}

type Whose = Readonly<{ workspaceId: string; userId: string }>;

/** In the order of their tickets, each of which is locked; an id that somebody else has is left alone. */
async function saveSessions(tx: Tx, whose: Whose, changed: readonly FocusSession[]): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed
    .map((session) => ({ ...whose, ...session, correctedBy: '' }))
    .toSorted((one, other) => (one.ticketId < other.ticketId ? -1 : 1));
  await tx.$executeRaw`
    insert into "FocusSession" select * from json_populate_recordset(null::"FocusSession", ${sqlJson(rows)}::json)
    on conflict ("workspaceId", id) do update set seconds = excluded.seconds, "lastAt" = excluded."lastAt"
      where "FocusSession"."userId" = excluded."userId" and "FocusSession".reason is null`;
}
