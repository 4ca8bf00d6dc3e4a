/** From whatever Node started us to the one that the project brings along. Runs on Node 20 with nothing installed. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inRoot } from '../process/paths.mjs';
import { complain } from '../process/progress.mjs';
import { install } from './install.mjs';

const LEAST = 24;

/**
 * Gets ready to run `script`, the caller's `import.meta.url`: installs the packages where `installing` is set and they are not
 * as they should be, then runs `main` on Node 24, in this process or in one of its own. An error ends in one readable line.
 */
export async function onNode24(script, main, { installing = false } = {}) {
  try {
    process.chdir(inRoot());
    if (installing) await install();
    const node = inRoot('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
    process.env.PATH = [inRoot('node_modules', '.bin'), process.env.PATH].join(delimiter);
    if (major(process.version) >= LEAST) return await main();
    return await passOn(works(node) ? node : complainAboutNode(), fileURLToPath(script));
  } catch (error) {
    complain(`\n${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}

/** Runs the same script on `node`, in a process group of its own: a Ctrl-C then comes through us, once. */
function passOn(node, script) {
  const child = spawn(node, [script, ...process.argv.slice(2)], {
    detached: true,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise(() => {
    child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  });
}

/** Calls `stop` when the process that started this one is gone without having said so (it was killed). */
export function whenParentDies(stop) {
  if (process.connected) {
    process.on('disconnect', stop);
    process.channel?.unref();
  }
  // Without npm above us our parent is a shell, which may well end before us (nohup).
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  // Where npm's shell did not give way to us (`exec`), npm is the parent of our parent.
  const above = isShell(parent) ? parentOf(parent) : 0;
  const isOrphan = () => process.ppid !== parent || (above > 0 && parentOf(parent) !== above);
  setInterval(() => isOrphan() && stop(), 500).unref();
}

function isShell(pid) {
  try {
    return /^(ba|da|z|k)?sh$/.test(readFileSync(`/proc/${pid}/comm`, 'utf8').trim());
  } catch {
    return false;
  }
}

/** The parent of process `pid` where the system tells it in a file, else 0. */
function parentOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ')[1]);
  } catch {
    return 0;
  }
}

function works(node) {
  return existsSync(node) && spawnSync(node, ['--version'], { stdio: 'ignore' }).status === 0;
}

function complainAboutNode() {
  throw new Error(
    `Kalauz needs Node ${LEAST}; this is ${process.version}, and the one that comes with the packages does not run on this machine. ` +
      `Install Node ${LEAST} or newer from nodejs.org and try again.`,
  );
}

const major = (version) => Number.parseInt(version.slice(1), 10);
