import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from '../../scripts/checks/unit-tests.mjs';

describe('the sum of vitest', () => {
  const file = (status: string, tests: number) => ({
    status,
    assertionResults: Array.from({ length: tests }),
  });

  it('is what it reports', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 2,
      testResults: [file('passed', 7), file('failed', 2)],
    };
    expect(countVitest(report, 1)).toEqual({ passed: 7, failed: 2 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 0,
      testResults: [file('passed', 7), file('failed', 0)],
    };
    expect(countVitest(report, 1)).toEqual({ passed: 7, failed: 1 });
  });

  it('is a failure when the run failed although every test passed', () => {
    expect(countVitest({ numPassedTests: 7, numFailedTests: 0, testResults: [] }, 1)).toEqual({
      passed: 7,
      failed: 1,
    });
  });

  it('is a failure when there is no report', () => {
    expect(countVitest(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('the sum of the browser tests', () => {
  it('says how many passed at the second try only', () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 1 }, errors: [] };
    expect(countPlaywright(report, 1)).toEqual({ passed: 5, failed: 1, secondTry: 1 });
  });

  it('counts what broke outside any test', () => {
    const report = {
      stats: { expected: 4, unexpected: 0, flaky: 0 },
      errors: [{ message: 'no tests found' }],
    };
    expect(countPlaywright(report, 1)).toEqual({ passed: 4, failed: 1, secondTry: 0 });
  });

  it('is a failure when there is no report', () => {
    expect(countPlaywright(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  });
});
