import { openThrowaway } from '../../scripts/postgres/throwaway.mjs';
import { settingNames } from '../../src/server/env';
import { freshDatabase, isReachable, temporaryFolder } from './database';

/** Where a developer may keep a server running for quicker test runs; nothing is asked of it but to be there. */
const USUAL_ADMIN = 'postgresql://kalauz:kalauz@127.0.0.1:55432/postgres';

/** Gives the whole run one migrated database, one folder for files and settings of its own; takes all of it away at the end. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await testServer();
  const database = await freshDatabase(server.address);
  const files = temporaryFolder();
  for (const name of settingNames) if (name !== 'NODE_ENV') delete process.env[name];
  Object.assign(process.env, {
    DATABASE_URL: database.address,
    DATA_DIR: files.path,
    SECRET: 'a secret of the tests: 0123456789 abcdefghij',
    LOG_LEVEL: 'error',
  });
  return async () => {
    await database.drop();
    files.remove();
    await server.stop();
  };
}

async function testServer(): Promise<{ address: string; stop: () => Promise<void> }> {
  const asked = process.env['TEST_ADMIN_URL'];
  const address = asked ?? USUAL_ADMIN;
  if (await isReachable(address)) return { address, stop: async () => {} };
  if (asked) throw new Error('TEST_ADMIN_URL names a PostgreSQL server that does not answer.');
  return openThrowaway();
}
