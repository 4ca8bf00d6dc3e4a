import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SKIPPED = /(^|\/)(node_modules|generated)(\/|$)/;

/** Returns the files below a folder of the repository whose path matches, as paths from the root, sorted. */
export function files(folder: string, matching: RegExp): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((path) => matching.test(path) && !SKIPPED.test(path))
    .sort();
}

/** Returns the text of a file, named by its path from the root of the repository. */
export const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** True when the repository has this file or folder. */
export const exists = (path: string): boolean => existsSync(join(ROOT, path));

/** Returns the text without its comments, so that a rule reads what runs and not what is said about it. */
export const code = (path: string): string =>
  text(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '');
