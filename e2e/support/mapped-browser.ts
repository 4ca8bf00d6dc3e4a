import { chromium } from '@playwright/test';

/** A browser to which this host is the machine of the tests, as if a name server said so. */
export async function mappedBrowser(host: string) {
  const { CHROMIUM_PATH } = process.env;
  const browser = await chromium.launch({
    ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
    args: ['--no-sandbox', '--disable-dev-shm-usage', `--host-resolver-rules=MAP ${host} 127.0.0.1`],
  });
  return { page: await browser.newPage({ locale: 'en-GB' }), close: () => browser.close() };
}
