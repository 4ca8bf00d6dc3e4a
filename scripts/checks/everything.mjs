import { rmSync } from 'node:fs';
import { inRoot } from '../process/paths.mjs';
import { say } from '../process/progress.mjs';
import { browserTests, productionBuild } from './browser-tests.mjs';
import { staticChecks } from './static-checks.mjs';
import { unitTests } from './unit-tests.mjs';

/** Runs all checks and tests, whatever fails on the way. Returns the exit code; the last line printed is the sum. */
export async function testEverything() {
  const began = Date.now();
  const results = await staticChecks(title);
  title('tests');
  results.push(await unitTests());
  title('production build');
  const built = await productionBuild();
  results.push(built);
  title('browser tests');
  results.push(built.failed === 0 ? await browserTests() : { name: 'browser tests', passed: 0, failed: 1 });
  rmSync(inRoot('.test'), { recursive: true, force: true, maxRetries: 5 });
  return summary(results, began);
}

/** Runs the checks that need no build. Returns the exit code. */
export async function checkBeforeCommit() {
  const began = Date.now();
  const results = await staticChecks(title);
  title('tests');
  results.push(await unitTests());
  return summary(results, began);
}

/** Runs the browser tests. Returns the exit code. */
export async function testInBrowser(args) {
  const began = Date.now();
  const built = await productionBuild();
  if (built.failed > 0) return summary([built], began);
  return summary([built, await browserTests(args)], began);
}

function title(name) {
  say(`\n── ${name} ${'─'.repeat(Math.max(3, 70 - name.length))}`);
}

function summary(results, began) {
  title(`${Math.round((Date.now() - began) / 1000)} s`);
  for (const { name, passed, failed, secondTry, names = [] } of results) {
    const again = secondTry > 0 ? ` (${secondTry} of the passed at the second try)` : '';
    say(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed${again}`);
    for (const one of names) say(`    ${one}`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  say(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}
