import type { ProactiveRule } from '@/domain/chat/protocol';
import { expectAccessible } from '../support/axe';
import { expect, test, write } from '../support/widget';

const onCart = (over: Partial<ProactiveRule> = {}): ProactiveRule => ({
  id: 'cart',
  text: { en: 'May we help you choose?', hu: 'Segíthetünk választani?' },
  pages: ['/cart*'],
  afterSeconds: 1,
  minVisits: 1,
  languages: [],
  onlyWhenOpen: true,
  maxTimes: 1,
  withinDays: 7,
  ...over,
});

test('a message is offered on its page after its time, and its answer begins a chat', async ({
  page,
  visit,
  world,
}) => {
  const { bubble, composer, frame, log } = await visit({ account: { proactive: [onCart()] } });
  await page.waitForTimeout(2_500);
  await expect(bubble).toHaveCount(0);
  await page.getByRole('link', { name: 'Basket' }).click();
  await expect(bubble).toContainText('May we help you choose?');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await expectAccessible(page);
  await bubble.getByRole('button', { name: 'Answer' }).click();
  await expect(frame.getByText('May we help you choose?')).toBeVisible();
  expect(await world.db.chatSession.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
  await write(composer, 'Yes please.');
  await expect(log.getByText('Sent')).toBeVisible();
  const session = await world.db.chatSession.findFirstOrThrow({ where: { workspaceId: world.workspaceId } });
  expect(session.openedBy).toBe('May we help you choose?');
});

test('a message that was closed does not come back', async ({ page, visit }) => {
  const { bubble, launcher } = await visit({ path: '/cart', account: { proactive: [onCart()] } });
  await bubble.getByRole('button', { name: 'Close this message' }).click();
  await expect(bubble).toHaveCount(0);
  await expect(launcher).toBeFocused();
  await page.reload();
  await expect(launcher).toBeVisible();
  await page.waitForTimeout(3_000);
  await expect(bubble).toHaveCount(0);
});

test('languages and visits are conditions; visits are counted only with the consent of the visitor', async ({
  page,
  visit,
}) => {
  const { bubble, launcher } = await visit({
    path: '/cart',
    language: 'hu',
    attributes: 'data-consent',
    account: {
      proactive: [onCart({ id: 'english', languages: ['en'] }), onCart({ id: 'again', minVisits: 2 })],
    },
  });
  await expect(launcher).toBeVisible();
  await page.waitForTimeout(3_000);
  await expect(bubble).toHaveCount(0);
  // Half an hour later.
  await page.evaluate(() => {
    const name = Object.keys(localStorage).find((each) => each.endsWith(':visits')) ?? '';
    localStorage.setItem(name, JSON.stringify({ times: 1, at: Date.now() - 31 * 60_000 }));
  });
  await page.reload();
  await expect(bubble).toContainText('Segíthetünk választani?');
});
