import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with the rule and the element of everything on the page that axe finds against WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  // No script runs in a mail's frame, axe's neither: it would wait there for ever.
  const builder = new AxeBuilder({ page }).withTags(RULES).exclude('iframe[sandbox]');
  const { violations } = await builder.analyze();
  const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) }));
  expect(found).toEqual([]);
}
