import { spawnSync } from 'node:child_process';
import { inRoot } from '../process/paths.mjs';
import { type Figures, figuresOf } from './figures';

/**
 * Random histories of tickets, told through the commands, after which the stored clocks must equal those that the history
 * makes. They run as the tests do, on a database of their own; one that differs fails the bench.
 */
export async function measureHistories({ histories }: Readonly<{ histories: number }>): Promise<Figures[]> {
  const start = performance.now();
  const told = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', 'tests/features/sla/histories.test.ts'],
    {
      cwd: inRoot('.'),
      env: { ...process.env, SLA_HISTORIES: String(histories), NODE_ENV: 'test' },
      encoding: 'utf8',
    },
  );
  if (told.status !== 0)
    throw new Error(`A history left clocks that differ from it:\n${told.stdout.slice(-4000)}`);
  const each = (performance.now() - start) / histories;
  return [figuresOf(`${histories} random histories, all clocks equal: each`, [each])];
}
