import type { OpenHours } from '@/domain/sla/business-time';
import { type CalendarRef, hoursOf } from '@/features/sla/hours';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';

/** The hours of one version of a calendar, ready to count with. */
export async function hoursOfCalendar(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId'>,
  ref: CalendarRef,
): Promise<OpenHours> {
  return (await hoursOf(tx, ctx, [ref]))(ref);
}
