import { addOpenTime, openHours } from '@/domain/sla/business-time';
import { writesOf } from '@/features/sla/clock-rows';
import { saveClocks } from '@/features/sla/commands/save-clocks';
import { pastOf, rebuilt } from '@/features/sla/history';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import { eachOf } from '@/server/jobs/each-of';
import { ARCHIVE } from './archive';
import type { Cast } from './build-demo';
import { drawing } from './history-draw';
import { buildPastCalls } from './history-lines';
import { type HistoryRows, rowsOf, type Told } from './history-rows';
import type { Language } from './story';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** How much comes on each day of the week, Sunday first, and in each hour of a day. */
const WEEK = [2, 14, 12, 11, 11, 9, 4];
const HOURS = [0, 0, 0, 0, 0, 1, 2, 4, 8, 10, 11, 10, 8, 8, 9, 9, 8, 6, 4, 4, 3, 3, 2, 1];
/** The week in which a parcel service failed: twice the work, three times the wait. */
const BAD_WEEK = { from: 38, to: 32 };
const LANGUAGES: readonly Language[] = ['hu', 'hu', 'hu', 'lv', 'lv', 'lv', 'en', 'en'];
const AGENTS = { hu: ['zsofia', 'zsofia', 'peter'], lv: ['janis', 'janis', 'liga'], en: ['emma'] } as const;
/** Minutes of open time until the first answer, by team: the shop is quick, technical questions take longest. */
const PACE: Readonly<Record<string, number>> = { Orders: 70, 'Technical help': 150, 'Rīga shop': 40 };

const SHOP = openHours({
  timeZone: 'Europe/Riga',
  week: [[], ...Array.from({ length: 5 }, () => [{ from: 600, to: 1140 }]), [{ from: 600, to: 960 }]],
  holidays: new Map(),
  extraDays: new Map(),
});

/**
 * Days of solved tickets before the stories: their rows and their history as if they had happened, with the clocks that
 * the history makes. The same every time, counted back from `now`.
 */
export async function buildHistory(
  db: Db,
  cast: Cast,
  { now, days = 90 }: Readonly<{ now: Date; days?: number }>,
): Promise<void> {
  const told = tell(cast, now, days);
  const standard = await db.slaPolicy.findFirst({
    where: { workspaceId: cast.workspaceId, name: 'Standard' },
    select: { id: true, version: true, calendar: { select: { version: true } } },
  });
  const numbers = await db.$queryRaw<{ number: number }[]>`
    select next_ticket_number(${cast.workspaceId}::uuid)::int as number from generate_series(1, ${told.length}::int)`;
  const policy = standard && { ...standard, calendarVersion: standard.calendar.version };
  const rows = told.map((each, index) =>
    rowsOf(cast, { told: each, number: numbers[index]?.number ?? 0, policy }),
  );
  await insert(db, rows);
  await buildPastCalls(db, cast, told);
  await eachOf(rows, 4, ({ ticket }) => withClocks(db, cast.workspaceId, ticket));
  await db.$queryRaw`select index_tickets(${cast.workspaceId}::uuid, ${rows.map(({ ticket }) => ticket.id)}::uuid[])`;
}

async function insert(db: Db, rows: readonly HistoryRows[]): Promise<void> {
  await db.ticket.createMany({ data: rows.map(({ ticket }) => ticket) });
  await db.message.createMany({ data: rows.flatMap(({ messages }) => messages) });
  await db.ticketEvent.createMany({ data: rows.flatMap(({ events }) => events) });
  await db.ticketTag.createMany({ data: rows.flatMap(({ tags }) => tags) });
}

async function withClocks(db: Db, workspaceId: string, ticket: HistoryRows['ticket']): Promise<void> {
  if (!ticket.slaPolicyId) return;
  const ctx = { workspaceId };
  await db.$transaction(async (tx) => {
    const past = await pastOf(tx, ctx, { ticketId: ticket.id });
    const { clocks, promises } = await rebuilt(tx, ctx, { past, status: ticket.status });
    const writes = writesOf({ clocks, stored: [], promises, at: ticket.updatedAt, newId });
    const made = writes.made.map((row) => ({ ...row, sweepAt: null, level: row.breachedAt ? 4 : row.level }));
    await saveClocks(tx, ctx, { ticketId: ticket.id, writes: { ...writes, made } });
  });
}

/** What happened, ticket by ticket, oldest first. */
function tell(cast: Cast, now: Date, days: number): Told[] {
  const draw = drawing(20_261_129);
  const today = Math.floor(now.getTime() / DAY) * DAY;
  return Array.from({ length: days }, (_, index) =>
    tellDay(cast, draw, { midnight: today, ago: days - index }),
  )
    .flat()
    .filter(({ solvedAt }) => solvedAt < now)
    .map((one) => ({ ...one, closedAt: closing(one.solvedAt, now) }))
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

/** Solved tickets close after a week. */
function closing(solvedAt: Date, now: Date): Date | null {
  const at = new Date(solvedAt.getTime() + 7 * DAY);
  return at < now ? at : null;
}

type Drawing = ReturnType<typeof drawing>;
type Day = Readonly<{ midnight: number; ago: number }>;

function tellDay(cast: Cast, draw: Drawing, { midnight, ago }: Day): Told[] {
  const start = midnight - ago * DAY;
  const bad = ago <= BAD_WEEK.from && ago >= BAD_WEEK.to;
  const usual = WEEK[new Date(start).getUTCDay()] ?? 0;
  const count = Math.round(usual * (bad ? 1.9 : 0.85 + 0.3 * draw.share()));
  return Array.from({ length: count }, () => {
    const at = new Date(start + (draw.weighted(HOURS) + draw.share()) * 60 * MINUTE);
    return tellOne(cast, draw, { at, bad });
  });
}

type Moment = Readonly<{ at: Date; bad: boolean }>;

/** When somebody answers what was asked at `at`, after about so many minutes of open time. */
const answeredAt = (draw: Drawing, at: Date, pace: number): Date =>
  addOpenTime(SHOP, at, draw.around(pace) * MINUTE) ?? at;

function tellOne(cast: Cast, draw: Drawing, { at, bad }: Moment): Told {
  const language = draw.of(LANGUAGES);
  const topic = draw.index(ARCHIVE[language].length);
  const [subject, question, answer] = ARCHIVE[language][topic] ?? ['', '', ''];
  const desk = topic % 3 === 1 ? 'Technical help' : 'Orders';
  const team = language === 'lv' && draw.share() < 0.4 ? 'Rīga shop' : desk;
  const pace = (PACE[team] ?? 0) * (bad ? 3 : 1);
  const turns = tellTurns(draw, { at, pace, question, answer });
  const firstSolvedAt = turns.at(-1)?.at ?? at;
  const comesBack = draw.share() < (bad ? 0.16 : 0.07);
  const reopenedAt = comesBack ? later(firstSolvedAt, draw.around(2 * 1440)) : null;
  const customers = [...cast.customers.values()].filter(({ locale }) => locale === language);
  return {
    ...{ id: newId(), language, team, question, answer, turns, createdAt: at, firstSolvedAt, reopenedAt },
    customer: draw.of(customers),
    subject: `${subject} (${20_100 + draw.index(900)})`,
    priority: draw.of(['normal', 'normal', 'normal', 'low', 'high', 'high', 'urgent'] as const),
    channel: draw.of(['email', 'email', 'email', 'web', 'web', 'api'] as const),
    agent: draw.of(AGENTS[language]),
    closedAt: null,
    solvedAt: reopenedAt ? answeredAt(draw, reopenedAt, pace) : firstSolvedAt,
    messageIds: Array.from({ length: turns.length + 3 }, () => newId()),
  };
}

const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * MINUTE);

type Asked = Readonly<{ at: Date; pace: number; question: string; answer: string }>;

/** Two of three are answered once; the others ask again. */
function tellTurns(draw: Drawing, { at, pace, question, answer }: Asked): Told['turns'] {
  const rounds = draw.weighted([0, 66, 24, 10]);
  const turns: Told['turns'][number][] = [];
  let asked = at;
  for (let round = 1; round <= rounds; round++) {
    const answered = answeredAt(draw, asked, pace);
    turns.push({ at: answered, by: 'agent', text: answer });
    if (round === rounds) break;
    asked = later(answered, draw.around(200));
    turns.push({ at: asked, by: 'customer', text: question });
  }
  return turns;
}
