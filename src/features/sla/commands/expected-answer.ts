import { instantAfter } from '@/domain/sla/clock';
import type { Ticket } from '@/domain/ticket/ticket';
import { type CalendarRef, hoursOf } from '@/features/sla/hours';
import { matchingPolicy } from '@/features/sla/matching-policy';
import { slaRules } from '@/features/sla/sla-rules';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

const HOUR = 60 * 60_000;

type Asked = Readonly<{
  /** As it is opened. */
  ticket: Ticket;
  /** What is promised in general, in hours of work; null for nothing. */
  withinHours: number | null;
}>;

type Standing = CalendarRef & Readonly<{ rulesVersion: number; timeZone: string }>;

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
  const { workspaceId } = ctx;
  const [standing] = await tx.$queryRaw<Standing[]>`
    select w."rulesVersion", w."timeZone", c.id as "calendarId", c.version
    from "Workspace" w join "BusinessCalendar" c on c."workspaceId" = w.id and c.standard
    where w.id = ${workspaceId}::uuid`;
  if (!standing) return null;
  const { rulesVersion, timeZone, ...calendar } = standing;
  const rules = await slaRules(tx, ctx, rulesVersion);
  const promise = (await matchingPolicy(tx, ctx, { rules, ticket }))?.promises[ticket.priority].first_reply;
  if (promise) return saidAt(instantAfter(promise.hours, ctx.now(), promise.target), timeZone);
  if (withinHours === null) return null;
  const hours = (await hoursOf(tx, ctx, [calendar]))(calendar);
  return saidAt(instantAfter(hours, ctx.now(), withinHours * HOUR), timeZone);
}

const saidAt = (at: Date | null, timeZone: string) => at && { at, timeZone };
