import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('a chat is set up, tried, and its words are changed', async ({ page, world, signIn }) => {
  await signIn(await world.member({ role: 'admin' }));
  await page.goto(`/${world.slug}/admin/chat`);
  await expect(page.getByText('No chat yet')).toBeVisible();
  await page.getByRole('link', { name: 'Add a chat' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Shop chat');
  await page.getByRole('textbox', { name: 'Sites that may show it' }).fill('no address');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Sites that may show it' }).fill('https://shop.test');
  await page.getByRole('button', { name: 'Add a message' }).click();
  const message = page.getByRole('group', { name: 'Message', exact: true });
  await message.getByRole('textbox', { name: 'English' }).fill('May we help?');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByRole('heading', { name: 'Shop chat', level: 1 })).toBeVisible();
  await expect(page.getByText(/widget\.js" data-key="pub_/)).toBeVisible();
  await page.getByRole('button', { name: 'Send a test chat' }).click();
  await expect(page.getByRole('link', { name: /^Open ticket/ })).toBeVisible();
  await page.getByRole('button', { name: 'Make a new secret' }).click();
  await expect(page.getByText(/These secrets are shown once/)).toBeVisible();
  await expectAccessible(page);

  const stored = await world.db.chatAccount.findFirstOrThrow({ where: { workspaceId: world.workspaceId } });
  expect(stored.allowedOrigins).toEqual(['https://shop.test']);
  expect(JSON.stringify(stored.settings)).toContain('May we help?');
  await page.getByRole('link', { name: /^Open ticket/ }).click();
  await expect(
    page.getByRole('region', { name: 'Conversation', exact: true }).getByText(/This is a test from/),
  ).toBeVisible();
});
