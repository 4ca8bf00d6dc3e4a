import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../process/paths.mjs';
import { run } from '../process/run.mjs';
import { makeClient } from '../setup/client.mjs';

/** A run that takes longer has got stuck. */
const PATIENCE = 40 * 60_000;

/** Runs the tests in `tests/`, shows them, and resolves with `{ name, passed, failed, names }`. */
export async function unitTests() {
  makeClient();
  const folder = mkdtempSync(join(tmpdir(), 'kalauz-report-'));
  const report = join(folder, 'vitest.json');
  const { code } = await run(
    process.execPath,
    [
      inRoot('node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { show: true, patience: PATIENCE },
  );
  const counts = countVitest(readReport(report), code);
  rmSync(folder, { recursive: true, force: true });
  return { name: 'tests', ...counts };
}

/**
 * Passed and failed tests of vitest's report, with the `names` of the failed ones; a file that could not be loaded is one
 * failure, and so is a run without report.
 */
export function countVitest(report, code) {
  if (report === undefined) return { passed: 0, failed: 1, names: [] };
  const names = report.testResults.flatMap(failedIn);
  const failed = Math.max(report.numFailedTests, names.length);
  return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed, names };
}

/** The failed tests of a file by name, or the file itself when it could not be loaded. */
function failedIn({ name, status, assertionResults }) {
  if (status === 'failed' && assertionResults.length === 0) return [name];
  return assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => `${name} › ${test.fullName}`);
}

/**
 * Passed and failed tests of Playwright's report; `secondTry` says how many of the passed ones failed at first, `names` which
 * those and the failed ones are.
 */
export function countPlaywright(report, code) {
  if (report === undefined) return { passed: 0, failed: 1, names: [] };
  const { expected, unexpected, flaky } = report.stats;
  const failed = unexpected + report.errors.length;
  return {
    passed: expected + flaky,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    secondTry: flaky,
    names: notAtOnce(report),
  };
}

/** The specs below `suite` that did not pass at the first try. */
function notAtOnce({ suites = [], specs = [] }) {
  const here = specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'unexpected' || status === 'flaky'))
    .map(({ file, title }) => `${file} › ${title}`);
  return [...here, ...suites.flatMap(notAtOnce)];
}

/** A report that a test runner wrote, or undefined when it did not get that far. */
export function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
