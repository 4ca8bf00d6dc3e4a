import { afterAll, expect, test, vi } from 'vitest';
import { recalculateClocks } from '@/features/sla/commands/recalculate-clocks';
import { renewTimeZones } from '@/features/sla/commands/renew-time-zones';
import { database } from '@/server/db/client';
import { stopBoss } from '@/server/jobs/boss';
import { addressOfRun, addressOn, freshDatabase } from '../../support/database';
import { clocksIn, newDesk } from './support';

// It renews the calendars of every workspace there is: not where others count by theirs.
const own = await freshDatabase(addressOn(addressOfRun(), 'postgres'));
vi.stubEnv('DATABASE_URL', own.address);
afterAll(async () => {
  await stopBoss();
  await database().$disconnect();
  await own.drop();
});

test('another edition of the time zones makes a new version of every calendar, once', async () => {
  const desk = await newDesk('2026-11-16T08:00:00Z');
  const { db, workspaceId, now } = desk.world;
  const calendarId = await desk.calendar();
  await desk.policy(calendarId, { normal: { first_reply: 120 } });
  const { ticketId } = await desk.world.ticket(desk.agent);
  const world = { db, now, newId: () => crypto.randomUUID() };
  const edition = crypto.randomUUID();
  await renewTimeZones(world, `${edition} a`);
  expect(await renewTimeZones(world, `${edition} a`)).toBe(0);
  const made = await Promise.all([
    renewTimeZones(world, `${edition} b`),
    renewTimeZones(world, `${edition} b`),
  ]);
  expect(Math.min(...made)).toBe(0);
  expect(Math.max(...made)).toBeGreaterThan(0);

  const versions = await db.calendarVersion.findMany({
    where: { workspaceId, calendarId },
    orderBy: { version: 'asc' },
  });
  const last = versions.at(-1);
  expect(last?.calendar).toEqual(versions[0]?.calendar);
  desk.world.pass(3600);
  const system = desk.world.system('schedule');
  expect(await recalculateClocks(system, { calendarId, version: last?.version ?? 0 })).toBe(1);
  expect((await clocksIn(desk.world, ticketId)).get('first_reply 1')).toMatchObject({
    elapsed: 60,
    dueAt: new Date('2026-11-16T10:00:00Z'),
  });
});
