import type { Desk } from '../sla/support';

/** The life of a ticket that a customer began: when somebody answered, and how it went on. */
export type Life = Readonly<{
  createdAt: Date;
  channel?: string;
  answers?: readonly Date[];
  /** Solved, reopened, solved … in turn. */
  turns?: readonly Date[];
  /** A person gave it to another team. */
  movedAt?: Date;
}>;

type Deed = Readonly<{ at: Date; index: number; does: (ticketId: string) => Promise<unknown> }>;

/** Tickets with these lives, each event by the command that people have for it and at its time; ids in the same order. */
export async function liveTickets(desk: Desk, lives: readonly Life[]): Promise<string[]> {
  const teams = [await desk.world.team(), await desk.world.team()] as const;
  const ids: string[] = [];
  const deeds = lives.flatMap((life, index): Deed[] => {
    const later = (at: Date, does: Deed['does']) => ({ at, index, does });
    return [
      later(life.createdAt, async () => {
        ids[index] = await begun(desk, life, { index, teamId: life.movedAt ? teams[0] : null });
      }),
      ...(life.movedAt ? [later(life.movedAt, (id) => desk.change(id, { teamId: teams[1] }))] : []),
      ...(life.answers ?? []).map((at) => later(at, (id) => desk.reply(id))),
      ...(life.turns ?? []).map((at, turn) =>
        later(at, (id) => desk.change(id, { status: turn % 2 === 0 ? 'solved' : 'open' })),
      ),
    ];
  });
  for (const { at, index, does } of deeds.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    desk.until(at);
    await does(ids[index] ?? '');
  }
  return ids;
}

async function begun(
  { world, agent }: Desk,
  ...[{ channel }, { index, teamId }]: [Life, Readonly<{ index: number; teamId: string | null }>]
): Promise<string> {
  const requester = { email: `c${index}@customer.test`, name: 'Anna' };
  const made = await world.ticket(agent, {
    ...{ kind: 'inbound', requester, teamId },
    ...(channel && { channel }),
  });
  return made.ticketId;
}
