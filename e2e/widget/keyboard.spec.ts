import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/widget';

const SPEECH = {
  en: {
    open: 'Chat with us',
    chat: /^Chat with us/,
    start: 'Start the chat',
    what: 'What is it about?',
    title: /^Chat with/,
  },
  hu: {
    open: 'Írjon nekünk',
    chat: /^Csevegés/,
    start: 'A csevegés megkezdése',
    what: 'Miről van szó?',
    title: /^Csevegés: /,
  },
  lv: {
    open: 'Rakstiet mums',
    chat: /^Tērzēt ar mums/,
    start: 'Sākt tērzēšanu',
    what: 'Par ko ir jautājums?',
    title: /^Tērzēšana ar/,
  },
} as const;

for (const language of ['en', 'hu', 'lv'] as const) {
  test(`the whole way with the keyboard alone, in ${language}`, async ({ page, visit }) => {
    const words = SPEECH[language];
    const { launcher, frame, composer, log, answer } = await visit({ language, account: { fields: true } });
    await expect(launcher).toHaveAccessibleName(words.open);
    await launcher.focus();
    await page.keyboard.press('Enter');
    await expect(frame.locator('html')).toHaveAttribute('lang', language);
    await expect(frame.getByRole('heading', { level: 1 })).toBeFocused();
    await expectAccessible(page);

    await frame.getByRole('button', { name: words.chat }).focus();
    await page.keyboard.press('Enter');
    await frame.getByRole('textbox', { name: words.what }).focus();
    await page.keyboard.type('Ā, é, ő');
    await expectAccessible(page);
    await page.keyboard.press('Tab');
    await expect(frame.getByRole('button', { name: words.start })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(composer).toBeFocused();
    await expect(log.getByText('Ā, é, ő')).toBeVisible();
    await expect(frame.getByRole('heading', { name: words.title })).toBeVisible();

    await expect(async () => answer('Rendben / Labi / Fine')).toPass();
    await expect(frame.getByRole('status').filter({ hasText: 'Anna Kiss: Rendben' })).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(launcher).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(composer).toBeFocused();
    await expectAccessible(page);
  });
}

test('at twice the size and in forced colours everything stays reachable', async ({ page, visit }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await page.emulateMedia({ forcedColors: 'active' });
  const { openChat, composer, log, frame } = await visit();
  await openChat();
  await composer.fill('A word');
  await composer.press('Enter');
  await expect(log.getByText('A word')).toBeVisible();
  await expect(log.getByText('Sent')).toBeVisible();
  const sideways = await frame.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
  expect(sideways).toBe(0);
  await expectAccessible(page);
});
