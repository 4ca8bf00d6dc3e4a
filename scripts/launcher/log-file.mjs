import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const LARGEST = 20_000_000;
const KEPT_LINES = 25;

/** A log file that never grows past 40 MB with its predecessor (`.1`), and the last lines that were written to it. */
export function logFile(path) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
  let size = existsSync(path) ? statSync(path).size : 0;
  const last = [];
  return {
    path,
    last: () => last.join('\n'),
    write(text) {
      if (size > LARGEST) {
        renameSync(path, `${path}.1`);
        size = 0;
      }
      appendFileSync(path, text, { mode: 0o600 });
      size += Buffer.byteLength(text);
      last.push(...text.split('\n').filter((line) => line.trim() !== ''));
      last.splice(0, last.length - KEPT_LINES);
    },
  };
}
