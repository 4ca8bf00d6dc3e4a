import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { guard, removeAtEnd } from '../process/guard.mjs';
import { openFolder } from '../process/open-folder.mjs';
import { inRoot } from '../process/paths.mjs';
import { freePort } from '../process/ports.mjs';
import { databaseAccount } from './account.mjs';
import { addressOf, clusterIn, makeCluster, startCluster, stopServer } from './cluster.mjs';
import { passingHome } from './folder.mjs';

/** Nothing in it has to survive a power cut, so it does not wait for the disk. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/**
 * A PostgreSQL server of our own for tests, under `.test/` (or among the system's temporary files where the database's
 * account cannot enter the project). Resolves with the administrator's address and `stop`, which leaves nothing behind;
 * should this process be killed, the same happens without it.
 */
export async function openThrowaway(/** @type {Record<string, string>} */ settings = FAST) {
  const account = databaseAccount();
  openFolder(inRoot('.test'));
  const home = passingHome(
    account,
    join(inRoot('.test'), `postgres-${process.pid}-${Date.now().toString(36)}`),
  );
  removeAtEnd(home);
  const cluster = clusterIn({ home, account, password: 'kalauz' });
  makeCluster(cluster);
  const port = await freePort();
  const server = await startCluster(cluster, port, settings);
  const forget = guard(server.pid, 2, ['SIGINT', 'SIGKILL']);
  const stop = async () => {
    await stopServer(server);
    forget();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  return { address: addressOf(cluster, port), stop };
}
