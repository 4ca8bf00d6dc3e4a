import { spawn } from 'node:child_process';
import { inRoot } from '../process/paths.mjs';

/** Applies the migrations that the database at `address` lacks. Rejects with Prisma's words when one fails. */
export function migrate(address) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [inRoot('scripts/prisma.mjs'), 'migrate', 'deploy'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DATABASE_URL: address },
    });
    let words = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (words += bytes));
    child.on('error', fail);
    child.on('exit', (code) =>
      code === 0 ? done(words) : fail(new Error(`The migrations failed:\n${words.trim()}`)),
    );
  });
}
