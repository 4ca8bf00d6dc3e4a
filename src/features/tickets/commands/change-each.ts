import { ok, type Problem, type Result } from '@/domain/shared/result';
import { movedSince, type Settings, type SettingsPatch, settingBack } from '@/domain/ticket/set-back';
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

/** How the tickets stand now, by their ids. Asks nobody's leave: what is shown of it is shown after a change was allowed. */
async function standings(
  { db, workspaceId }: StaffContext,
  changes: ChangeEachInput['changes'],
): Promise<ReadonlyMap<string, Settings>> {
  const rows = await db.ticket.findMany({
    where: { workspaceId, id: { in: changes.map(({ ticketId }) => ticketId) } },
    select: {
      ...{
        id: true,
        subject: true,
        status: true,
        priority: true,
        type: true,
        assigneeId: true,
        teamId: true,
        language: true,
      },
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

/** The change without the fields that are not what its writer saw. */
function stillAsSeen(change: DeskUpdateInput, was: Settings): DeskUpdateInput {
  const moved = movedSince(change.seen ?? {}, was);
  return { ...change, ...Object.fromEntries(moved.map((field) => [field, undefined])) };
}

/** The change that makes a ticket again what it was; null where nothing was changed. */
function takingBack({ ticketId, ...change }: DeskUpdateInput, was: Settings): DeskUpdateInput | null {
  const back = settingBack(change as SettingsPatch, was);
  return back && ({ ticketId, ...back } as DeskUpdateInput);
}
