import { defineConfig, devices } from '@playwright/test';

const { CHROMIUM_PATH, CHROMIUM_SHELL_PATH, E2E_URL } = process.env;
const executablePath = CHROMIUM_SHELL_PATH ?? CHROMIUM_PATH;

/** Run by `npm run e2e`, which starts the product and tells the tests by variables where it is (scripts/checks/product.mjs). */
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: false,
  // Each test has a workspace of its own; two whole browsers are slower than one on two cores.
  workers: CHROMIUM_SHELL_PATH ? 2 : 1,
  // A machine that is busy for a moment is no finding; what needed its second try is listed as flaky.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : [['list']],
  outputDir: 'test-results',
  use: {
    ...(E2E_URL ? { baseURL: E2E_URL } : {}),
    locale: 'en-GB',
    timezoneId: 'Europe/Budapest',
    // A trace of every test would take a third of the time of all of them.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    video: 'off',
    // They would answer before a test can stand in for the network; the test of being offline lets them.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
  projects: [
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'] },
      testIgnore: ['**/*.phone.spec.ts', 'crash/**'],
    },
    { name: 'phone', use: { ...devices['Pixel 7'] }, testMatch: '**/*.phone.spec.ts' },
    // It kills what the others work with, so it comes after them.
    { name: 'crash', testMatch: 'crash/**/*.spec.ts', dependencies: ['desktop', 'phone'] },
  ],
});
