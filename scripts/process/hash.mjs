import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './paths.mjs';

/** SHA-256, hex, over the names and contents of `paths` (files and whole folders); what is missing counts as empty. */
export function hashOf(paths, { skip = /** @type {string[]} */ ([]), from = root } = {}) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesIn(join(from, path), skip)) {
      hash
        .update(`${relative(from, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** The text of a marker file, or an empty text when there is none. */
export function readMarker(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

/** Writes a marker file, with its folder. */
export function writeMarker(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text}\n`);
}

function filesIn(path, skip) {
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind === undefined || skip.includes(path)) return [];
  if (!kind.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name), skip));
}
