import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { embeddedDatabase, rememberedAddress } from '../postgres/embedded.mjs';
import { freeLock, lockOwner, takeLock } from '../process/lock.mjs';
import { openFolder } from '../process/open-folder.mjs';
import { migrate } from '../setup/migrate.mjs';
import { asEnvironment, readSettings } from './settings.mjs';

const PATIENCE = 60_000;

/** The lock that whoever runs the embedded database of a data folder holds. */
export const lockOf = (dataDir) => join(dataDir, 'running.json');

/**
 * The database for one command: DATABASE_URL, or the one that a running `npm start` keeps, or the embedded one started for
 * the length of the command. Resolves with the command's environment, whether the product `isRunning` here, and `giveBack`.
 */
export async function borrowDatabase({ mode = 'production' } = {}) {
  const { isEmbedded, settings } = readSettings(mode);
  const { DATA_DIR } = settings;
  const environment = (address) => ({
    ...process.env,
    ...asEnvironment(settings),
    DATABASE_URL: address,
    NODE_ENV: mode,
    PROCESS: 'command',
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  });
  if (!isEmbedded)
    return {
      env: environment(settings.DATABASE_URL),
      isRunning: isProduct(DATA_DIR),
      giveBack: async () => {},
    };
  openFolder(DATA_DIR);
  const owner = await takeOrJoin(DATA_DIR);
  if (owner)
    return { env: environment(rememberedAddress(DATA_DIR)), isRunning: true, giveBack: async () => {} };
  const { address, giveBack } = await startForCommand(DATA_DIR);
  return { env: environment(address), isRunning: false, giveBack };
}

const isProduct = (dataDir) => lockOwner(lockOf(dataDir))?.what === 'Kalauz';

/** Undefined when the lock is ours now; the owner when that is the product itself. Waits for another command to end. */
async function takeOrJoin(dataDir) {
  for (const end = Date.now() + PATIENCE; ; await pause(200)) {
    const owner = takeLock(lockOf(dataDir), { what: 'A command' });
    if (owner === undefined || owner.what === 'Kalauz') return owner;
    if (Date.now() > end)
      throw new Error(`Another command (process ${owner.pid}) uses the database in ${dataDir}.`);
  }
}

async function startForCommand(dataDir) {
  const release = () => freeLock(lockOf(dataDir));
  try {
    const database = await embeddedDatabase(dataDir);
    const server = await database.start();
    const giveBack = async () => {
      await server.stop();
      release();
    };
    try {
      await migrate(database.address);
    } catch (error) {
      await giveBack();
      throw error;
    }
    return { address: database.address, giveBack };
  } catch (error) {
    release();
    throw error;
  }
}
