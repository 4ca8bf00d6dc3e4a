import { beforeEach, expect, test } from 'vitest';
import { deleteCalendar } from '@/features/sla/commands/delete-calendar';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { savePolicy } from '@/features/sla/commands/save-policy';
import { calendarInput, policyInput } from '@/features/sla/inputs';
import { getCalendar, listCalendars } from '@/features/sla/queries';
import type { StaffContext } from '@/server/context';
import { newWorld } from '../../support/world';

let world: Awaited<ReturnType<typeof newWorld>>;
let admin: StaffContext;

beforeEach(async () => {
  world = await newWorld();
  admin = await world.member({ role: 'admin', name: 'Anna' });
});

const OFFICE = [[], ...Array.from({ length: 5 }, () => [{ from: 540, to: 1020 }]), []];
const CLOSED = Array.from({ length: 7 }, () => []);

const input = (over: object = {}) =>
  calendarInput.parse({ name: 'Office', timeZone: 'Europe/Budapest', week: OFFICE, ...over });

async function saved(over: object = {}): Promise<string> {
  const done = await saveCalendar(admin, input(over));
  if (!done.ok) throw new Error(done.error.code);
  return done.value.calendarId;
}

const actions = async () =>
  (
    await world.db.auditEntry.findMany({ where: { workspaceId: world.workspaceId }, orderBy: { at: 'asc' } })
  ).map(({ action, target }) => `${action} ${target}`);

test('a calendar is shown as it was saved, with its special days', async () => {
  const days = [
    { date: '2026-12-24', kind: 'holiday', name: 'Christmas Eve', open: { from: 540, to: 720 } },
    { date: '2026-12-25', kind: 'holiday', name: 'Christmas', open: null },
  ];
  const id = await saved({ days });
  expect(await getCalendar(admin, id)).toMatchObject({ name: 'Office', week: OFFICE, days, version: 1 });
  expect(await actions()).toEqual(['calendar.created Office']);
});

test('a calendar that never opens is refused, whatever its holidays say', async () => {
  const never = { ok: false, error: { code: 'calendar.never_open' } };
  expect(await saveCalendar(admin, input({ week: CLOSED }))).toEqual(never);
  const extra = { date: '2026-03-07', kind: 'extra', name: '', open: { from: 540, to: 600 } };
  expect((await saveCalendar(admin, input({ week: CLOSED, days: [extra] }))).ok).toBe(true);
});

test('the first calendar is the standard one until another takes its place', async () => {
  await saved();
  const standard = async () =>
    (await listCalendars(admin)).filter((row) => row.standard).map(({ name }) => name);
  expect(await standard()).toEqual(['Office']);
  await saved({ name: 'Night', standard: true });
  expect(await standard()).toEqual(['Night']);
});

test('a name is used once', async () => {
  await saved();
  expect(await saveCalendar(admin, input())).toEqual({ ok: false, error: { code: 'name.taken' } });
});

test('a calendar is deleted only while no policy counts with it', async () => {
  const standard = await saved({ name: 'First' });
  const [used, unused] = [await saved(), await saved({ name: 'Unused' })];
  await savePolicy(
    admin,
    policyInput.parse({
      name: 'All',
      calendarId: used,
      targets: [{ metric: 'first_reply', priority: 'normal', minutes: 60 }],
    }),
  );
  expect(await deleteCalendar(admin, { calendarId: used })).toEqual({
    ok: false,
    error: { code: 'calendar.in_use' },
  });
  expect(await deleteCalendar(admin, { calendarId: standard })).toEqual({
    ok: false,
    error: { code: 'calendar.standard' },
  });
  expect(await deleteCalendar(admin, { calendarId: unused })).toEqual({ ok: true, value: null });
  expect((await listCalendars(admin)).map(({ name, policies }) => [name, policies])).toEqual([
    ['First', 0],
    ['Office', 1],
  ]);
  expect(await actions()).toContain('calendar.deleted Unused');
});

test('another workspace’s calendar is not found', async () => {
  const id = await saved();
  const stranger = await (await newWorld()).member({ role: 'admin' });
  expect(await getCalendar(stranger, id)).toBeNull();
  expect(await deleteCalendar(stranger, { calendarId: id })).toEqual({
    ok: false,
    error: { code: 'not_found' },
  });
});
