import { spawnSync } from 'node:child_process';
import { inRoot } from '../process/paths.mjs';
import type { Figures } from './figures';

/**
 * A year of tickets, counted from its history and asked by boards; on a database of its own, where nobody counts beside us.
 * `tickets` is how many the year has.
 */
export async function measureMetrics({ tickets }: Readonly<{ tickets: number }>): Promise<Figures[]> {
  const told = spawnSync(
    process.execPath,
    [
      ...['node_modules/tsx/dist/cli.mjs', '--conditions=react-server', 'scripts/bench/metrics-year.ts'],
      String(tickets),
    ],
    { cwd: inRoot('.'), env: process.env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (told.status !== 0) throw new Error(`the year could not be counted:\n${told.stdout.slice(-2000)}`);
  return JSON.parse(told.stdout.trim().split('\n').at(-1) ?? '[]');
}
