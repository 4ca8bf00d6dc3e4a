import type pg from 'pg';
import { addOpenTime, openHours } from '@/domain/sla/business-time';
import { sweepSla } from '@/features/sla/commands/sweep-sla';
import { database } from '@/server/db/client';
import { newId } from '@/server/ids';
import { type Figures, figuresOf } from './figures';
import type { Product } from './product';

const CLOCKS = 1_000_000;
const DUE = 1000;
const ROUNDS = 5;
const DAY = 24 * 60 * 60_000;

type Measure = Readonly<{ client: pg.Client; product: Product; tickets: number }>;

/** A sweep over a million open clocks of which a thousand are due. */
export async function measureSweep(measure: Measure): Promise<Figures[]> {
  const sweeps = await sweepTimes(measure);
  return [figuresOf(`Sweep of ${CLOCKS} open clocks, ${DUE} due`, sweeps, { target: '≤ 2000' })];
}

/** Due dates by a calendar with a week of office hours. */
export async function measureDueDates(): Promise<Figures[]> {
  return [figuresOf('100 000 due dates', dueDateTimes(), { target: '≤ 2000' })];
}

/** Clocks due in days to come, so that the worker beside us does not take them first. */
async function sweepTimes({ client, product, tickets }: Measure): Promise<number[]> {
  const { workspaceId } = product.seeded;
  await client.query(
    `insert into "SlaClock" ("workspaceId", id, "ticketId", metric, sequence, target, "startedAt", consumed, "runningSince",
       "warnAt", "dueAt", "sweepAt")
     select $1, gen_random_uuid(), t.id, 'next_reply', 1000 + n, 3600000, now(), 0, now(), due - interval '15 minutes', due,
       due - interval '15 minutes'
     from (select id, now() + interval '400 days' as due from "Ticket" where "workspaceId" = $1 limit $2) as t,
       generate_series(1, ceil($3::numeric / $2)::int) as n`,
    [workspaceId, tickets, CLOCKS],
  );
  await client.query('vacuum analyze "SlaClock"');
  const times: number[] = [];
  // The first round opens connections and the queue, and is not measured.
  for (let round = 0; round <= ROUNDS; round++) {
    await client.query(
      `update "SlaClock" set "sweepAt" = now() + (1 + $2) * interval '1 day', "warnAt" = now() + (1 + $2) * interval '1 day'
       where ("workspaceId", id) in (
         select "workspaceId", id from "SlaClock" where "workspaceId" = $1 and level = 0
         and "sweepAt" > now() + interval '300 days' limit $3)`,
      [workspaceId, round, DUE],
    );
    const start = performance.now();
    const asOf = new Date(Date.now() + (1 + round) * DAY);
    const swept = await sweepSla({ db: database(), newId }, asOf);
    if (round > 0) times.push(performance.now() - start);
    if (swept !== DUE) throw new Error(`swept ${swept}, not ${DUE}`);
  }
  return times;
}

function dueDateTimes(): number[] {
  const office = [{ from: 540, to: 1020 }];
  const week = [[], office, office, office, office, office, []];
  const calendar = { timeZone: 'Europe/Budapest', week, holidays: new Map(), extraDays: new Map() };
  const begin = Date.UTC(2026, 0, 1);
  return Array.from({ length: ROUNDS }, () => {
    const hours = openHours(calendar);
    const start = performance.now();
    for (let index = 0; index < 100_000; index++) {
      addOpenTime(hours, new Date(begin + index * 300_000), ((index % 2400) + 1) * 60_000);
    }
    return performance.now() - start;
  });
}
