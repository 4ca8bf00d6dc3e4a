import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { nextOpening, openHours } from '@/domain/sla/business-time';
import type { CalendarInput } from '@/features/sla/inputs';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';

type Refused = Readonly<{ code: 'not_found' | 'name.taken' | 'calendar.never_open' }>;

/** Saves a business calendar with all its hours and days. A calendar without open time is refused. */
export function saveCalendar(
  ctx: StaffContext,
  input: CalendarInput,
): Promise<Result<Readonly<{ calendarId: string }>, Refused>> {
  return transaction(ctx, async (tx) => {
    const { workspaceId } = ctx;
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
    if (neverOpens(input, ctx.now())) return fail({ code: 'calendar.never_open' });
    if (await nameTaken(tx, ctx, input)) return fail({ code: 'name.taken' });

    const calendarId = input.id ?? ctx.newId();
    const head = { name: input.name, timeZone: input.timeZone, standard: input.standard };
    if (input.standard) {
      await tx.businessCalendar.updateMany({ where: { workspaceId }, data: { standard: false } });
    }
    if (input.id) {
      const { count } = await tx.businessCalendar.updateMany({
        where: { workspaceId, id: input.id },
        data: { ...head, version: { increment: 1 } },
      });
      if (count === 0) return fail({ code: 'not_found' });
    } else {
      await tx.businessCalendar.createMany({ data: [{ ...head, workspaceId, id: calendarId }] });
    }
    await replaceTimes(tx, ctx, { calendarId, input });
    await tx.workspace.update({ where: { id: workspaceId }, data: { rulesVersion: { increment: 1 } } });
    return ok({ calendarId });
  });
}

function neverOpens({ timeZone, week, days }: CalendarInput, now: Date): boolean {
  const extraDays = new Map(
    days.flatMap(({ kind, date, open }) => (kind === 'extra' && open ? [[date, [open]] as const] : [])),
  );
  const hours = openHours({ timeZone, week, holidays: new Map(), extraDays });
  return nextOpening(hours, now) === null;
}

async function nameTaken(
  tx: Tx,
  { workspaceId }: StaffContext,
  { id, name }: CalendarInput,
): Promise<boolean> {
  const other = await tx.businessCalendar.findUnique({
    where: { workspaceId_name: { workspaceId, name } },
    select: { id: true },
  });
  return other !== null && other.id !== id;
}

type Times = Readonly<{ calendarId: string; input: CalendarInput }>;

async function replaceTimes(
  tx: Tx,
  { workspaceId }: StaffContext,
  { calendarId, input }: Times,
): Promise<void> {
  const where = { workspaceId, calendarId };
  await tx.calendarSlot.deleteMany({ where });
  await tx.calendarDay.deleteMany({ where });
  const slots = input.week.flatMap((day, weekday) =>
    day.map(({ from, to }) => ({ ...where, weekday, fromMinute: from, toMinute: to })),
  );
  await tx.calendarSlot.createMany({ data: slots, skipDuplicates: true });
  await tx.calendarDay.createMany({
    data: input.days.map(({ date, kind, name, open }) => ({
      ...where,
      date: new Date(`${date}T00:00:00Z`),
      kind,
      name,
      fromMinute: open?.from ?? null,
      toMinute: open?.to ?? null,
    })),
    skipDuplicates: true,
  });
}
