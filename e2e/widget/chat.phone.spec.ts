import { expectAccessible } from '../support/axe';
import { expect, test, write } from '../support/widget';

test('on a phone the chat fills the screen, and the page behind waits', async ({ page, visit }) => {
  const { launcher, openChat, composer, frame, log, answer } = await visit({ language: 'hu' });
  await expect(launcher).toHaveAccessibleName('Írjon nekünk');
  await openChat();
  const screen = page.viewportSize();
  const box = await page.locator('#kalauz-widget iframe').boundingBox();
  expect([box?.width, box?.height]).toEqual([screen?.width, screen?.height]);
  await expect(page.locator('main')).toHaveJSProperty('inert', true);
  await write(composer, 'Elfér a szekrény alatt egy rendkívül hosszú szóösszetétel-szörnyeteggel együtt?');
  await expect(log.getByText('Elküldve')).toBeVisible();
  await answer('Igen.');
  await expect(log.getByText('Igen.')).toBeVisible();
  const sideways = () => frame.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
  expect(await sideways()).toBe(0);
  await expectAccessible(page);
  await frame.getByRole('button', { name: 'Bezárás' }).click();
  await expect(page.locator('main')).toHaveJSProperty('inert', false);
  await expect(launcher).toBeFocused();
});
