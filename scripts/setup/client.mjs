import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, readMarker, writeMarker } from '../process/hash.mjs';
import { cacheFolder, inRoot } from '../process/paths.mjs';

const marker = join(cacheFolder, 'client');
const sources = ['prisma/schema', 'node_modules/prisma/package.json'];

/** True when the database client was not made from the schema as it is now. */
export function clientIsStale() {
  return !existsSync(inRoot('src/server/db/generated/client.ts')) || readMarker(marker) !== hashOf(sources);
}

/** Makes the database client from prisma/schema where it is stale. Throws with Prisma's words when that fails. */
export function makeClient() {
  if (!clientIsStale()) return;
  const hash = hashOf(sources);
  const made = spawnSync(process.execPath, [inRoot('scripts/prisma.mjs'), 'generate'], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`prisma generate failed:\n${made.stdout}${made.stderr}`);
  writeMarker(marker, hash);
}
