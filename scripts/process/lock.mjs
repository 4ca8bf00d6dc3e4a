import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive } from './alive.mjs';

/**
 * Takes the lock file `path` for this process, with `about` written in it. Returns undefined when it was free (or its owner is
 * dead), else what the living owner wrote, its `pid` included.
 */
export function takeLock(path, about) {
  const text = JSON.stringify({ ...about, pid: process.pid, born: birthOf(process.pid) });
  for (;;) {
    try {
      writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
      return undefined;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = lockOwner(path);
    if (owner !== undefined) return owner;
    rmSync(path, { force: true });
  }
}

/** Gives the lock back when it is ours. */
export function freeLock(path) {
  if (lockOwner(path)?.pid === process.pid) rmSync(path, { force: true });
}

/** What the living owner of a lock wrote, or undefined when nobody holds it. */
export function lockOwner(path) {
  try {
    const owner = JSON.parse(readFileSync(path, 'utf8'));
    return isAlive(owner.pid) && birthOf(owner.pid) === owner.born ? owner : undefined;
  } catch {
    return undefined;
  }
}

/** When a process began, as the system tells it: with the id, it names one process for good. */
function birthOf(pid) {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
    return `${boot} ${fields[19]}`;
  } catch {
    return listedBirth(pid);
  }
}

function listedBirth(pid) {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
