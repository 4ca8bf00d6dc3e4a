import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from '../../scripts/checks/unit-tests.mjs';

describe('the sum of vitest', () => {
  const file = (status: string, tests: string[]) => ({
    name: 'a.test.ts',
    status,
    assertionResults: tests.map((fullName) => ({ fullName, status })),
  });

  it('is what it reports', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 2,
      testResults: [file('passed', ['a', 'b']), file('failed', ['c', 'd'])],
    };
    expect(countVitest(report, 1)).toEqual({
      passed: 7,
      failed: 2,
      names: ['a.test.ts › c', 'a.test.ts › d'],
    });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 0,
      testResults: [file('passed', ['a']), file('failed', [])],
    };
    expect(countVitest(report, 1)).toEqual({ passed: 7, failed: 1, names: ['a.test.ts'] });
  });

  it('is a failure when the run failed although every test passed', () => {
    expect(countVitest({ numPassedTests: 7, numFailedTests: 0, testResults: [] }, 1)).toEqual({
      passed: 7,
      failed: 1,
      names: [],
    });
  });

  it('is a failure when there is no report', () => {
    expect(countVitest(undefined, 1)).toEqual({ passed: 0, failed: 1, names: [] });
  });
});

describe('the sum of the browser tests', () => {
  it('says how many passed at the second try only', () => {
    const spec = (title: string, status: string) => ({ file: 'a.spec.ts', title, tests: [{ status }] });
    const report = {
      stats: { expected: 4, unexpected: 1, flaky: 1 },
      errors: [],
      suites: [
        { specs: [spec('at once', 'expected'), spec('never', 'unexpected')] },
        { suites: [{ specs: [spec('at the second try', 'flaky')] }] },
      ],
    };
    expect(countPlaywright(report, 1)).toEqual({
      passed: 5,
      failed: 1,
      secondTry: 1,
      names: ['a.spec.ts › never', 'a.spec.ts › at the second try'],
    });
  });

  it('counts what broke outside any test', () => {
    const report = {
      stats: { expected: 4, unexpected: 0, flaky: 0 },
      errors: [{ message: 'no tests found' }],
    };
    expect(countPlaywright(report, 1)).toEqual({
      passed: 4,
      failed: 1,
      secondTry: 0,
      names: [],
    });
  });

  it('is a failure when there is no report', () => {
    expect(countPlaywright(undefined, 0)).toEqual({ passed: 0, failed: 1, names: [] });
  });
});
