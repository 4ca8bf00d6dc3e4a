import { readdirSync, readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Frame, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with the rule and the element of everything on the page that axe finds against WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  // The title comes with what the page is about, which may come after its frame.
  await expect(page).toHaveTitle(/./);
  await settled(page);
  expect(await unspokenKeys(page), 'keys that stand where words should').toEqual([]);
  // No script runs in a mail's frame, axe's neither: it would wait there for ever.
  const builder = new AxeBuilder({ page })
    .withTags(RULES)
    .exclude('iframe[sandbox]:not([sandbox*="allow-scripts"])');
  // The newer mode, which looks into frames of others, sends every element to a page of its own and back: five times as slow.
  if (page.frames().length === 1) builder.setLegacyMode(true);
  Object.assign(builder, { inject: intoFrames(builder) });
  const { violations } = await builder.analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    at: nodes.map(({ target, html }) => `${target.join(' ')}: ${html.slice(0, 200)}`),
  }));
  expect(found).toEqual([]);
}

const FOLDER = 'src/i18n/messages/en';

/** Every key of the words, such as `social.limits.files`. */
const KEYS = new Set(
  readdirSync(FOLDER).flatMap((file) =>
    keysOf(JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')), file.replace('.json', '')),
  ),
);

function keysOf(words: unknown, path: string): string[] {
  if (typeof words === 'string') return [path];
  return Object.entries(words as object).flatMap(([name, inner]) => keysOf(inner, `${path}.${name}`));
}

/** Words that a screen could not find show as their key. */
async function unspokenKeys(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return (text.match(/\w+(?:\.\w+){2,}/g) ?? []).filter((each) => KEYS.has(each));
}

type Inner = Readonly<{ script: () => string; axeConfigure: () => Promise<string> }>;

/** Puts axe into frames as its own builder does, but without giving a frame up that takes longer than a second. */
function intoFrames(builder: AxeBuilder): (frames: readonly Frame[]) => Promise<void> {
  const { script, axeConfigure } = builder as unknown as Inner;
  return async (frames) => {
    for (const frame of frames) {
      await frame.evaluate(script.call(builder));
      await frame.evaluate(await axeConfigure.call(builder));
    }
  };
}

/** A colour in the middle of its transition is nobody's contrast: what moves for ever is left out of the wait. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
  });
}
