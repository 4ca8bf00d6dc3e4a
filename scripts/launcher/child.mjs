import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stopProcess } from '../process/alive.mjs';
import { guard } from '../process/guard.mjs';
import { root } from '../process/paths.mjs';
import { complain } from '../process/progress.mjs';
import { logFile } from './log-file.mjs';

const ERROR = 50;
const PATIENCE = 5_000;

/**
 * A way to start one of our Node programs, for `supervise`: what it prints goes to `<name>.log` in the data folder, its errors
 * also to the terminal. It dies with the launcher, however that dies.
 */
export function nodeProgram({ name, args, env, dataDir, show = false }) {
  const log = logFile(join(dataDir, 'log', `${name}.log`));
  return async () => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      // Its own process group: a Ctrl-C at the terminal reaches the launcher alone, which stops things in order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const forget = guard(child.pid, 1);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        log.write(text);
        if (show) process.stdout.write(text);
        else showErrors(name, text);
      });
    }
    const exited = new Promise((done) =>
      child.once('close', (code, signal) => done(signal ?? `exit code ${code}`)),
    );
    child.once('exit', forget);
    return {
      exited,
      pid: child.pid,
      lastWords: log.last,
      stop: () => stopProcess(child.pid, ['SIGTERM', 'SIGKILL'], PATIENCE),
    };
  };
}

/** Of what a program logs, a person at the terminal sees errors only, as a sentence. */
function showErrors(name, text) {
  for (const line of text.split('\n').filter((each) => each.startsWith('{'))) {
    try {
      const { level, msg, error } = JSON.parse(line);
      if (level >= ERROR) complain(`  ${name}: ${[msg, error?.message].filter(Boolean).join(': ')}`);
    } catch {
      // Half a line: the log file has it whole.
    }
  }
}
