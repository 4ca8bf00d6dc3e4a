/** What is known of the installation at one moment; null where it could not be asked. Ages in seconds, sizes in bytes. */
export type Facts = Readonly<{
  /** How long the database took to answer, in milliseconds. */
  database: Readonly<{ milliseconds: number }> | null;
  /** Migrations of this program that the database lacks; null where the program does not know its own. */
  migrations: Readonly<{ applied: number; pending: readonly string[]; broken: readonly string[] }> | null;
  worker: Readonly<{ ageSeconds: number | null }> | null;
  mail: Readonly<{ mailboxes: number; failing: number; held: number }> | null;
  queue: Readonly<{ ageSeconds: number; waiting: number; dead: number }> | null;
  /** What the last nightly check of due times found; null before the first one. */
  clocks: Readonly<{ checked: number; drifted: number }> | null;
  /** What the last nightly count of the numbers found; null before the first one. */
  numbers: Readonly<{ checked: number; drifted: number }> | null;
  disk: Readonly<{ freeBytes: number }> | null;
}>;

const CHECKS = ['database', 'migrations', 'worker', 'mail', 'queue', 'clocks', 'numbers', 'disk'] as const;
type CheckName = (typeof CHECKS)[number];

type Reason =
  | 'database.down'
  | 'migrations.pending'
  | 'migrations.broken'
  | 'worker.never'
  | 'worker.silent'
  | 'mail.failing'
  | 'queue.old'
  | 'clocks.drifted'
  | 'numbers.drifted'
  | 'disk.full'
  | 'disk.unknown';

export type Check = Readonly<{ name: CheckName; ok: boolean; reason: Reason | null }>;

/** A worker beats every 5 seconds; a minute of silence is no pause any more. */
const WORKER_SECONDS = 60;
/** Jobs start within a second; one that has been due for five minutes waits for something that does not come. */
const QUEUE_SECONDS = 300;
const DISK_BYTES = 256 * 1024 * 1024;

/**
 * A mailbox that cannot be reached is somebody else's server, and a due time or a number that is wrong stops nothing: the installation
 * itself still works.
 */
const HARMLESS: readonly CheckName[] = ['mail', 'clocks', 'numbers'];

/** What of the installation works, and whether all that it needs does. */
export function readiness(facts: Facts): Readonly<{ ready: boolean; checks: readonly Check[] }> {
  const checks = CHECKS.map((name) => {
    const reason = REASONS[name](facts);
    return { name, ok: reason === null, reason };
  });
  return { ready: checks.every(({ name, ok }) => ok || HARMLESS.includes(name)), checks };
}

const REASONS: Readonly<Record<CheckName, (facts: Facts) => Reason | null>> = {
  database: ({ database }) => (database ? null : 'database.down'),
  migrations: ({ migrations }) => {
    if (!migrations) return null;
    if (migrations.broken.length > 0) return 'migrations.broken';
    return migrations.pending.length > 0 ? 'migrations.pending' : null;
  },
  worker: ({ worker }) => {
    if (!worker) return null;
    if (worker.ageSeconds === null) return 'worker.never';
    return worker.ageSeconds > WORKER_SECONDS ? 'worker.silent' : null;
  },
  mail: ({ mail }) => (mail && mail.failing > 0 ? 'mail.failing' : null),
  queue: ({ queue }) => (queue && queue.ageSeconds > QUEUE_SECONDS ? 'queue.old' : null),
  clocks: ({ clocks }) => (clocks && clocks.drifted > 0 ? 'clocks.drifted' : null),
  numbers: ({ numbers }) => (numbers && numbers.drifted > 0 ? 'numbers.drifted' : null),
  disk: ({ disk }) => {
    if (!disk) return 'disk.unknown';
    return disk.freeBytes < DISK_BYTES ? 'disk.full' : null;
  },
};
