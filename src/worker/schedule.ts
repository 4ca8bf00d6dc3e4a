import { checkDriftNightly } from '@/features/sla/commands/check-drift';
import { sweepSla } from '@/features/sla/commands/sweep-sla';
import { closeSolvedTickets } from '@/features/tickets/commands/close-solved';
import { log } from '@/server/log';
import type { World } from './world';

type Task = Readonly<{ name: string; everySeconds: number; run: (world: World) => Promise<unknown> }>;

/** What happens by time. Each is a sweep over what is due: missing a turn, or two workers at once, does no harm. */
const TASKS: readonly Task[] = [
  { name: 'heartbeat', everySeconds: 5, run: beat },
  { name: 'close solved tickets', everySeconds: 600, run: ({ db, now }) => closeSolvedTickets(db, now()) },
  { name: 'service level targets', everySeconds: 60, run: (world) => sweepSla(world, world.now()) },
  { name: 'nightly check of clocks', everySeconds: 900, run: checkDriftNightly },
];

/** Starts all of them, each at once and then at its pace, never twice at the same time. */
export function startSchedule(world: World): Readonly<{ stop: () => Promise<void> }> {
  let stopping = false;
  const wake = new AbortController();
  const running = TASKS.map(async (task) => {
    while (!stopping) {
      await attempt(world, task);
      await pause(task.everySeconds * 1000, wake.signal);
    }
  });
  return {
    stop: async () => {
      stopping = true;
      wake.abort();
      await Promise.all(running);
    },
  };
}

async function attempt(world: World, { name, run }: Task): Promise<void> {
  try {
    await run(world);
  } catch (error) {
    log().error({ error, task: name }, 'a scheduled task failed');
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) return done();
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}

/** The health page and `npm start` look at this row. */
async function beat({ db, now }: World): Promise<void> {
  const at = now();
  await db.heartbeat.upsert({ where: { name: 'worker' }, create: { name: 'worker', at }, update: { at } });
}
