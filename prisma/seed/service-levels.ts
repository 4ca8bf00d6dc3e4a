import type { StaffActor } from '@/domain/permission/actor';
import { saveCalendar } from '@/features/sla/commands/save-calendar';
import { savePolicy } from '@/features/sla/commands/save-policy';
import { calendarInput, policyInput } from '@/features/sla/inputs';
import { holidaysOf, loadHolidays } from '@/features/sla/ui/public-holidays';
import type { StaffContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';
import { ORGANIZATIONS } from './people';

const HOUR = 60;
const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

const week = (weekday: Hours, saturday: Hours | null) => {
  const slots = (hours: Hours | null) => (hours ? [{ from: hours[0] * HOUR, to: hours[1] * HOUR }] : []);
  return [[], ...Array.from({ length: 5 }, () => slots(weekday)), slots(saturday)];
};

type Hours = [number, number];

/** The public holidays of a country in this year and the next, and the Saturdays on which it works instead of a weekday. */
async function holidays(country: 'HU' | 'LV', now: Date, [from, to]: Hours) {
  const year = now.getUTCFullYear();
  const asked = { country, years: [year, year + 1], bridging: true, locale: country.toLowerCase() };
  const open = { from: from * HOUR, to: to * HOUR };
  return holidaysOf(await loadHolidays(), asked).map((day) => ({
    ...day,
    open: day.kind === 'extra' ? open : null,
  }));
}

/** Minutes to the first reply, the next one and the solution, for low, normal, high and urgent tickets. */
type Promise3 = Readonly<Record<'first_reply' | 'next_reply' | 'resolution', readonly number[]>>;

const STANDARD: Promise3 = {
  first_reply: [960, 480, 240, 60],
  next_reply: [960, 480, 240, 60],
  resolution: [4800, 2400, 1440, 480],
};
const VIP: Promise3 = {
  first_reply: [240, 120, 60, 30],
  next_reply: [240, 120, 60, 30],
  resolution: [1440, 960, 480, 240],
};

const targetsOf = (promise: Promise3) =>
  Object.entries(promise).flatMap(([metric, minutes]) =>
    PRIORITIES.map((priority, index) => ({ metric, priority, minutes: minutes[index] })),
  );

/** Two calendars with the holidays of their countries and two policies: what the shop promises to everybody, and more to the organizations it serves. */
export async function buildServiceLevels(db: Db, cast: Cast, now: Date): Promise<void> {
  const owner = cast.users.get('eszter');
  if (!owner) throw new Error('nobody plays eszter');
  const actor: StaffActor = { kind: 'user', ...owner, role: 'owner', scope: 'all', teamIds: [] };
  const ctx: StaffContext = { workspaceId: cast.workspaceId, actor, db, now: () => now, newId };
  const shop = await calendar(ctx, {
    name: 'Riga shop',
    timeZone: 'Europe/Riga',
    week: week([10, 19], [10, 16]),
    days: await holidays('LV', now, [10, 19]),
    standard: true,
  });
  const office = await calendar(ctx, {
    name: 'Budapest office',
    timeZone: 'Europe/Budapest',
    week: week([8, 18], null),
    days: await holidays('HU', now, [8, 18]),
  });
  const names = ORGANIZATIONS.map(({ name }) => name);
  const organizations = await db.organization.findMany({
    where: { workspaceId: cast.workspaceId, name: { in: names } },
    select: { id: true },
  });
  const values = organizations.map(({ id }) => id);
  const conditions = { field: 'organizationId', operator: 'is_any_of', values };
  await policy(ctx, { name: 'VIP organizations', calendarId: office, conditions, targets: targetsOf(VIP) });
  await policy(ctx, { name: 'Standard', calendarId: shop, targets: targetsOf(STANDARD) });
}

async function calendar(ctx: StaffContext, input: object): Promise<string> {
  const saved = await saveCalendar(ctx, calendarInput.parse(input));
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.calendarId;
}

async function policy(ctx: StaffContext, input: object): Promise<void> {
  const saved = await savePolicy(ctx, policyInput.parse(input));
  if (!saved.ok) throw new Error(saved.error.code);
}

/** What the stories missed in the past is missed without a word: nobody is mailed about it. */
export async function silencePast(db: Db, { workspaceId }: Cast, now: Date): Promise<void> {
  await db.$executeRaw`
    update "SlaClock" set "breachedAt" = coalesce("breachedAt", "dueAt"), level = 4, "sweepAt" = null
    where "workspaceId" = ${workspaceId}::uuid and "sweepAt" is not null
      and coalesce("breachedAt", "dueAt") < ${now}::timestamptz`;
}
