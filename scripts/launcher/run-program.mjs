import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { guard } from '../process/guard.mjs';
import { inRoot, root } from '../process/paths.mjs';
import { shareSignals } from '../process/run.mjs';
import { makeClient } from '../setup/client.mjs';
import { borrowDatabase } from './borrow.mjs';

/** Runs a TypeScript program of ours on the installation's database, at this terminal. Resolves with its exit code. */
export async function runProgram(program, args) {
  makeClient();
  const database = await borrowDatabase();
  try {
    return await toItsEnd(program, args, { ...database.env, KALAUZ_RUNNING: database.isRunning ? '1' : '' });
  } finally {
    await database.giveBack();
  }
}

function toItsEnd(program, args, env) {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', inRoot(program), ...args],
    {
      cwd: root,
      env,
      stdio: 'inherit',
    },
  );
  const forget = guard(child.pid, 1);
  const stopSharing = shareSignals(child);
  return new Promise((done) => {
    child.on('exit', (code, signal) => {
      stopSharing();
      forget();
      done(code ?? 128 + constants.signals[signal]);
    });
  });
}
