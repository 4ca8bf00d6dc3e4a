import type { StaffActor } from '@/domain/permission/actor';
import { fillQueue } from '@/features/routing/commands/fill-queue';
import { planTimeOff } from '@/features/routing/commands/plan-time-off';
import { saveQueue } from '@/features/routing/commands/save-queue';
import { saveSettings } from '@/features/routing/commands/save-settings';
import { saveSkill } from '@/features/routing/commands/save-skill';
import { queueInput, settingsInput, skillInput, timeOffInput } from '@/features/routing/inputs';
import type { StaffContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const SKILLS = [
  { name: 'Espresso machines', tags: ['steam', 'leak', 'how-to', 'szerviz'], people: ['emma', 'janis'] },
  { name: 'Invoices', tags: ['invoice', 'számla', 'rēķins'], people: ['zsofia', 'liga'] },
] as const;

/** Who is there, and since how many minutes. */
const STATES = [
  ['emma', 'online', 95],
  ['zsofia', 'online', 140],
  ['janis', 'break', 12],
  ['liga', 'away', 35],
] as const;

type Seed = Readonly<{ db: Db; cast: Cast; now: Date; ctx: StaffContext }>;

/** Queues, skills, capacities, and who is there this morning; one ticket has found its person already. */
export async function buildRouting(db: Db, cast: Cast, now: Date): Promise<void> {
  const owner = cast.users.get('eszter');
  if (!owner) throw new Error('nobody plays eszter');
  const actor: StaffActor = { kind: 'user', ...owner, role: 'owner', scope: 'all', teamIds: [] };
  const seed = { db, cast, now, ctx: { workspaceId: cast.workspaceId, actor, db, now: () => now, newId } };
  await buildSkills(seed);
  const capacities = { mail: 8, chat: 3, phone: 1, social: 5 };
  const weights = { low: 1, normal: 1, high: 2, urgent: 3 };
  const settings = { capacities, weights, offlineAfterMinutes: 10 };
  must(await saveSettings(seed.ctx, settingsInput.parse(settings)));
  await findPerson(seed);
  await queue(seed, 'Orders', { mode: 'pull', order: 'priority' });
  await queue(seed, 'Technical help', { mode: 'push', order: 'due', relaxAfterMinutes: 120 });
  await queue(seed, 'Rīga shop', { mode: 'push' });
  for (const [key, state, minutes] of STATES) await present(seed, { key, state, minutes });
  await leave(seed, {
    key: 'peter',
    from: -1,
    days: 5,
    substitute: 'zsofia',
    note: 'Barista course in Trieste',
  });
  await leave(seed, { key: 'emma', from: 12, days: 5, substitute: 'zsofia', note: '' });
}

function must<Value>(
  result: { ok: true; value: Value } | { ok: false; error: Readonly<{ code: string }> },
): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const personIn = ({ cast }: Seed, key: string): string => {
  const user = cast.users.get(key);
  if (!user) throw new Error(`nobody plays ${key}`);
  return user.id;
};

async function buildSkills(seed: Seed): Promise<void> {
  const { workspaceId } = seed.cast;
  for (const { name, tags, people } of SKILLS) {
    const { skillId } = must(await saveSkill(seed.ctx, skillInput.parse({ name, tags })));
    const data = people.map((key) => ({ workspaceId, userId: personIn(seed, key), skillId }));
    await seed.db.memberSkill.createMany({ data });
  }
}

async function queue(seed: Seed, team: string, rules: Record<string, unknown>): Promise<void> {
  const teamId = seed.cast.teams.get(team);
  must(await saveQueue(seed.ctx, queueInput.parse({ teamId, ...rules })));
}

/** The Hungarian order that waited goes to Zsófia, through the router itself, and says why. */
async function findPerson(seed: Seed): Promise<void> {
  const { db, cast, now } = seed;
  const { workspaceId } = cast;
  const userId = personIn(seed, 'zsofia');
  const key = { workspaceId_userId: { workspaceId, userId } };
  await db.membership.update({ where: key, data: { languages: ['hu'] } });
  await present(seed, { key: 'zsofia', state: 'online', minutes: 140 });
  await queue(seed, 'Orders', { mode: 'push' });
  const world = { db, now: () => now, newId, workspaceId };
  const router = { kind: 'system', id: 'routing', name: 'routing' } as const;
  await fillQueue({ ...world, actor: router }, cast.teams.get('Orders') ?? '');
  await db.membership.update({ where: key, data: { languages: ['hu', 'en'] } });
}

type Present = Readonly<{ key: string; state: (typeof STATES)[number][1]; minutes: number }>;

async function present(seed: Seed, { key, state, minutes }: Present): Promise<void> {
  const { workspaceId } = seed.cast;
  const userId = personIn(seed, key);
  const set = { state, since: new Date(seed.now.getTime() - minutes * MINUTE) };
  await seed.db.availability.upsert({
    where: { workspaceId_userId: { workspaceId, userId } },
    create: { workspaceId, userId, ...set },
    update: set,
  });
}

type Leave = Readonly<{ key: string; from: number; days: number; substitute: string; note: string }>;

async function leave(seed: Seed, { key, from, days, substitute, note }: Leave): Promise<void> {
  const dayAt = (offset: number) => new Date(seed.now.getTime() + offset * DAY).toISOString().slice(0, 10);
  const input = {
    userId: personIn(seed, key),
    fromOn: dayAt(from),
    untilOn: dayAt(from + days - 1),
    substituteId: personIn(seed, substitute),
    note,
  };
  must(await planTimeOff(seed.ctx, timeOffInput.parse(input)));
}
