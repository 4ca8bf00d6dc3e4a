import { inRoot } from '../process/paths.mjs';
import { run } from '../process/run.mjs';
import { makeClient } from '../setup/client.mjs';

const program = (...path) => inRoot('node_modules', ...path);

/** What a machine can say about the sources without running them. Each entry counts as one check. */
const CHECKS = [
  { name: 'lint', args: [program('@biomejs/biome/bin/biome'), 'ci', '.'] },
  { name: 'types', args: [program('typescript/bin/tsc'), '--noEmit'] },
  { name: 'boundaries', args: [program('dependency-cruiser/bin/dependency-cruiser.mjs'), 'src'] },
  { name: 'unused code', args: [program('knip/bin/knip.js')] },
];

/** Runs them all, shows what they say, and resolves with `{ name, passed, failed }` for each. */
export async function staticChecks(title) {
  makeClient();
  // The types of routes and style sheets are Next's; a fresh clone does not have them yet.
  await run(process.execPath, [program('next/dist/bin/next'), 'typegen'], {
    env: { NEXT_TELEMETRY_DISABLED: '1' },
  });
  const results = [];
  for (const { name, args } of CHECKS) {
    title(name);
    const { code } = await run(process.execPath, args, { show: true });
    results.push({ name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
  }
  return results;
}
