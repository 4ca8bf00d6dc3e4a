import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../process/paths.mjs';
import { step } from '../process/progress.mjs';
import { run } from '../process/run.mjs';
import { findBrowser, findShell } from '../setup/browser.mjs';
import { build } from '../setup/build.mjs';
import { openProduct } from './product.mjs';
import { countPlaywright, readReport } from './unit-tests.mjs';

/** A run that takes longer has got stuck. */
const PATIENCE = 45 * 60_000;

/** Makes the production build where it is stale. Resolves with `{ name, passed, failed }`. */
export async function productionBuild() {
  try {
    await build();
    return { name: 'production build', passed: 1, failed: 0 };
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return { name: 'production build', passed: 0, failed: 1 };
  }
}

/**
 * Runs the tests in `e2e/` with a browser against the production build, started as `npm start` does on a database that is
 * thrown away. `args` go to Playwright. Resolves with `{ name, passed, failed }`.
 */
export async function browserTests(args = []) {
  const folder = mkdtempSync(join(tmpdir(), 'kalauz-report-'));
  const report = join(folder, 'playwright.json');
  let product;
  try {
    const browser = await findBrowser();
    const shell = browser && (await findShell());
    product = await step('Starting the product for the browser tests', () => openProduct());
    const { code } = await run(
      process.execPath,
      [inRoot('node_modules/@playwright/test/cli.js'), 'test', ...args],
      {
        show: true,
        patience: PATIENCE,
        env: {
          ...product.env,
          ...(browser ? { CHROMIUM_PATH: browser } : {}),
          ...(shell ? { CHROMIUM_SHELL_PATH: shell } : {}),
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
          // The tests use our own server code to prepare what they look at.
          NODE_OPTIONS: '--conditions=react-server',
        },
      },
    );
    return { name: 'browser tests', ...countPlaywright(readReport(report), code) };
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return { name: 'browser tests', passed: 0, failed: 1 };
  } finally {
    await product?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
