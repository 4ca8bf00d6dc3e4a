import { instantAfter } from '@/domain/sla/clock';
import type { Ticket } from '@/domain/ticket/ticket';
import { hoursOf } from '@/features/sla/hours';
import { matchingPolicy } from '@/features/sla/matching-policy';
import { slaRules } from '@/features/sla/sla-rules';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

const HOUR = 60 * 60_000;

type Asked = Readonly<{
  /** As it is opened. */
  ticket: Ticket;
  /** What is promised in general, in hours of work. */
  withinHours: number;
}>;

/** When a customer may expect the first answer, and in whose time zone the workspace says so. */
export type ExpectedAnswer = Readonly<{ at: Date; timeZone: string }>;

/**
 * When the first answer to a new ticket is due: by the policy that promises one, else so many hours of the standard
 * calendar from now. Null where there is neither.
 */
export async function expectedAnswer(
  tx: Tx,
  ctx: Context,
  { ticket, withinHours }: Asked,
): Promise<ExpectedAnswer | null> {
  const { rulesVersion, timeZone, calendars } = await tx.workspace.findUniqueOrThrow({
    where: { id: ctx.workspaceId },
    select: {
      rulesVersion: true,
      timeZone: true,
      calendars: { where: { standard: true }, select: { id: true, version: true } },
    },
  });
  const [calendar] = calendars;
  if (!calendar) return null;
  const rules = await slaRules(tx, ctx, rulesVersion);
  const promise = (await matchingPolicy(tx, ctx, { rules, ticket }))?.promises[ticket.priority].first_reply;
  if (promise) return saidAt(instantAfter(promise.hours, ctx.now(), promise.target), timeZone);
  const standard = { calendarId: calendar.id, version: calendar.version };
  const hours = (await hoursOf(tx, ctx, [standard]))(standard);
  return saidAt(instantAfter(hours, ctx.now(), withinHours * HOUR), timeZone);
}

const saidAt = (at: Date | null, timeZone: string) => at && { at, timeZone };
