import type { Page } from '@playwright/test';
import { strictBrowser } from '../support/strict-browser';
import { expect, test, widgetOn, write } from '../support/widget';

/** What the frame is told when it asks for storage of its own. */
async function storageOfFrame(page: Page): Promise<string> {
  const frame = page.frames().find((each) => each.url().includes('/widget/'));
  if (!frame) throw new Error('There is no frame.');
  return frame.evaluate(() => {
    try {
      localStorage.setItem('a', 'b');
      return 'allowed';
    } catch (error) {
      return (error as Error).name;
    }
  });
}

test('the widget works where third-party storage is blocked, and goes on after a reload', async ({
  visit,
}) => {
  const { host, received, answer } = await visit();
  const strict = await strictBrowser();
  try {
    const { page } = strict;
    const widget = widgetOn(page);
    await page.goto(host);
    await widget.openChat();
    expect(await storageOfFrame(page)).toBe('SecurityError');
    await write(widget.composer, 'Do you hear me?');
    await expect(widget.log.getByText('Sent')).toBeVisible();
    await page.reload();
    await answer('Loud and clear.');
    await expect(widget.launcher).toHaveAccessibleName('Chat with us, 1 new message');
    await widget.launcher.click();
    await expect(widget.log.getByText('Loud and clear.')).toBeVisible();
    expect(await received()).toEqual(['Do you hear me?']);
  } finally {
    await strict.close();
  }
});

test('where the host page may store nothing either, a chat still works for as long as the page stands', async ({
  page,
  visit,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const { openChat, composer, log, answer, violations, launcher } = await visit();
  await openChat();
  await write(composer, 'Hello?');
  await expect(log.getByText('Sent')).toBeVisible();
  await launcher.click();
  await launcher.click();
  await answer('Hello!');
  await expect(log.getByText('Hello!')).toBeVisible();
  expect(violations).toEqual([]);
});
