import { join } from 'node:path';
import { freeLock, takeLock } from '../process/lock.mjs';
import { openFolder } from '../process/open-folder.mjs';
import { complain, say, step } from '../process/progress.mjs';
import { build } from '../setup/build.mjs';
import { makeClient } from '../setup/client.mjs';
import { whenParentDies } from '../setup/node.mjs';
import { makeWidget } from '../setup/widget.mjs';
import { lockOf } from './borrow.mjs';
import { nodeProgram } from './child.mjs';
import { prepareDatabase, seedWhenEmpty, startDatabase, workspaces } from './database.mjs';
import { reachable, whyUnhealthy } from './health.mjs';
import { webCommand, workerCommand } from './programs.mjs';
import { showScreen } from './screen.mjs';
import { asEnvironment, readSettings, refuseBusyPorts } from './settings.mjs';
import { supervise } from './supervise.mjs';

const HEALTHY_WITHIN = 90_000;

/** Starts everything and keeps it running until it is told to stop. Throws one readable error when it cannot start. */
export async function launch({ mode }) {
  const began = Date.now();
  const { isEmbedded, settings } = readSettings(mode);
  const lock = lockOf(settings.DATA_DIR);
  refuseSecondLauncher(lock, settings);
  const ending = orderlyEnding(lock);
  try {
    await refuseBusyPorts(settings);
    say('Kalauz');
    await (mode === 'production' ? build() : makeSources());
    const env = await readyDatabase({ isEmbedded, settings, mode, ending });
    await startPrograms({ settings, env, mode, ending });
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    const found = await workspaces(env.DATABASE_URL);
    if (!ending.isStopping()) showScreen({ settings, seconds, workspaces: found, logs: logFolder(settings) });
  } catch (error) {
    if (!ending.isStopping()) complain(`\n${error instanceof Error ? error.message : error}`);
    await ending.stop(1);
  }
}

/** What the sources need before they are watched. */
async function makeSources() {
  makeClient();
  await makeWidget();
}

const logFolder = ({ DATA_DIR }) => join(DATA_DIR, 'log');

function refuseSecondLauncher(lock, { DATA_DIR, PUBLIC_URL }) {
  openFolder(DATA_DIR);
  const owner = takeLock(lock, { what: 'Kalauz', url: PUBLIC_URL });
  if (owner === undefined) return;
  throw new Error(
    `${owner.what} already runs on the data in ${DATA_DIR} (process ${owner.pid}${owner.url ? `, ${owner.url}` : ''}). ` +
      `Stop that one first, or give this one a folder of its own with DATA_DIR.`,
  );
}

/** Starts the embedded database where none is given, migrates and seeds it. Resolves with the environment of the programs. */
async function readyDatabase({ isEmbedded, settings, mode, ending }) {
  const address = isEmbedded ? await embedded(settings, ending) : settings.DATABASE_URL;
  await prepareDatabase(address);
  const env = { ...process.env, ...asEnvironment(settings), DATABASE_URL: address, NODE_ENV: mode };
  if (isEmbedded && settings.DEMO) await seedWhenEmpty({ address, dataDir: settings.DATA_DIR, env });
  return env;
}

async function embedded(settings, ending) {
  const { address, keeper, elsewhere } = await step('Starting the database', () =>
    startDatabase(settings.DATA_DIR, ending.onHopeless),
  );
  ending.add(2, keeper.stop);
  if (elsewhere) say(`    ${elsewhere}`);
  return address;
}

async function startPrograms({ settings, env, mode, ending }) {
  const watching = mode === 'development';
  const program = { env, settings, watching };
  const output = { dataDir: settings.DATA_DIR, show: watching };
  const keepers = [
    await supervise(
      'worker',
      nodeProgram({ name: 'worker', ...workerCommand(program), ...output }),
      ending.onHopeless,
    ),
    await supervise(
      'web server',
      nodeProgram({ name: 'web', ...webCommand(program), ...output }),
      ending.onHopeless,
    ),
  ];
  for (const keeper of keepers) ending.add(1, keeper.stop);
  const problem = await step('Starting the web server and the worker', () =>
    whyUnhealthy(reachable(settings.HOST, settings.PORT), HEALTHY_WITHIN, ending.isStopping),
  );
  if (problem && !ending.isStopping()) {
    complain(
      `  Not everything is well: ${problem}\n  More is in ${logFolder(settings)}; \`npm run kalauz -- doctor\` says how to mend it.`,
    );
  }
  for (const keeper of keepers) keeper.settled();
}

/** Stops what was started, the writers before the database, once and in less than ten seconds, however it was asked for. */
function orderlyEnding(lock) {
  const stages = { 1: [], 2: [] };
  let ended;
  const stop = (code) => {
    ended ??= (async () => {
      for (const stage of [1, 2]) await Promise.allSettled(stages[stage].map((stopOne) => stopOne()));
      freeLock(lock);
      process.exit(code);
    })();
    return ended;
  };
  const onSignal = () => {
    if (!ended) say('\n  Stopping …');
    void stop(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
  whenParentDies(onSignal);
  return {
    add: (stage, stopOne) => stages[stage].push(stopOne),
    isStopping: () => ended !== undefined,
    onHopeless: (name, words) => {
      complain(`\nThe ${name} does not stay up. Its last words:\n${words ?? '(none)'}`);
      void stop(1);
    },
    stop,
  };
}
