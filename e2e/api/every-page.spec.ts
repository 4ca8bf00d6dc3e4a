import type { Page } from '@playwright/test';
import type { Locale } from '@/i18n/locales';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';
import { fill, type Other } from './other-workspace';
import { routes } from './routes';
import { PARAMETERS } from './visits';

/** Made for paper, and for a screen on a wall. */
const NOT_FOR_PHONES = ['/[workspace]/desk/tickets/[number]/print', '/[workspace]/wall'];

/** What every workspace has from the beginning. */
const SHIPPED: Readonly<Record<string, string>> = { board: 'overview', metric: 'fcr' };

/** What a page must be asked with. */
const asked = (path: string, { translationId }: Other): string =>
  path.endsWith('/[articleId]/history') ? `?text=${translationId}` : '';

/** Which of so many browsers looks at a page: each page is looked at once in every colour scheme. */
const PARTS = 2;

const LOOKS: readonly Readonly<{ locale: Locale; colorScheme: 'light' | 'dark' }>[] = [
  { locale: 'hu', colorScheme: 'light' },
  { locale: 'lv', colorScheme: 'dark' },
];

type Looked = Readonly<Record<'path' | 'address' | 'locale', string>>;

/** Stands there, in its language, without a fault that axe finds; on a phone nothing scrolls sideways. */
async function expectRight(page: Page, { path, address, locale }: Looked): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 720 });
  const answer = await page.goto(address);
  expect(answer?.status()).toBe(200);
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  await expectAccessible(page);
  if (NOT_FOR_PHONES.includes(path)) return;
  await page.setViewportSize({ width: 390, height: 844 });
  // Charts take a moment to draw themselves anew.
  await expect.poll(() => page.evaluate(tooWide), { timeout: 5_000 }).toEqual([]);
}

/** What makes the page scroll sideways, the smallest first; nothing where it does not. */
function tooWide(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const found = [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
    .map((element) => element.outerHTML.slice(0, 160))
    .toReversed()
    .slice(0, 3);
  return [`${scrollWidth} pixels`, ...found];
}

/** What is wrong with a page; null where nothing is, so that one run tells of all pages. */
const faultOf = (page: Page, looked: Looked): Promise<string | null> =>
  expectRight(page, looked).then(
    () => null,
    (error: Error) => `${looked.path}: ${error.message}`,
  );

for (const { locale, colorScheme } of LOOKS) {
  for (let part = 0; part < PARTS; part++) {
    test(`every page of the desk and of its settings is accessible and fits a phone, in ${locale}, ${colorScheme}, part ${part + 1}`, async ({
      page,
      world,
      signIn,
    }) => {
      test.setTimeout(600_000);
      const things = await fill(world);
      await signIn(await world.member({ role: 'owner' }), { locale, theme: colorScheme });
      await page.emulateMedia({ colorScheme });
      const pages = [
        ...new Set(
          routes()
            .filter(({ kind }) => kind === 'page')
            .map(({ path }) => path),
        ),
      ]
        .filter((path) => path.startsWith('/[workspace]/') && path in PARAMETERS)
        .filter((_, index) => index % PARTS === part);
      expect(pages.length).toBeGreaterThan(30);
      const faults: (string | null)[] = [];
      for (const path of pages) {
        const names = PARAMETERS[path] ?? {};
        const address = path.replace(/\[(\w+)\]/g, (_, name: string) =>
          name === 'workspace' ? world.slug : (SHIPPED[name] ?? things[names[name] ?? 'slug']),
        );
        faults.push(await faultOf(page, { path, address: `${address}${asked(path, things)}`, locale }));
      }
      expect(faults.filter((fault) => fault !== null)).toEqual([]);
    });
  }
}
