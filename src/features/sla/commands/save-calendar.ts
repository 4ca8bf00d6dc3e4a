import { may } from '@/domain/permission/can';
import { fail, ok, type Result } from '@/domain/shared/result';
import { nextOpening, openHours } from '@/domain/sla/business-time';
import { recordAudit } from '@/features/audit/commands/record-audit';
import { type CalendarTimes, calendarOf } from '@/features/sla/hours';
import type { CalendarInput } from '@/features/sla/inputs';
import { calendarEdited } from '@/features/sla/recalculate-job';
import type { StaffContext } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';

type Refused = Readonly<{ code: 'not_found' | 'name.taken' | 'calendar.never_open' }>;

/**
 * Saves a business calendar with all its hours and days as a new version. A calendar without open time is refused. Open
 * clocks keep what they have counted, and count on by the new hours.
 */
export function saveCalendar(
  ctx: StaffContext,
  input: CalendarInput,
): Promise<Result<Readonly<{ calendarId: string; version: number }>, Refused>> {
  return transaction(ctx, async (tx) => {
    if (!may(ctx.actor, 'workspace.manage')) return fail({ code: 'not_found' });
    if (neverOpens(input, ctx.now())) return fail({ code: 'calendar.never_open' });
    if (await nameTaken(tx, ctx, input)) return fail({ code: 'name.taken' });
    const saved = await saveHead(tx, ctx, input);
    if (!saved) return fail({ code: 'not_found' });

    const { workspaceId } = ctx;
    await replaceTimes(tx, ctx, { ...saved, input });
    await keepVersion(tx, ctx, { ...saved, input });
    await tx.workspace.update({ where: { id: workspaceId }, data: { rulesVersion: { increment: 1 } } });
    if (saved.version > 1) await enqueue(tx, calendarEdited, { workspaceId, ...saved });
    return ok(saved);
  });
}

async function saveHead(tx: Tx, ctx: StaffContext, input: CalendarInput) {
  const { workspaceId } = ctx;
  const { id, name, timeZone } = input;
  const standard = input.standard || !(await otherIsStandard(tx, ctx, id));
  const saved = await writeHead(tx, ctx, { id, head: { name, timeZone, standard } });
  if (saved && standard) {
    const others = { workspaceId, id: { not: saved.calendarId } };
    await tx.businessCalendar.updateMany({ where: others, data: { standard: false } });
  }
  return saved;
}

type Head = Readonly<{ name: string; timeZone: string; standard: boolean }>;

async function writeHead(
  tx: Tx,
  { workspaceId, newId }: StaffContext,
  { id, head }: Readonly<{ id: string | undefined; head: Head }>,
) {
  if (!id) {
    const calendarId = newId();
    await tx.businessCalendar.createMany({ data: [{ ...head, workspaceId, id: calendarId }] });
    return { calendarId, version: 1 };
  }
  const [saved] = await tx.businessCalendar.updateManyAndReturn({
    where: { workspaceId, id },
    data: { ...head, version: { increment: 1 } },
    select: { id: true, version: true },
  });
  return saved ? { calendarId: saved.id, version: saved.version } : null;
}

type Kept = Readonly<{ calendarId: string; version: number; input: CalendarInput }>;

async function keepVersion(tx: Tx, ctx: StaffContext, { calendarId, version, input }: Kept): Promise<void> {
  const { timeZone, week, days } = input;
  const calendar = JSON.parse(JSON.stringify({ timeZone, week, days } satisfies CalendarTimes));
  await tx.calendarVersion.create({
    data: {
      workspaceId: ctx.workspaceId,
      calendarId,
      version,
      calendar,
      savedById: ctx.actor.id,
      savedAt: ctx.now(),
    },
  });
  const action = version === 1 ? 'calendar.created' : 'calendar.changed';
  await recordAudit(tx, ctx, { action, target: input.name });
}

const neverOpens = (input: CalendarInput, now: Date) =>
  nextOpening(openHours(calendarOf(input)), now) === null;

/** The first calendar is the standard one, and it stays that until another takes its place. */
async function otherIsStandard(tx: Tx, { workspaceId }: StaffContext, id?: string): Promise<boolean> {
  const other = await tx.businessCalendar.findFirst({
    where: { workspaceId, standard: true, ...(id && { id: { not: id } }) },
    select: { id: true },
  });
  return other !== null;
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
