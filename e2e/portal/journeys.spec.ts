import { LOCALES } from '@/i18n/locales';
import { walkByKeyboard, walkThePortal } from '../support/portal-journey';
import { test } from '../support/test';

for (const locale of LOCALES) {
  test(`without JavaScript, in ${locale}: read, search, send a request, and follow it to its end`, async ({
    browser,
    baseURL,
    world,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
    await walkThePortal(await context.newPage(), world, locale);
    await context.close();
  });

  test(`by keyboard alone, in ${locale}: search, read, find an answer while typing, send a request, sign in, and follow it to its end`, async ({
    page,
    world,
  }) => {
    // Every step is a press of a key, and every word is typed as people type.
    test.slow();
    await walkByKeyboard(page, world, locale);
  });
}
