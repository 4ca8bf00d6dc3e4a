import { createHmac } from 'node:crypto';
import { secretsOf } from '@/features/chat/identity-secrets';
import { expect, test, write } from '../support/widget';

test('the page opens, hides, speaks and listens through kalauz()', async ({ page, visit }) => {
  const { launcher, composer, frame, log, answer, violations } = await visit({
    attributes: 'data-language="lv"',
  });
  await expect(launcher).toHaveAccessibleName('Rakstiet mums');
  await page.evaluate(() => window.kalauz?.('hide'));
  await expect(launcher).toBeHidden();
  await page.evaluate(() => window.kalauz?.('show'));
  await expect(launcher).toBeVisible();
  await page.evaluate(() => {
    window.kalauz?.('on', 'message', ({ text }: { text: string }) => {
      document.title = text;
    });
    window.kalauz?.('language', 'hu');
    window.kalauz?.('open');
    window.kalauz?.('not-a-command');
  });
  await frame.getByRole('button', { name: /^Csevegés/ }).click();
  await write(composer, 'Jó napot!');
  await expect(log.getByText('Elküldve')).toBeVisible();
  await answer('Üdvözöljük!');
  await expect.poll(() => page.title()).toBe('Üdvözöljük!');
  await page.evaluate(() => window.kalauz?.('language', 'en'));
  await expect(frame.getByRole('textbox', { name: 'Your message' })).toBeVisible();
  await page.evaluate(() => window.kalauz?.('shutdown'));
  await expect(page.locator('#kalauz-widget iframe')).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(violations).toEqual([]);
});

test('who is signed in on the page is known by a signature, and by nothing less', async ({
  page,
  visit,
  world,
}) => {
  const { openChat, composer, log, key } = await visit();
  const { db, workspaceId } = world;
  const { sealedSecrets } = await db.chatAccount.findUniqueOrThrow({ where: { publicKey: key } });
  const hmac = secretsOf(sealedSecrets)[0]?.hmac ?? '';
  const hash = createHmac('sha256', hmac).update('user-42').digest('hex');
  await page.evaluate((given) => window.kalauz?.('identify', given), { userId: 'user-42', hash });
  await openChat();
  await write(composer, 'It is me.');
  await expect(log.getByText('Sent')).toBeVisible();
  const visitor = await db.chatVisitor.findFirstOrThrow({ where: { workspaceId } });
  expect(visitor.externalId).toBe('user-42');
  expect(visitor.verifiedAt).not.toBeNull();

  await page.evaluate(() => window.kalauz?.('shutdown'));
  await page.evaluate((given) => window.kalauz?.('identify', given), { userId: 'user-43', hash });
  await openChat();
  await write(composer, 'I am somebody else.');
  await expect(log.getByText('Sent')).toBeVisible();
  expect(await db.chatVisitor.count({ where: { workspaceId } })).toBe(2);
  expect(await db.chatVisitor.count({ where: { workspaceId, externalId: 'user-43' } })).toBe(0);
});
