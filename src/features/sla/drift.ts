import { judged, type SlaClock } from '@/domain/sla/clock';
import { nextDue } from '@/domain/sla/watch';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { clockRowsOf, clocksOf } from './clock-rows';
import { pastOf, rebuilt } from './history';
import { calendarRefOf } from './hours';

/**
 * In what a ticket's stored clocks differ at `at` from those that its history makes, one line each, such as
 * `next_reply 2 dueAt: 2026-11-17T14:00:00.000Z, not 2026-11-17T15:00:00.000Z`. Empty when nothing does.
 */
export async function driftOf(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId'>,
  { ticketId, at }: Readonly<{ ticketId: string; at: Date }>,
): Promise<string[]> {
  const ticket = await tx.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id: ticketId } },
    select: { status: true, nextDueAt: true, nextDueMetric: true },
  });
  const stored = await clocksOf(tx, ctx, await clockRowsOf(tx, ctx, ticketId));
  const past = await pastOf(tx, ctx, { ticketId });
  const { clocks } = await rebuilt(tx, ctx, { past, status: ticket.status });
  const due = nextDue(stored);
  const shown = {
    was: `${ticket.nextDueAt?.toISOString()} ${ticket.nextDueMetric}`,
    is: `${due.nextDueAt?.toISOString()} ${due.nextDueMetric}`,
  };
  const next = shown.was === shown.is ? [] : [`next due: ${shown.was}, not ${shown.is}`];
  return [...differences(stored, clocks, at), ...next];
}

function differences(...[stored, made, at]: [readonly SlaClock[], readonly SlaClock[], Date]): string[] {
  const [was, is] = [factsOf(stored, at), factsOf(made, at)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => was.get(name) !== is.get(name))
    .map((name) => `${name}: ${was.get(name) ?? 'absent'}, not ${is.get(name) ?? 'absent'}`);
}

function factsOf(clocks: readonly SlaClock[], at: Date): Map<string, string> {
  const facts = new Map<string, string>();
  for (const clock of clocks) {
    const { metric, sequence, hours, ...rest } = judged(clock, at);
    const ref = calendarRefOf(hours);
    const all = { ...rest, hours: ref && `${ref.calendarId}/${ref.version}` };
    for (const [name, value] of Object.entries(all)) {
      facts.set(`${metric} ${sequence} ${name}`, value instanceof Date ? value.toISOString() : String(value));
    }
  }
  return facts;
}
