import { liveArticle } from '../../tests/features/knowledge/support';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/test';

test('an agent writes and asks for review; a manager publishes', async ({ page, world, signIn }) => {
  await signIn(await world.member({ name: 'Anna' }));
  await page.goto(`/${world.slug}/knowledge`);
  await page.getByRole('link', { name: 'New article' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'New article' })).toBeVisible();
  await page.getByLabel('Title').fill('How do I return an item?');
  await page.getByRole('button', { name: 'Begin writing' }).click();
  await page.getByRole('textbox', { name: 'Text' }).fill('Send it back within 30 days.');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ask for review' }).click();
  await expect(page.getByText('In review')).toBeVisible();
  const address = page.url();
  await signIn(await world.member({ role: 'manager', name: 'Mara' }));
  await page.goto(address);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Published', { exact: true })).toBeVisible();
});

test('an agent translates beside the original, and sees the revisions', async ({ page, world, signIn }) => {
  const manager = await world.member({ role: 'manager', name: 'Mara' });
  const { articleId } = await liveArticle(manager, { title: 'How do I return an item?' });
  await signIn(await world.member({ name: 'Anna' }));
  await page.goto(`/${world.slug}/knowledge/${articleId}`);
  await page.getByRole('button', { name: 'Translate into Hungarian' }).click();
  await expect(page.getByText('Original in English, revision 1')).toBeVisible();
  await page.getByRole('textbox', { name: 'Title' }).fill('Hogyan küldhetem vissza?');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Revisions' }).click();
  await expectAccessible(page);
});
