import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { guard } from '../process/guard.mjs';
import { root } from '../process/paths.mjs';
import { shareSignals } from '../process/run.mjs';
import { buildIsStale } from '../setup/build.mjs';
import { makeClient } from '../setup/client.mjs';
import { whenParentDies } from '../setup/node.mjs';
import { webCommand, workerCommand } from './programs.mjs';
import { asEnvironment, readSettings } from './settings.mjs';

/**
 * Runs the web server or the worker in the foreground, as a service manager or a container wants it: logs go to the terminal,
 * a signal is passed on. Resolves with its exit code. Throws a sentence when it cannot be started.
 */
export function runAlone(name) {
  const { isEmbedded, settings } = readSettings('production');
  if (isEmbedded)
    throw new Error(
      `npm run ${name} wants DATABASE_URL; \`npm start\` runs everything with a database of its own.`,
    );
  if (name === 'web' && buildIsStale())
    throw new Error('There is no build of these sources. Run `npm run build` first.');
  makeClient();
  const env = { ...process.env, ...asEnvironment(settings), NODE_ENV: 'production' };
  const { args, env: own } = name === 'web' ? webCommand({ settings, env }) : workerCommand({ env });
  const child = spawn(process.execPath, args, { cwd: root, env: own, stdio: 'inherit', detached: true });
  const forget = guard(child.pid, 1);
  shareSignals(child);
  whenParentDies(() => child.kill('SIGTERM'));
  return new Promise((done) => {
    child.on('exit', (code, signal) => {
      forget();
      done(code ?? 128 + constants.signals[signal]);
    });
  });
}
