import { type Browser, type CDPSession, devices } from '@playwright/test';
import { startChromium } from '../../tests/support/chromium';
import { type Figures, figuresOf } from './figures';

/** A slow phone on a slow line, as Lighthouse simulates mobile ("slow 4G"): 150 ms there and back, 1.6 Mbit/s, a processor four times slower. */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const SLOWER = 4;
const LOADS = 20;
const PATIENCE_MS = 20_000;

/** A page, and what signs a customer in to it. */
export type PaintedPage = Readonly<{
  name: string;
  url: string;
  cookie?: Readonly<{ name: string; value: string }>;
}>;

/** Milliseconds until the largest content of each page was painted on such a phone, each time with nothing kept. Throws without a Chromium. */
export async function measureLargestPaint(pages: readonly PaintedPage[]): Promise<Figures[]> {
  const browser = await startChromium();
  if (!browser)
    throw new Error('no Chromium for the largest paint: set CHROMIUM_PATH, or leave the part out by --only');
  try {
    const figures: Figures[] = [];
    for (const page of pages) {
      const took = await paintsOf(browser, page);
      figures.push(
        figuresOf(`${page.name}, largest paint on a slow phone`, took, { target: 'p95 ≤ 1,500 ms' }),
      );
    }
    return figures;
  } finally {
    await browser.close();
  }
}

async function paintsOf(browser: Browser, { url, cookie }: PaintedPage): Promise<number[]> {
  const took: number[] = [];
  for (let load = 0; load < LOADS; load++) {
    const context = await browser.newContext({ ...devices['Pixel 7'] });
    if (cookie) await context.addCookies([{ ...cookie, url }]);
    const page = await context.newPage();
    await slowDown(await context.newCDPSession(page));
    const answer = await page.goto(url, { waitUntil: 'networkidle', timeout: PATIENCE_MS });
    if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}`);
    if (page.url() !== url) throw new Error(`${url} led to ${page.url()}`);
    took.push(await page.evaluate(largestPaint));
    await context.close();
  }
  return took;
}

async function slowDown(line: CDPSession): Promise<void> {
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', LINE);
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** In the page: when the largest content so far was painted, in milliseconds since the navigation began. */
function largestPaint(): Promise<number> {
  return new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
  });
}
