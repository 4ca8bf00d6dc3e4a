import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether a process with this id runs, whoever owns it. A zombie that nobody has collected yet counts as gone. */
export function isAlive(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch ({ code }) {
    return code === 'EPERM';
  }
  return !isZombie(pid);
}

/** Whether the command line of process `pid` holds `words`: ids are used again, so a number alone proves nothing. */
export function looksLike(pid, words) {
  return commandLine(pid).includes(words);
}

/** Sends each of `signals` in turn, giving the process `patience` milliseconds after each. Resolves when it is gone. */
export async function stopProcess(pid, signals, patience) {
  for (const signal of signals) {
    if (!isAlive(pid)) return;
    send(pid, signal);
    for (const end = Date.now() + patience; Date.now() < end && isAlive(pid); ) await pause(30);
  }
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has just ended by itself.
  }
}

function isZombie(pid) {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, ''));
  } catch {
    return false;
  }
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return listedCommand(pid);
  }
}

function listedCommand(pid) {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}
