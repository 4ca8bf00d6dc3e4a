/**
 * Makes `src/server/auth/breached-passwords.json` from a list of leaked passwords, one a line, on standard input:
 *   node scripts/make-breached-passwords.mjs < list.txt
 * Only those long enough to be chosen here are kept, each as the first four bytes of its SHA-256, sorted.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

const SHORTEST = 10;
const lines = (await text(process.stdin)).split(/\r?\n/);
const prefixes = new Set(
  lines
    .filter((line) => line.length >= SHORTEST)
    .map((line) =>
      createHash('sha256').update(line.normalize('NFKC').toLowerCase()).digest().readUInt32BE(0),
    ),
);
const bytes = Buffer.alloc(prefixes.size * 4);
for (const [index, prefix] of [...prefixes].sort((a, b) => a - b).entries())
  bytes.writeUInt32BE(prefix, index * 4);
const target = new URL('../src/server/auth/breached-passwords.json', import.meta.url);
writeFileSync(target, `${JSON.stringify({ prefixes: bytes.toString('base64') })}\n`);
console.log(`${prefixes.size} passwords`);
