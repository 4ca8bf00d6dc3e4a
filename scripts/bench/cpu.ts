import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type pg from 'pg';
import type { Product } from './product';

const TICKS_PER_SECOND = 100;

type Times = Readonly<{ web: number; worker: number; PostgreSQL: number; bench: number; at: number }>;

/** Seconds of processor that each part of a measurement has used so far; null where the system does not tell. */
async function cpuTimes({ product, client }: Measured): Promise<Times | null> {
  try {
    const { rows } = await client.query('select pg_backend_pid() as pid');
    const server = statOf(Number(rows[0].pid)).parent;
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const tree = (root: number) =>
      all.reduce((sum, name) => sum + (isBelow(Number(name), root) ? secondsOf(Number(name)) : 0), 0);
    const { user, system } = process.cpuUsage();
    return {
      web: tree(product.pids.web),
      worker: tree(product.pids.worker),
      PostgreSQL: tree(server),
      bench: (user + system) / 1e6,
      at: performance.now() / 1000,
    };
  } catch {
    return null;
  }
}

type Measured = Readonly<{ product: Product; client: pg.Client }>;

/** Runs `work` and gives the seconds of processor, and the share of all cores, that web server, worker, database and this
 * program used meanwhile. */
export async function withCpuShares<Value>(
  measured: Measured,
  work: () => Promise<Value>,
): Promise<readonly [Value, string]> {
  const before = await cpuTimes(measured);
  const value = await work();
  const after = await cpuTimes(measured);
  if (!before || !after) return [value, 'processor time unknown'];
  const all = (after.at - before.at) * availableParallelism();
  const share = (name: keyof Times) => {
    const used = after[name] - before[name];
    return `${name} ${used.toFixed(1)} s (${Math.round((100 * used) / all)}%)`;
  };
  return [value, `processor: ${share('web')}, ${share('worker')}, ${share('PostgreSQL')}, ${share('bench')}`];
}

/** The fields of proc(5) `stat` after the name, which may hold spaces. */
function statOf(pid: number) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
}

const secondsOf = (pid: number): number => safely(() => statOf(pid).ticks / TICKS_PER_SECOND) ?? 0;

function isBelow(pid: number, root: number): boolean {
  for (let at = pid; at > 1; at = safely(() => statOf(at).parent) ?? 0) if (at === root) return true;
  return false;
}

/** A process may be gone between two looks. */
function safely<Value>(look: () => Value): Value | null {
  try {
    return look();
  } catch {
    return null;
  }
}
