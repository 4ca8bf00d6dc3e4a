import 'server-only';
import { mayOnTicket } from '@/domain/permission/can';
import type { PromiseAbout } from '@/domain/promise/promise';
import { isActive } from '@/domain/ticket/ticket';
import type { Context, StaffContext } from '@/server/context';
import type { Db, Tx } from '@/server/db/client';
import { readableBy } from '@/server/db/readable-tickets';
import { type PromiseStory, storyOf } from './story';

export type { PromiseStory } from './story';

export type TicketPromises = Readonly<{
  ticketId: string;
  /** What is owed, and what has ended, the newest first. */
  open: readonly PromiseStory[];
  ended: readonly PromiseStory[];
  /** Whether the reader may promise something here now. */
  mayPromise: boolean;
}>;

const MOST_SHOWN = 50;

/** What was promised on a ticket and what became of it; null when the reader may not see the ticket. Two statements. */
export async function promisesOnTicket(ctx: StaffContext, ticketId: string): Promise<TicketPromises | null> {
  const { db, workspaceId, actor } = ctx;
  const ticket = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id: ticketId } },
    select: {
      requesterId: true,
      assigneeId: true,
      teamId: true,
      status: true,
      promises: { orderBy: [{ promisedAt: 'desc' }, { id: 'desc' }], take: MOST_SHOWN },
    },
  });
  if (!ticket || !mayOnTicket(actor, 'ticket.read', ticket)) return null;
  const stories = ticket.promises.map((row) => storyOf(row, ctx.now()));
  return {
    ticketId,
    open: stories.filter(({ endedAt }) => endedAt === null),
    ended: stories.filter(({ endedAt }) => endedAt !== null),
    mayPromise: isActive(ticket.status) && mayOnTicket(actor, 'ticket.reply', ticket),
  };
}

/** What a customer sees of what they were promised: of each ticket the word that is due first. */
export type CustomerPromise = Readonly<{
  ticketId: string;
  about: PromiseAbout;
  dueAt: Date;
  /** `late` after its time, `waiting` while we wait for the customer. */
  state: 'open' | 'late' | 'waiting';
}>;

/**
 * What is owed to the customer of these tickets, in one query. It asks nothing of permission: whoever calls has found the
 * tickets as the customer's own. Says neither who promised it nor on what ground.
 */
export async function promisesForCustomer(
  { db, workspaceId, now }: Pick<Context, 'workspaceId' | 'now'> & Readonly<{ db: Db | Tx }>,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, CustomerPromise>> {
  const rows = await db.ticketPromise.findMany({
    where: { workspaceId, ticketId: { in: [...ticketIds] }, openAs: { not: null } },
    orderBy: [{ dueAt: 'desc' }, { id: 'asc' }],
    select: { ticketId: true, about: true, dueAt: true, pausedAt: true },
  });
  const stateOf = ({ pausedAt, dueAt }: (typeof rows)[number]) => {
    if (pausedAt) return 'waiting';
    return dueAt < now() ? 'late' : 'open';
  };
  return new Map(
    rows.map((row) => {
      const { ticketId, about, dueAt } = row;
      return [ticketId, { ticketId, about, dueAt, state: stateOf(row) }];
    }),
  );
}

/** A promise on another ticket of the same customer. */
export type PromiseElsewhere = PromiseStory & Readonly<{ number: number; subject: string }>;

const ELSEWHERE = 3;

/**
 * What the customer of a ticket was promised on their other tickets, as far as the reader may open them: what is owed, the next
 * due first, then what was kept or broken last; three at most, and whether there are more. One statement.
 */
export async function promisesElsewhere(
  { db, workspaceId, actor, now }: StaffContext,
  { ticketId, customerId }: Readonly<{ ticketId: string; customerId: string }>,
): Promise<Readonly<{ promises: readonly PromiseElsewhere[]; more: boolean }>> {
  const rows = await db.$queryRaw<(Parameters<typeof storyOf>[0] & { number: number; subject: string })[]>`
    select p.id, p.about, p.source, p."promisedAt", p."dueAt", p."riskAt", p.text, p.sample, p.group, p."pausedAt",
      p."keptAt", p."brokenAt", p."endedAt", p.reason, p."promisedByName", t.number, t.subject
    from "Ticket" t
    join "TicketPromise" p on p."workspaceId" = t."workspaceId" and p."ticketId" = t.id
    where t."workspaceId" = ${workspaceId}::uuid and t."requesterId" = ${customerId}::uuid and t.id <> ${ticketId}::uuid
      and ${readableBy(actor)} and (p."openAs" is not null or p."keptAt" is not null or p."brokenAt" is not null)
    order by p."openAs" is null, case when p."openAs" is not null then p."dueAt" end, p."dueAt" desc, p.id
    limit ${ELSEWHERE + 1}`;
  const promises = rows.slice(0, ELSEWHERE).map(({ number, subject, ...row }) => {
    return { ...storyOf(row, now()), number, subject };
  });
  return { promises, more: rows.length > ELSEWHERE };
}

/** A promise that has not ended, for whoever is about to speak with the customer. */
export type PromiseOwed = Readonly<{
  ticketId: string;
  id: string;
  about: PromiseAbout;
  state: 'open' | 'at_risk' | 'paused' | 'broken';
  promisedAt: Date;
  dueAt: Date;
  /** Empty where it was promised by itself. */
  by: string;
  text: string;
}>;

/** What is still owed on these tickets, in one query. It asks nothing of permission: the caller knows that they may be seen. */
export async function promisesOwed(
  { db, workspaceId, now }: Pick<StaffContext, 'db' | 'workspaceId' | 'now'>,
  ticketIds: readonly string[],
): Promise<PromiseOwed[]> {
  const rows = await db.ticketPromise.findMany({
    where: { workspaceId, ticketId: { in: [...ticketIds] }, openAs: { not: null } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => {
    const { id, about, look, promisedAt, dueAt, by, text } = storyOf(row, now());
    const state = look === 'at_risk' || look === 'paused' || look === 'broken' ? look : 'open';
    return { ticketId: row.ticketId, id, about, state, promisedAt, dueAt, by, text };
  });
}
