import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

let reaper;

/**
 * Has process `pid` stopped when this process ends in any way, a SIGKILL included. Those of stage 1 (web, worker) are stopped
 * before those of stage 2 (the database they write to). Returns a function that takes it off the list.
 */
export function guard(pid, stage, signals = ['SIGTERM', 'SIGKILL']) {
  tell({ watch: pid, stage, signals });
  return () => tell({ forget: pid });
}

/** Has `folder` removed when this process ends in any way. */
export function removeAtEnd(folder) {
  tell({ remove: folder });
}

function tell(message) {
  reaper ??= start();
  reaper.stdin.write(`${JSON.stringify(message)}\n`);
}

function start() {
  const child = spawn(process.execPath, [fileURLToPath(new URL('reaper.mjs', import.meta.url))], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.stdin.on('error', () => {});
  child.stdin.unref?.();
  child.unref();
  return child;
}
