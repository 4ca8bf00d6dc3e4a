import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from '../process/paths.mjs';

/** What the scripts of the desk's first page may weigh on the line, in bytes, compressed. */
const MOST_DESK_BYTES = 300_000;

const DESK = 'server/app/(staff)/[workspace]/desk/(list)/page_client-reference-manifest.js';

/**
 * What the scripts of the desk's first page weigh after a build, compressed as the server does, in bytes: those of the
 * framework, and those that the page and the frames around it name. Throws where the build has no such page.
 */
export function deskBytes(built = inRoot('.next')) {
  const { rootMainFiles } = JSON.parse(readFileSync(join(built, 'build-manifest.json'), 'utf8'));
  const source = readFileSync(join(built, DESK), 'utf8');
  // `….__RSC_MANIFEST["/page"] = {…}`
  const given = source.slice(source.indexOf('"] = ') + 5).replace(/;\s*$/, '');
  const files = new Set([...rootMainFiles, ...Object.values(JSON.parse(given).entryJSFiles).flat()]);
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0);
}

/** Refuses a build whose desk has become too heavy; `built` is the folder of the build. */
export function keepBudget(built = inRoot('.next')) {
  const bytes = deskBytes(built);
  if (bytes <= MOST_DESK_BYTES) return;
  throw new Error(
    `the desk's first page loads ${Math.round(bytes / 1000)} KB of script, ${MOST_DESK_BYTES / 1000} KB are allowed: ` +
      'load what is not seen at first on demand (`next/dynamic`)',
  );
}
