import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from '../process/paths.mjs';
import { step } from '../process/progress.mjs';
import { run } from '../process/run.mjs';

const KNOWN = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The path of a Chromium that runs on this machine: CHROMIUM_PATH, one that is installed, else Debian's, which root may
 * install, else Playwright's own download (undefined: Playwright finds that by itself). Throws when none can be had.
 */
export async function findBrowser() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (works(asked)) return asked;
    throw new Error(`CHROMIUM_PATH is "${asked}", which does not run.`);
  }
  const known = KNOWN.find(works);
  if (known) return pathOf(known);
  if (hasDownload()) return undefined;
  return (await fromDebian()) ?? (await fromPlaywright());
}

const SHELL = 'chromium-headless-shell';

/**
 * The path of the same browser without any window, which starts and draws in a fraction of the time; undefined where it cannot
 * be had. It does not block the storage of others, for which the tests of that take the whole one.
 */
export async function findShell() {
  if (works(SHELL)) return pathOf(SHELL);
  await installFromDebian('Installing the browser without a window (Debian)', SHELL);
  return works(SHELL) ? pathOf(SHELL) : undefined;
}

async function fromDebian() {
  await installFromDebian('Installing the browser for the tests (Debian chromium)', 'chromium');
  return works('chromium') ? pathOf('chromium') : undefined;
}

/** Installs a package where that is allowed; whoever wants it looks whether it is there. */
async function installFromDebian(title, name) {
  if (process.getuid?.() !== 0 || !works('apt-get')) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await step(title, async () => {
    await run('apt-get', ['update', '-q'], { env });
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { env });
  });
}

async function fromPlaywright() {
  const { code, output } = await step('Downloading the browser for the tests (Playwright)', () =>
    run(process.execPath, [inRoot('node_modules/@playwright/test/cli.js'), 'install', 'chromium']),
  );
  if (code === 0) return undefined;
  throw new Error(
    `No browser could be had. Install Chromium and set CHROMIUM_PATH to it.\n${output.trim().slice(-1500)}`,
  );
}

function hasDownload() {
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  return existsSync(chromium.executablePath());
}

const works = (program) =>
  spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;

function pathOf(program) {
  if (program.startsWith('/')) return program;
  return spawnSync('/bin/sh', ['-c', 'command -v "$0"', program], { encoding: 'utf8' }).stdout.trim();
}
