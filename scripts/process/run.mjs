import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { guard } from './guard.mjs';
import { root } from './paths.mjs';

/**
 * Runs a program to its end. Resolves with `{ code, output }`; `output` is empty when `show` passes it on to the terminal.
 * A signal counts as code 128 and its number, as in a shell. What lasts longer than `patience` milliseconds is killed.
 */
export function run(command, args, { env, show = false, cwd = root, patience } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    const stopSharing = shareSignals(child);
    const forget = child.pid ? guard(child.pid, 1) : () => {};
    const tooLong = patience && setTimeout(() => child.kill('SIGKILL'), patience);
    child.on('error', (error) => done({ code: 127, output: String(error) }));
    child.on('close', (code, signal) => {
      clearTimeout(tooLong);
      stopSharing();
      forget();
      done({ code: code ?? 128 + constants.signals[signal], output });
    });
  });
}

/** Passes SIGINT, SIGTERM and SIGHUP of this process on to `child`. Returns what ends that. */
export function shareSignals(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
}
