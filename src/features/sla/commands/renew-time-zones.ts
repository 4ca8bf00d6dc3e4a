import { calendarEdited } from '@/features/sla/recalculate-job';
import type { Context } from '@/server/context';
import type { Tx } from '@/server/db/client';
import { transaction } from '@/server/db/transaction';
import { enqueue } from '@/server/jobs/enqueue';

type World = Pick<Context, 'db' | 'now' | 'newId'>;

/** The row that says by which edition of the time zone database calendars count, such as `2026b`. */
const TIME_ZONES = 'time-zones';

/**
 * After this process got another edition of the time zone database: every calendar gets a new version, so that open clocks
 * keep what they have counted and the rest counts by the new data (contracts H.2, rule 13). Once for each edition, however
 * many processes ask. Gives how many calendars.
 */
export function renewTimeZones(world: World, edition: string): Promise<number> {
  return transaction(world, async (tx) => {
    const known = await tx.heartbeat.createMany({
      data: [{ name: TIME_ZONES, at: world.now(), detail: edition }],
      skipDuplicates: true,
    });
    if (known.count === 1) return 0;
    const changed = await tx.heartbeat.updateMany({
      where: { name: TIME_ZONES, detail: { not: edition } },
      data: { at: world.now(), detail: edition },
    });
    return changed.count === 1 ? renewCalendars(tx, world) : 0;
  });
}

type Renewed = Readonly<{ workspaceId: string; calendarId: string; version: number }>;

async function renewCalendars(tx: Tx, { now }: World): Promise<number> {
  const calendars = await tx.$queryRaw<Renewed[]>`
    update "BusinessCalendar" set version = version + 1 returning "workspaceId", id as "calendarId", version`;
  await tx.$executeRaw`
    insert into "CalendarVersion" ("workspaceId", "calendarId", version, calendar, "savedAt")
    select v."workspaceId", v."calendarId", c.version, v.calendar, ${now()}::timestamptz
    from "BusinessCalendar" c join "CalendarVersion" v
      on v."workspaceId" = c."workspaceId" and v."calendarId" = c.id and v.version = c.version - 1`;
  await tx.$executeRaw`
    update "Workspace" set "rulesVersion" = "rulesVersion" + 1 where id in (select "workspaceId" from "BusinessCalendar")`;
  for (const calendar of calendars) await enqueue(tx, calendarEdited, calendar);
  return calendars.length;
}
