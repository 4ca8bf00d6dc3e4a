import { chosenGroup, groupKeys, roundedUp } from '@/domain/promise/history';
import type { PromiseAbout, PromiseSource } from '@/domain/promise/promise';
import type { SlaMetric } from '@/domain/sla/clock';
import { instantAfter } from '@/domain/sla/clock';
import type { Ticket } from '@/domain/ticket/ticket';
import { type PromiseGround, promiseGround } from '@/features/promises/settings';
import { expectedAnswer } from '@/features/sla/commands/expected-answer';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** A time that may be promised, and on what ground. */
export type Estimate = Readonly<{
  dueAt: Date;
  source: PromiseSource;
  /** For `statistical`: how many like tickets, and how wide their group had to be. */
  sample: number | null;
  group: string | null;
}>;

type Asked = Readonly<{ ticket: Ticket; about: PromiseAbout; opening?: boolean }>;

/**
 * When a customer can expect an answer, or a solution, as things stand: by the target that runs, else by how long like
 * tickets took (80 of 100 were done by then), else, for an answer, by the general time of the workspace. Null where none of
 * these tells. `opening` is for a ticket that is about to be saved.
 */
export async function estimatePromise(tx: Tx, ctx: Context, asked: Asked): Promise<Estimate | null> {
  return estimateOn(tx, ctx, { ...asked, ground: await promiseGround(tx, ctx) });
}

/** As `estimatePromise`, for what is promised by itself when a ticket opens: null where that is not wanted. */
export async function openingPromise(tx: Tx, ctx: Context, ticket: Ticket): Promise<Estimate | null> {
  const ground = await promiseGround(tx, ctx);
  const { automatic, channels } = ground.settings;
  if (!automatic || ticket.spam || !channels.includes(ticket.channel)) return null;
  return estimateOn(tx, ctx, { ticket, about: 'answer', opening: true, ground });
}

type OnGround = Asked & Readonly<{ ground: PromiseGround }>;

async function estimateOn(tx: Tx, ctx: Context, asked: OnGround): Promise<Estimate | null> {
  const { settings } = asked.ground;
  const found =
    (settings.sla ? await byTarget(tx, ctx, asked) : null) ??
    (settings.statistical ? await byHistory(tx, ctx, asked) : null) ??
    inGeneral(ctx, asked);
  return found && { ...found, dueAt: roundedUp(found.dueAt, settings.roundMinutes) };
}

const METRICS: Readonly<Record<PromiseAbout, readonly SlaMetric[]>> = {
  answer: ['first_reply', 'next_reply'],
  resolution: ['resolution', 'requester_wait'],
};

async function byTarget(tx: Tx, ctx: Context, { ticket, about, opening }: Asked): Promise<Estimate | null> {
  const dueAt = opening
    ? (await expectedAnswer(tx, ctx, { ticket, withinHours: null }))?.at
    : await runningTarget(tx, ctx, { ticket, about });
  return dueAt ? { dueAt, source: 'sla', sample: null, group: null } : null;
}

async function runningTarget(tx: Tx, ctx: Context, { ticket, about }: Asked): Promise<Date | null> {
  const clock = await tx.slaClock.findFirst({
    where: {
      workspaceId: ctx.workspaceId,
      ticketId: ticket.id,
      metric: { in: [...METRICS[about]] },
      fulfilledAt: null,
      cancelledAt: null,
      dueAt: { gt: ctx.now() },
    },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return clock?.dueAt ?? null;
}

async function byHistory(
  tx: Tx,
  ctx: Context,
  { ticket, about, ground }: OnGround,
): Promise<Estimate | null> {
  const { workspaceId } = ctx;
  const rows = await tx.promiseStatistic.findMany({
    where: { workspaceId, about, key: { in: [...groupKeys(ticket)] } },
    select: { key: true, sample: true, p80: true },
  });
  const statistics = rows.map((row) => ({ ...row, p80: Number(row.p80) }));
  const chosen = chosenGroup(ticket, statistics, ground.settings.minimumSample);
  const dueAt = chosen && instantAfter(ground.hours, ctx.now(), chosen.p80);
  return dueAt && { dueAt, source: 'statistical', sample: chosen.sample, group: chosen.level };
}

const HOUR = 3_600_000;

function inGeneral(ctx: Context, { about, ground }: OnGround): Estimate | null {
  const { hours, answerWithinHours } = ground;
  if (about !== 'answer' || answerWithinHours === null || !hours) return null;
  const dueAt = instantAfter(hours, ctx.now(), answerWithinHours * HOUR);
  return dueAt && { dueAt, source: 'general', sample: null, group: null };
}

/** So many working hours from now, as a round time; null where the calendar never holds them. */
export async function withinHours(tx: Tx, ctx: Context, count: number): Promise<Estimate | null> {
  const { hours, settings } = await promiseGround(tx, ctx);
  const dueAt = instantAfter(hours, ctx.now(), count * HOUR);
  return (
    dueAt && {
      dueAt: roundedUp(dueAt, settings.roundMinutes),
      source: 'manual',
      sample: null,
      group: null,
    }
  );
}
