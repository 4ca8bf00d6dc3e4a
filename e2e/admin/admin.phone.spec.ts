import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

const PATHS = ['/admin', '/admin/people', '/admin/teams', '/admin/workspace', '/admin/audit', '/me'];

for (const [locale, theme] of [
  ['en', 'light'],
  ['hu', 'dark'],
  ['lv', 'dark'],
] as const) {
  test(`the administration fits a phone in ${locale}, ${theme}, with long names`, async ({
    page,
    world,
    signIn,
  }) => {
    const owner = await world.member({ role: 'owner', name: 'Anna Bērziņa' });
    const teamIds = [await world.team('Visszáruk, panaszok és jótállási ügyek intézése')];
    await world.member({ name: 'Hollingsworth-Montgomery-Featherstonehaugh Bartholomew', teamIds });
    await signIn(owner, { locale, theme });
    for (const path of PATHS) {
      await page.goto(`/${world.slug}${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect({ path, sideways }).toEqual({ path, sideways: 0 });
      await expectAccessible(page);
    }
  });
}
