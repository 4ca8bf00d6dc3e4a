/** Packages from package-lock.json. Runs on Node 20 with nothing installed. */
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from '../process/paths.mjs';
import { step } from '../process/progress.mjs';
import { run } from '../process/run.mjs';

/** True when node_modules is missing or is not what package-lock.json says. Packages for other machines may be missing. */
export function installIsStale(lockFile = inRoot('package-lock.json'), installed = inRoot('node_modules')) {
  const wanted = packagesIn(lockFile);
  const present = packagesIn(`${installed}/.package-lock.json`);
  if (wanted === undefined || present === undefined) return true;
  return Object.entries(wanted).some(([path, { version, link, optional, devOptional }]) => {
    if (path === '' || link) return false;
    const found = present[path];
    if (found === undefined) return !(optional || devOptional);
    return found.version !== version;
  });
}

/** Installs the packages when that is needed. Throws with npm's words when it cannot. */
export async function install() {
  if (!installIsStale()) return;
  await step('Installing packages: once, a few minutes on a slow line', async () => {
    const first = await npmCi();
    const { code, output } = first.code === 0 ? first : await npmCi();
    if (code !== 0) throw new Error(`npm ci failed:\n${output.trim()}`);
  });
}

/** `npm` is itself a script: the one that started us, on the Node that started it, else the one in the PATH. */
function npmCi() {
  const { npm_execpath, npm_node_execpath } = process.env;
  const ours = npm_execpath?.endsWith('.js') && existsSync(npm_execpath);
  const [command, before] = ours ? [npm_node_execpath ?? process.execPath, [npm_execpath]] : ['npm', []];
  return run(command, [
    ...before,
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
}

function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
