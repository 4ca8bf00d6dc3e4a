import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes `folder` so that other accounts may pass through it, whatever the umask says: the database's own account has to. What
 * was there before keeps its permissions. Returns the topmost folder that was made, or undefined.
 */
export function openFolder(folder) {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return undefined;
  for (let made = folder; made.length >= first.length; made = dirname(made)) chmodSync(made, 0o755);
  return first;
}
