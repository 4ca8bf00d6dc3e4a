import { createHash } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolder } from '../process/open-folder.mjs';
import { mayEnter } from './account.mjs';

/**
 * The folder for a cluster that lasts: in `dataDir`, or, where the database's own account cannot enter that (a private
 * home), in a folder of the system named after `dataDir`. Makes it. Throws when there is none.
 */
export function lastingHome(account, dataDir) {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  return firstUsable(account, [
    join(dataDir, 'postgres'),
    `/var/lib/kalauz/${name}`,
    `/var/tmp/kalauz-${name}`,
  ]);
}

/** The folder for a cluster that is thrown away: `wanted`, or one for temporary files. Makes it. Throws when there is none. */
export function passingHome(account, wanted) {
  const name = `kalauz-${process.pid}-${Date.now().toString(36)}`;
  return firstUsable(account, [wanted, join(tmpdir(), name), `/tmp/${name}`, `/var/tmp/${name}`]);
}

function firstUsable(account, folders) {
  const found = folders.find((folder) => isUsable(account, folder));
  if (found === undefined) {
    throw new Error(
      `The database's account can enter none of ${folders.join(', ')}. Set DATA_DIR to a folder that it can.`,
    );
  }
  return found;
}

function isUsable(account, folder) {
  let made;
  try {
    made = openFolder(folder);
  } catch {
    return false;
  }
  if (isOurs(folder) && mayEnter(account, folder)) return true;
  if (made !== undefined) rmSync(made, { recursive: true, force: true });
  return false;
}

/** A folder of that name made by somebody else, as anyone could in /var/tmp, is not to be trusted with a database. */
function isOurs(folder) {
  return process.getuid === undefined || statSync(folder).uid === process.getuid();
}
