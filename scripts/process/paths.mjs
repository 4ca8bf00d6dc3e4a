import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, with no slash at its end. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** A path inside the project. */
export const inRoot = (...parts) => join(root, ...parts);

/** What scripts remember about their own work (hashes of what was built from what); safe to delete. */
export const cacheFolder = inRoot('node_modules', '.cache', 'kalauz');
