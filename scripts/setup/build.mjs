import { rmSync } from 'node:fs';
import { hashOf, readMarker, writeMarker } from '../process/hash.mjs';
import { inRoot } from '../process/paths.mjs';
import { step } from '../process/progress.mjs';
import { run } from '../process/run.mjs';
import { keepBudget } from './budget.mjs';
import { makeClient } from './client.mjs';
import { BUNDLED, makeWidget } from './widget.mjs';

const marker = inRoot('.next', 'kalauz-build');

/** What a production build is made from. */
const SOURCES = [
  'src',
  'public',
  'prisma/schema',
  'package-lock.json',
  'next.config.ts',
  'postcss.config.mjs',
];

/** SHA-256 over everything that goes into a production build. */
export const sourceHash = (from) =>
  hashOf(SOURCES, { from, skip: [inRoot('src', 'server', 'db', 'generated'), ...BUNDLED] });

/** True when `.next` does not hold a finished build of the sources as they are now. */
export const buildIsStale = () => readMarker(marker) !== sourceHash();

/** Makes the database client and the production build where they are stale. Throws with the compiler's words. */
export async function build({ show = false } = {}) {
  if (!buildIsStale()) return;
  await step('Building: once for each version of the sources, a minute or two', async () => {
    const hash = sourceHash();
    rmSync(marker, { force: true });
    makeClient();
    await makeWidget();
    const { code, output } = await run(
      process.execPath,
      [inRoot('node_modules/next/dist/bin/next'), 'build'],
      {
        show,
        env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      },
    );
    if (code !== 0) throw new Error(`next build failed:\n${output.trim().slice(-6000)}`);
    keepBudget();
    writeMarker(marker, hash);
  });
}
