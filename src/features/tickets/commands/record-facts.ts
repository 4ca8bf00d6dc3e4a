import type { SystemActor } from '@/domain/permission/actor';
import type { TicketEvent } from '@/domain/ticket/ticket';
import { factsOf } from '@/features/tickets/event-facts';
import { ticketChanged } from '@/features/tickets/ticket-changed';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { enqueueMany } from '@/server/jobs/enqueue';
import { announce, ticketsTopic, ticketTopic } from '@/server/live/announce';

/** Something that time alone brought about: it changes no field of its ticket. */
export type Fact = Readonly<{ ticketId: string; event: TicketEvent }>;

/**
 * Writes facts of many tickets of one workspace at once, as `saveTicket` does for a change of one: new versions, history,
 * follow-up work and live notices. The caller holds locks on the tickets.
 */
export async function recordFacts(
  tx: Tx,
  { workspaceId, actor, now }: Pick<Context<SystemActor>, 'workspaceId' | 'actor' | 'now'>,
  facts: readonly Fact[],
): Promise<void> {
  if (facts.length === 0) return;
  const at = now();
  const ids = [...new Set(facts.map(({ ticketId }) => ticketId))];
  const saved = await tx.$queryRaw<{ ticketId: string; version: number }[]>`
    update "Ticket" set version = version + 1, "updatedAt" = ${at}::timestamptz
    where "workspaceId" = ${workspaceId}::uuid and id = any(${ids}::uuid[])
    returning id as "ticketId", version`;
  const by = { actorKind: actor.kind, actorId: actor.id, actorName: actor.name };
  await tx.ticketEvent.createMany({
    data: facts.map(({ ticketId, event }) => ({
      ...by,
      workspaceId,
      ticketId,
      type: event.type,
      data: factsOf(event),
      at,
    })),
  });
  await enqueueMany(
    tx,
    ticketChanged,
    saved.map((ticket) => ({ workspaceId, ...ticket, at: at.toISOString() })),
  );
  await announce(tx, [...ids.map((id) => ticketTopic(workspaceId, id)), ticketsTopic(workspaceId)]);
}
